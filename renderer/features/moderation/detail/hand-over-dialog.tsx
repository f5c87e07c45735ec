import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { NamedChooser } from '../../../ui/record-chooser.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import { type DialogDraft, useDialogDraft } from './dialog-store.ts'
import { returnDues } from './return-dues.ts'
import { TurnDialog } from './turn-dialog.tsx'
import { useLedgerZone } from './use-ledger-zone.ts'

type Kind = 'person' | 'department'
interface Draft {
  readonly kind: Kind
  readonly personId: number | null
  readonly departmentId: number | null
  /** An instant as it was chosen, 'none', or 'own': as `ownDue` says. */
  readonly due: string
  readonly ownDue: Instant | null
  readonly note: string
}

interface DialogProps {
  readonly detail: ConversationDetail
}

/** To a colleague or a department, and until when they should come back. */
export function HandOverDialog({ detail }: DialogProps) {
  const { t } = useTranslation('conversation')
  const { id } = detail
  const [opened] = useState(() => Date.now())
  const kept = useDialogDraft<Draft>('handOver', id, {
    kind: 'department',
    personId: null,
    departmentId: detail.departmentId,
    due: 'none',
    ownDue: null,
    note: '',
  })
  const [isChecked, setIsChecked] = useState(false)
  const handOver = useCommand(client.moderation.handOver, { done: t('done.handedOver'), errors: 'caller' })
  const { draft } = kept
  const problems = problemsOf(draft, opened)
  const errors = useFieldErrors(['dueAt'], {}, handOver.error)

  async function save() {
    setIsChecked(true)
    if (problems.to !== null || problems.due !== null) return false
    const isPerson = draft.kind === 'person'
    const receipt = await handOver.run({
      id,
      personId: isPerson ? draft.personId : null,
      departmentId: isPerson ? null : draft.departmentId,
      dueAt: dueOf(draft),
      note: draft.note,
    })
    return receipt !== null
  }

  return (
    <TurnDialog
      title={t('dialogs.handOver.title')}
      saveLabel={t('dialogs.handOver.save')}
      kept={kept}
      error={errors.general}
      isSaving={handOver.isRunning}
      onSave={save}
    >
      <Receiver
        kept={kept}
        problem={isChecked && problems.to !== null ? t(`dialogs.handOver.${problems.to}`) : undefined}
      />
      <DueFields
        kept={kept}
        opened={opened}
        problem={
          isChecked && problems.due !== null ? t(`dialogs.handOver.${problems.due}`) : errors.of('dueAt').errorMessage
        }
      />
      <TextArea
        label={t('dialogs.handOver.note')}
        placeholder={t('dialogs.handOver.notePlaceholder')}
        description={t('dialogs.handOver.help')}
        value={draft.note}
        rows={3}
        maxLength={50_000}
        onChange={(note) => kept.change({ note })}
      />
    </TurnDialog>
  )
}

function dueOf({ due, ownDue }: Draft): Instant | null {
  if (due === 'none') return null
  return due === 'own' ? ownDue : Number(due)
}

function problemsOf(draft: Draft, now: Instant) {
  const to = draft.kind === 'person' ? draft.personId : draft.departmentId
  const due = dueOf(draft)
  return {
    to: to === null ? ('missing' as const) : null,
    due:
      draft.due === 'own' && due === null
        ? ('dueMissing' as const)
        : due !== null && due <= now
          ? ('duePast' as const)
          : null,
  }
}

interface FieldsProps {
  readonly kept: DialogDraft<Draft>
  readonly problem: string | undefined
}

function Receiver({ kept: { draft, change }, problem }: FieldsProps) {
  const { t } = useTranslation('conversation')
  const selfId = useQuery(api.time.running.queryOptions()).data?.selfPersonId ?? null
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const others = people.filter(({ id }) => id !== selfId)
  const kinds = [
    { value: 'department' as const, label: t('dialogs.handOver.kinds.department') },
    { value: 'person' as const, label: t('dialogs.handOver.kinds.person') },
  ]
  return (
    <>
      <Segmented
        label={t('dialogs.handOver.to')}
        value={draft.kind}
        options={kinds}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === 'department' && (
        <NamedChooser
          autoFocus
          list="department"
          label={t('dialogs.handOver.department')}
          value={draft.departmentId}
          onChange={(departmentId) => change({ departmentId })}
          errorMessage={problem}
        />
      )}
      {draft.kind === 'person' && (
        <ComboBox
          autoFocus
          label={t('dialogs.handOver.person')}
          value={draft.personId === null ? null : String(draft.personId)}
          options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(chosen) => change({ personId: chosen === null ? null : Number(chosen) })}
          errorMessage={problem}
          {...(others.length === 0 && { description: t('dialogs.handOver.noPeople') })}
        />
      )}
    </>
  )
}

function DueFields({ kept: { draft, change }, opened, problem }: FieldsProps & { readonly opened: Instant }) {
  const { t } = useTranslation('conversation')
  const timeZone = useLedgerZone()
  const moment = useMomentText()
  const offered = returnDues(opened, timeZone)
  const isOffered = ['none', 'own', ...offered.map(({ at }) => String(at))].includes(draft.due)
  // A time chosen before the dialog was closed and opened again is still the one that was chosen.
  const kept = isOffered ? [] : [{ value: draft.due, label: moment(Number(draft.due), opened) }]
  return (
    <>
      <Select
        label={t('dialogs.handOver.dueLabel')}
        value={draft.due}
        options={[
          { value: 'none', label: t('dialogs.handOver.dues.none') },
          ...kept,
          ...offered.map(({ id, at }) => ({
            value: String(at),
            label: t(`dialogs.handOver.dues.${id}`),
            description: moment(at, opened),
          })),
          { value: 'own', label: t('dialogs.handOver.dues.own') },
        ]}
        onChange={(due) => change({ due })}
        errorMessage={draft.due === 'own' ? undefined : problem}
      />
      {draft.due === 'own' && (
        <MomentField
          width="medium"
          label={t('dialogs.handOver.ownDue')}
          value={draft.ownDue}
          timeZone={timeZone}
          placeholder={opened}
          onChange={(ownDue) => change({ ownDue })}
          errorMessage={problem}
        />
      )}
    </>
  )
}

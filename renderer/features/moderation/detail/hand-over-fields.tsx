/** To whom something is handed, until when they should come back, and what they need to know. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { api } from '../../../lib/api.ts'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { NamedChooser } from '../../../ui/record-chooser.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { type HandOverDraft, handOverProblems } from './hand-over-draft.ts'
import { returnDues } from './return-dues.ts'
import { useLedgerZone } from './use-ledger-zone.ts'

interface HandOverFieldsProps {
  readonly draft: HandOverDraft
  /** When the dialog was opened: what is offered counts from there. */
  readonly opened: Instant
  /** What is missing is said once somebody wanted to save. */
  readonly isChecked: boolean
  /** What the backend says of the deadline. */
  readonly dueError?: string | undefined
  readonly help: string
  change(changes: Partial<HandOverDraft>): void
}

export function HandOverFields({ draft, opened, isChecked, dueError, help, change }: HandOverFieldsProps) {
  const { t } = useTranslation('conversation')
  const problems = handOverProblems(draft, opened)
  const kept = { draft, change }
  return (
    <>
      <Receiver
        kept={kept}
        problem={isChecked && problems.to !== null ? t(`dialogs.handOver.${problems.to}`) : undefined}
      />
      <DueFields
        kept={kept}
        opened={opened}
        problem={isChecked && problems.due !== null ? t(`dialogs.handOver.${problems.due}`) : dueError}
      />
      <TextArea
        label={t('dialogs.handOver.note')}
        placeholder={t('dialogs.handOver.notePlaceholder')}
        description={help}
        value={draft.note}
        rows={3}
        maxLength={50_000}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

interface FieldsProps {
  readonly kept: Pick<HandOverFieldsProps, 'draft' | 'change'>
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

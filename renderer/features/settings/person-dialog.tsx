/** Who someone is: name, kind, what a week of theirs is paid for, and whether it is oneself. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/people.ts'
import { PERSON_KINDS, type PersonKind } from '../../../shared/domain/person-kind.ts'
import { client } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useChange } from '../../lib/use-change.ts'

interface PersonDialogProps {
  /** Null: a new one. */
  readonly person: Person | null
  readonly isSelf: boolean
  onClose(): void
}

const SECONDS = 3600
const mostHours = 168
const quarters: Intl.NumberFormatOptions = { maximumFractionDigits: 2 }

function usePersonForm({ person, isSelf }: PersonDialogProps) {
  const [name, setName] = useState(person?.name ?? '')
  const [kind, setKind] = useState<PersonKind>(person?.kind ?? 'employee')
  const paidSeconds = person?.paidSecondsPerWeek ?? null
  const [paidHours, setPaidHours] = useState(paidSeconds === null ? null : paidSeconds / SECONDS)
  const [isMe, setIsMe] = useState(isSelf)
  return {
    name,
    setName,
    kind,
    setKind,
    paidHours,
    setPaidHours,
    isMe,
    setIsMe,
    draft: {
      name: name.trim(),
      kind,
      paidSecondsPerWeek: paidHours === null ? null : Math.round(paidHours * SECONDS),
      isSelf: isMe,
    },
  }
}

export function PersonDialog(props: PersonDialogProps) {
  const { person, isSelf, onClose } = props
  const { t } = useTranslation('settings')
  const form = usePersonForm(props)
  const { draft } = form
  const [isSubmitted, setIsSubmitted] = useState(false)
  const change = useChange()
  const isTaken = change.error?.code === 'name_taken'

  async function submit() {
    setIsSubmitted(true)
    if (draft.name === '') return
    const { isSelf: isMe, ...patch } = draft
    const done = await change.run(
      (commandId) =>
        person
          ? client.settings.updatePerson({
              commandId,
              id: person.id,
              patch: { ...patch, ...(isMe !== isSelf && { isSelf: isMe }) },
            })
          : client.settings.addPerson({ commandId, ...draft }),
      t(person ? 'who.person.changed' : 'peopleDone.added', { name: draft.name }),
    )
    if (done) onClose()
  }

  const problem = draft.name === '' && isSubmitted ? t('common.required') : isTaken ? change.error?.title : undefined
  return (
    <Dialog
      isOpen
      size="l"
      onOpenChange={onClose}
      title={person ? t('who.person.titleEdit', { name: person.name }) : t('people.addPerson')}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isRunning}>
            {t(person ? 'common.save' : 'common.add')}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        isRequired
        label={t('people.personName')}
        description={t('people.personNameHelp')}
        maxLength={200}
        value={form.name}
        onChange={(next) => {
          form.setName(next)
          change.clearError()
        }}
        errorMessage={problem}
      />
      <KindFields form={form} />
      {change.error && !isTaken && <ErrorPanel error={change.error} />}
    </Dialog>
  )
}

function KindFields({ form }: { readonly form: ReturnType<typeof usePersonForm> }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <RadioCards<PersonKind>
        label={t('who.person.kind')}
        columns={3}
        value={form.kind}
        onChange={form.setKind}
        cards={PERSON_KINDS.map((kind) => ({
          value: kind,
          title: t(`who.person.kinds.${kind}`),
          description: t(`who.person.kindHelp.${kind}`),
        }))}
      />
      <NumberField
        label={t('who.person.paid')}
        description={t('who.person.paidHelp')}
        width="medium"
        suffix={t('who.person.hoursUnit')}
        minValue={0.25}
        maxValue={mostHours}
        formatOptions={quarters}
        value={form.paidHours}
        onChange={form.setPaidHours}
      />
      <Checkbox isSelected={form.isMe} onChange={form.setIsMe} description={t('who.person.isSelfHelp')}>
        {t('who.person.isSelf')}
      </Checkbox>
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisContact, CrisisContactInput } from '../../../../shared/contract/crises.ts'
import { LEVEL_NAMES, CRISIS_LEVELS } from '../../../../shared/domain/crisis.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './crises.module.css'

export interface ContactFormProps {
  readonly crisisId: number | null
  /** Null: a new one. */
  readonly contact: CrisisContact | null
  onClose(): void
}

const NEW_CONTACT: CrisisContactInput = { name: '', role: '', reachableBy: '', fromLevel: 1, withinMinutes: 60 }
const FIELDS = ['name'] as const

function draftOf({ name, role, reachableBy, fromLevel, withinMinutes }: CrisisContact): CrisisContactInput {
  return { name, role, reachableBy, fromLevel, withinMinutes }
}

export function ContactForm({ crisisId, contact, onClose }: ContactFormProps) {
  const { t } = useTranslation('crises')
  const [draft, setDraft] = useState(() => (contact ? draftOf(contact) : NEW_CONTACT))
  const [isChecked, setIsChecked] = useState(false)
  const add = useCommand(client.moderation.crisisAddContact, { done: t('contacts.added'), errors: 'caller' })
  const update = useCommand(client.moderation.crisisUpdateContact, { done: t('contacts.changed'), errors: 'caller' })
  const remove = useCommand(client.moderation.crisisRemoveContact, { done: t('contacts.removed') })
  const command = contact ? update : add
  const isMissing = isChecked && draft.name.trim() === ''
  const errors = useFieldErrors(FIELDS, isMissing ? { name: 'required' } : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (draft.name.trim() === '') return
    const done = contact
      ? await update.run({ id: contact.id, contact: draft })
      : await add.run({ crisisId, contact: draft })
    if (done) onClose()
  }

  const removal = contact && {
    isRunning: remove.isRunning,
    run: async () => {
      if (await remove.run({ id: contact.id })) onClose()
    },
  }
  return (
    <RecordDialog
      title={t(contact ? 'contacts.edit' : 'contacts.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={removal ?? undefined}
      onClose={onClose}
    >
      <ContactFields
        draft={draft}
        nameError={errors.of('name')}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
    </RecordDialog>
  )
}

interface ContactFieldsProps {
  readonly draft: CrisisContactInput
  readonly nameError: { readonly errorMessage?: string }
  onChange(changes: Partial<CrisisContactInput>): void
}

function ContactFields({ draft, nameError, onChange }: ContactFieldsProps) {
  const { t } = useTranslation('crises')
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t('contacts.name')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={200}
          autoFocus
          isRequired
          {...nameError}
        />
        <TextField
          label={t('contacts.role')}
          placeholder={t('contacts.rolePlaceholder')}
          value={draft.role}
          onChange={(role) => onChange({ role })}
          maxLength={200}
        />
      </div>
      <TextField
        label={t('contacts.reachableBy')}
        placeholder={t('contacts.reachablePlaceholder')}
        value={draft.reachableBy}
        onChange={(reachableBy) => onChange({ reachableBy })}
        maxLength={200}
      />
      <div className={styles.pair}>
        <Select
          label={t('contacts.fromLevel')}
          value={String(draft.fromLevel)}
          options={CRISIS_LEVELS.map((level) => ({ value: String(level), label: t(`levels.${LEVEL_NAMES[level]}`) }))}
          onChange={(next) => onChange({ fromLevel: CRISIS_LEVELS.find((level) => String(level) === next) ?? 1 })}
        />
        <NumberField
          label={t('contacts.deadline')}
          description={t('contacts.deadlineHelp')}
          suffix={t('contacts.minutes')}
          value={draft.withinMinutes}
          minValue={1}
          maxValue={100_000}
          onChange={(withinMinutes) => onChange({ withinMinutes })}
        />
      </div>
    </>
  )
}

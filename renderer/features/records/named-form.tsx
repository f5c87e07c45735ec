import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedList, NamedRow } from '../../../shared/contract/records.ts'
import { toSlug } from '../../../shared/domain/slug.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface NamedFormProps {
  readonly list: NamedList
  /** Null: a new one. */
  readonly row: NamedRow | null
  onClose(): void
}

/** Name of a campaign, pillar, client or department; a campaign's slug once it is there. */
export function NamedForm({ list, row, onClose }: NamedFormProps) {
  const { t } = useTranslation('records')
  const [name, setName] = useState(row?.name ?? '')
  const [slug, setSlug] = useState(row?.slug ?? null)
  const [isChecked, setIsChecked] = useState(false)
  const text = name.trim()
  const add = useCommand(client.records.addNamed, { done: t('done.added', { name: text }), errors: 'caller' })
  const update = useCommand(client.records.updateNamed, { done: t('done.changed', { name: text }), errors: 'caller' })
  const command = row ? update : add
  const isTaken = command.error?.code === 'name_taken'
  const nameProblem = text === '' ? t('field.required') : isUnreadable(list, text) ? t('field.noLetters') : undefined
  const slugProblem = slug !== null && isUnreadable('campaign', slug) ? t('field.noLetters') : undefined

  async function save() {
    setIsChecked(true)
    if (nameProblem !== undefined || slugProblem !== undefined) return
    const receipt = row ? await update.run({ list, id: row.id, name: text, slug }) : await add.run({ list, name: text })
    if (receipt) onClose()
  }

  const shownProblem = isTaken ? command.error.title : isChecked ? nameProblem : undefined
  return (
    <RecordDialog
      title={t(row ? `edit.${list}` : `add.${list}`)}
      error={isTaken ? null : command.error}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        autoFocus
        isRequired
        label={t('field.name')}
        maxLength={200}
        value={name}
        onChange={(next) => {
          command.clearError()
          setName(next)
        }}
        {...(shownProblem !== undefined && { errorMessage: shownProblem })}
      />
      {slug !== null && (
        <TextField
          label={t('field.slug')}
          maxLength={500}
          value={slug}
          onChange={setSlug}
          description={
            row && row.aliases.length > 0
              ? `${t('field.slugHelp')} ${t('field.aliases', { list: row.aliases.join(', ') })}`
              : t('field.slugHelp')
          }
          {...(isChecked && slugProblem !== undefined && { errorMessage: slugProblem })}
        />
      )}
    </RecordDialog>
  )
}

/** Campaigns are recognised by letters and digits. */
function isUnreadable(list: NamedList, text: string): boolean {
  return list === 'campaign' && toSlug(text) === ''
}

/** Giving a topic another name, and merging it with another. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../../shared/contract/moderation-setup.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './setup.module.css'

export function RenameDialog({ topic, onClose }: { readonly topic: Topic; onClose(): void }) {
  const { t } = useTranslation('moderationSetup')
  const [name, setName] = useState(topic.name)
  const typed = name.trim()
  const rename = useCommand(client.moderation.updateTopic, {
    done: t('topics.renamed', { name: typed }),
    errors: 'caller',
  })
  const isTaken = rename.error?.code === 'name_taken'

  async function save() {
    if (typed === topic.name) return onClose()
    if (typed !== '' && (await rename.run({ id: topic.id, patch: { name: typed } }))) onClose()
  }
  return (
    <RecordDialog
      size="s"
      title={t('topics.renameTitle')}
      error={isTaken ? null : rename.error}
      isSaving={rename.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        autoFocus
        isRequired
        label={t('topics.nameField')}
        maxLength={200}
        value={name}
        onChange={(text) => {
          setName(text)
          rename.clearError()
        }}
        errorMessage={typed === '' ? t('required') : isTaken ? rename.error?.title : undefined}
      />
    </RecordDialog>
  )
}

interface MergeDialogProps {
  readonly topic: Topic
  readonly topics: readonly Topic[]
  onClose(): void
}

export function MergeDialog({ topic, topics, onClose }: MergeDialogProps) {
  const { t } = useTranslation('moderationSetup')
  const [intoId, setIntoId] = useState<string | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const { id, name } = topic
  const into = topics.find((other) => String(other.id) === intoId)
  const merge = useCommand(client.moderation.mergeTopic, {
    done: t('topics.merged', { name, into: into?.name ?? '' }),
    errors: 'caller',
  })

  async function save() {
    setIsChecked(true)
    if (into && (await merge.run({ id, intoId: into.id }))) onClose()
  }
  return (
    <RecordDialog
      size="s"
      title={t('topics.mergeTitle', { name })}
      saveLabel={t('topics.mergeDo')}
      error={merge.error}
      isSaving={merge.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <ComboBox
        autoFocus
        isRequired
        label={t('topics.mergeInto')}
        options={topics
          .filter((other) => other.id !== id)
          .map((other) => ({ value: String(other.id), label: other.name }))}
        value={intoId}
        onChange={setIntoId}
        errorMessage={isChecked && into === undefined ? t('required') : undefined}
      />
      <p className={styles.help}>{t('topics.mergeHelp', { name })}</p>
    </RecordDialog>
  )
}

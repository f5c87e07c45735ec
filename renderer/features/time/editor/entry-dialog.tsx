import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { api } from '../../../lib/api.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { type OpenEditor, useEntryEditor } from '../../../lib/entry-editor.ts'
import styles from './editor.module.css'
import { EntryActions } from './entry-actions.tsx'
import { EntryFields } from './entry-fields.tsx'
import { type EntryForm, formOf, locksOf } from './entry-form.ts'
import { EntryNotices } from './entry-notices.tsx'
import { OverlapPanel } from './overlap-panel.tsx'
import { useEntryErrors } from './use-entry-errors.ts'
import { type OverlapChoice, useSaveEntry } from './use-save-entry.ts'

/** The form of one entry, new or changed. */
export function EntryDialog() {
  const editor = useEntryEditor((state) => state.editor)
  const status = useQuery(api.app.status.queryOptions()).data
  const running = useQuery(api.time.running.queryOptions()).data
  const people = useQuery(api.settings.people.queryOptions()).data
  if (editor === null || !status?.ledger || !running || !people) return null
  const self = running.selfPersonId ?? people.people[0]?.id ?? null
  const key = editor.kind === 'edit' ? editor.entry.id : JSON.stringify(editor.draft)
  return <OpenEntry key={key} editor={editor} zone={status.ledger.timeZone} self={self} />
}

interface OpenEntryProps {
  readonly editor: OpenEditor
  readonly zone: string
  readonly self: number | null
}

function OpenEntry({ editor, zone, self }: OpenEntryProps) {
  const { t } = useTranslation('time')
  const close = useEntryEditor((state) => state.close)
  const entry = editor.kind === 'edit' ? editor.entry : null
  const [form, setForm] = useState<EntryForm>(() => formOf(editor, Date.now(), self))
  const [isChecked, setIsChecked] = useState(false)
  /** A key pressed twice saves once. */
  const isSending = useRef(false)
  const { save, remove, isSaving, answered, clearError, personName, setPersonName } = useSaveEntry(entry, form)
  const errors = useEntryErrors(answered)
  const locks = locksOf(entry)

  async function send(onOverlap: OverlapChoice = 'refuse') {
    if (isSending.current) return
    setIsChecked(true)
    isSending.current = true
    const isDone = await save(onOverlap)
    isSending.current = false
    if (isDone) close()
  }

  return (
    <RecordDialog
      title={t(entry ? 'editor.edit' : 'editor.add')}
      error={errors.general}
      isSaving={isSaving}
      onSave={() => send()}
      removal={entry && !locks.removal ? removalOf(entry, remove, close) : undefined}
      extra={entry && <EntryActions entry={entry} zone={zone} work={form.work} onDone={close} />}
      onClose={close}
    >
      <div className={styles.form}>
        {entry && <EntryNotices entry={entry} locks={locks} />}
        {errors.overlaps && <OverlapPanel overlaps={errors.overlaps} zone={zone} onChoose={send} />}
        <EntryFields
          form={form}
          zone={zone}
          errors={errors}
          locks={locks}
          isChecked={isChecked}
          isRunning={entry !== null && entry.endedAt === null}
          personName={personName}
          onPersonName={setPersonName}
          onChange={(changes) => {
            clearError()
            setForm((before) => ({ ...before, ...changes }))
          }}
        />
      </div>
    </RecordDialog>
  )
}

function removalOf(entry: TimeEntry, remove: ReturnType<typeof useSaveEntry>['remove'], close: () => void) {
  return {
    isRunning: remove.isRunning,
    run: async () => {
      if (await remove.run({ ids: [entry.id] })) close()
    },
  }
}

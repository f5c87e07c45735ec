import { Paperclip } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EVIDENCE_EXTENSIONS, MAX_RECEIPT_BYTES } from '../../../../shared/domain/receipt-file.ts'
import { client } from '../../../lib/api.ts'
import { keptDraftOf, useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { Button } from '../../../ui/button.tsx'
import { FilePicker, WindowDrop } from '../../../ui/drop-zone.tsx'
import { FileRow } from '../../../ui/file-row.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AtField, type HappenedAt, instantOf, problemOfAt } from './at-field.tsx'
import styles from './crises.module.css'
import { type EvidenceDraft, useEvidenceDraft } from './use-evidence-draft.ts'
import { usePastedPictures } from './use-pasted-pictures.ts'

export interface LogComposerProps {
  readonly crisisId: number
}

/** The field a key leads to. */
export const LOG_FIELD = 'crisis-log-field'

interface LogDraft {
  readonly text: string
  readonly at: HappenedAt
}
const EMPTY: LogDraft = { text: '', at: 'now' }

/** Adds to the log: words, files, or both; files may be dropped or pasted anywhere on the screen. */
export function LogComposer({ crisisId }: LogComposerProps) {
  const { t } = useTranslation(['crises', 'crisisParts'])
  const key = `crisis ${crisisId} note`
  const { draft, change, forget } = useKeptDraft<LogDraft>(key, EMPTY)
  const files = useEvidenceDraft(key)
  const once = useOneAtATime()
  const [isChecked, setIsChecked] = useState(false)
  const command = useCommand(client.moderation.crisisNote, { done: t('compose.done'), isQuiet: true })
  usePastedPictures(files.add)
  const errors = useFieldErrors(['at'], isChecked ? problemOfAt(draft.at) : {}, null)
  const isEmpty = draft.text.trim() === '' && files.added.length === 0

  /** The field is free at once for the next entry; what cannot be noted comes back before what was typed meanwhile. */
  async function send() {
    const { text, at } = draft
    setIsChecked(at === null)
    if (isEmpty || at === null) return
    const taken = files.take()
    forget()
    const attach = await taken.handles()
    const isNoted = attach !== null && (await command.run({ id: crisisId, text, at: instantOf(at), attach })) !== null
    if (isNoted) return taken.letGo()
    const typed = keptDraftOf<LogDraft>(key).text ?? ''
    change({ text: [text, typed].filter((part) => part !== '').join('\n'), at })
    await taken.putBack()
  }

  function sendByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void once(send)
  }

  return (
    <div className={styles.composer} role="group" aria-label={t('compose.label')}>
      <TextArea
        id={LOG_FIELD}
        onKeyDown={sendByKey}
        label={t('compose.label')}
        isLabelHidden
        placeholder={t('compose.placeholder')}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={5000}
        rows={2}
      />
      <AddedFiles files={files} />
      <div className={styles.composerFoot}>
        <AttachButton files={files} />
        <AtField label={t('compose.at')} value={draft.at} onChange={(at) => change({ at })} {...errors.of('at')} />
        <span className={styles.composerEnd}>
          <Button
            variant="primary"
            shortcut="mod+enter"
            isDisabled={isEmpty}
            isPending={command.isRunning}
            onPress={() => void once(send)}
          >
            {t('compose.send')}
          </Button>
        </span>
      </div>
      <WindowDrop
        isInFront
        title={t('crisisParts:evidence.dropTitle')}
        description={t('crisisParts:evidence.dropText')}
        onFiles={files.add}
      />
    </div>
  )
}

export function AttachButton({ files }: { readonly files: EvidenceDraft }) {
  const { t } = useTranslation('crisisParts')
  const format = useFormat()
  return (
    <span className={styles.attach} title={t('evidence.hint', { limit: format.bytes(MAX_RECEIPT_BYTES) })}>
      <FilePicker
        icon={Paperclip}
        size="s"
        buttonText={t('evidence.attach')}
        accept={EVIDENCE_EXTENSIONS.join(',')}
        onFiles={files.add}
      />
    </span>
  )
}

export function AddedFiles({ files }: { readonly files: EvidenceDraft }) {
  const { t } = useTranslation('crisisParts')
  const format = useFormat()
  return (
    <>
      {files.added.length > 0 && (
        <ul>
          {files.added.map(({ key, name, bytes, state }) => (
            <FileRow
              key={key}
              name={name}
              remark={`${format.bytes(bytes)} · ${t(state === 'ready' ? 'evidence.ready' : 'evidence.uploading')}`}
              removeLabel={t('evidence.remove', { name })}
              onRemove={() => files.takeBack(key)}
            />
          ))}
        </ul>
      )}
      {files.problem !== null && (
        <p className={styles.problem} role="alert">
          {files.problem}
        </p>
      )}
    </>
  )
}

import { Paperclip } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EVIDENCE_EXTENSIONS, MAX_RECEIPT_BYTES } from '../../../../shared/domain/receipt-file.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { FilePicker, WindowDrop } from '../../../ui/drop-zone.tsx'
import { FileRow } from '../../../ui/file-row.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AtField } from './at-field.tsx'
import styles from './crises.module.css'
import { type EvidenceDraft, useEvidenceDraft } from './use-evidence-draft.ts'
import { usePastedPictures } from './use-pasted-pictures.ts'

export interface LogComposerProps {
  readonly crisisId: number
}

/** The field a key leads to. */
export const LOG_FIELD = 'crisis-log-field'

/** Adds to the log: words, files, or both; files may be dropped or pasted anywhere on the screen. */
export function LogComposer({ crisisId }: LogComposerProps) {
  const { t } = useTranslation(['crises', 'crisisParts'])
  const [text, setText] = useState('')
  const [at, setAt] = useState<Instant | null>(null)
  const [round, setRound] = useState(0)
  const files = useEvidenceDraft()
  const command = useCommand(client.moderation.crisisNote, { done: t('compose.done'), isQuiet: true })
  usePastedPictures(files.add)
  useDiscardAtEnd(files)
  const isEmpty = text.trim() === '' && files.added.length === 0

  async function send() {
    if (isEmpty || command.isRunning) return
    const settled = await files.settled()
    if (settled === null) return
    if (!(await command.run({ id: crisisId, text, at, attach: settled.attach }))) return
    files.discard()
    setText('')
    setAt(null)
    setRound((before) => before + 1)
  }

  function sendByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }

  return (
    <div className={styles.composer} role="group" aria-label={t('compose.label')}>
      <TextArea
        id={LOG_FIELD}
        onKeyDown={sendByKey}
        label={t('compose.label')}
        isLabelHidden
        placeholder={t('compose.placeholder')}
        value={text}
        onChange={setText}
        maxLength={5000}
        rows={2}
      />
      <AddedFiles files={files} />
      <div className={styles.composerFoot}>
        <AttachButton files={files} />
        <AtField key={round} label={t('compose.at')} value={at} onChange={setAt} />
        <span className={styles.composerEnd}>
          <Button
            variant="primary"
            shortcut="mod+enter"
            isDisabled={isEmpty}
            isPending={command.isRunning}
            onPress={() => void send()}
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

/** What was handed over and never noted is let go. */
function useDiscardAtEnd({ discard }: EvidenceDraft) {
  const latest = useRef(discard)
  useEffect(() => {
    latest.current = discard
  })
  useEffect(() => () => latest.current(), [])
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

import { Check, Copy, FileDown, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../shared/contract/fields.ts'
import type { EvidenceFile } from '../../../../shared/contract/moderation-fields.ts'
import { saveAttachment } from '../../../lib/save-attachment.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useCopying } from '../../../lib/use-copying.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './evidence.module.css'
import { Thumbnail } from './thumbnail.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

type Remove = (commandId: string, id: number) => Promise<Receipt>

export interface EvidenceGridProps {
  readonly files: readonly EvidenceFile[]
  /** Takes one off: of a crisis, or of a conversation. */
  readonly onRemove: Remove
}

/** Evidence with its date and its hash. */
export function EvidenceGrid({ files, onRemove }: EvidenceGridProps) {
  return (
    <ul className={styles.grid}>
      {files.map((file) => (
        <EvidenceTile key={file.id} file={file} onRemove={onRemove} />
      ))}
    </ul>
  )
}

function EvidenceTile({ file, onRemove }: { readonly file: EvidenceFile; readonly onRemove: Remove }) {
  const { t } = useTranslation('crisisParts')
  const format = useFormat()
  const words = useCrisisWords()
  const change = useChange('toast')
  const { id, fileName: name, bytes, addedAt, sha256, state } = file
  return (
    <li className={styles.tile}>
      <Thumbnail file={file} size="l" />
      <div className={styles.tileHead}>
        <b title={name}>{name}</b>
        <span className={styles.tileActions}>
          {state === 'present' && (
            <IconButton
              size="s"
              variant="quiet"
              icon={FileDown}
              label={t('evidence.save', { name })}
              onPress={() => void saveAttachment(file)}
            />
          )}
          <IconButton
            size="s"
            variant="quiet"
            icon={X}
            label={t('evidence.remove', { name })}
            isPending={change.isRunning}
            onPress={() => void change.run((commandId) => onRemove(commandId, id), t('evidence.removed'))}
          />
        </span>
      </div>
      {state === 'present' ? (
        <small>{`${words.at(addedAt)} · ${format.bytes(bytes)}`}</small>
      ) : (
        <small className={styles.problem} role="alert">
          {t(`evidence.states.${state}`)}
        </small>
      )}
      <Hash value={sha256} name={name} />
    </li>
  )
}

/** All of it can be copied; enough of it to compare by eye is shown. */
function Hash({ value, name }: { readonly value: string; readonly name: string }) {
  const { t } = useTranslation('crisisParts')
  const [copied, copy] = useCopying()
  const isCopied = copied === value
  return (
    <span className={styles.hash}>
      <code title={`SHA-256 ${value}`}>{value}</code>
      <IconButton
        size="s"
        variant="quiet"
        icon={isCopied ? Check : Copy}
        label={t(isCopied ? 'evidence.hashCopied' : 'evidence.copyHash', { name })}
        onPress={() => void copy(value)}
      />
    </span>
  )
}

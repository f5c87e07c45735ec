import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/contract/costs.ts'
import { MAX_RECEIPT_BYTES, RECEIPT_EXTENSIONS } from '../../../shared/domain/receipt-file.ts'
import { saveAttachment } from '../../lib/save-attachment.ts'
import { useFormat } from '../../lib/use-format.ts'
import { FilePicker, WindowDrop } from '../../ui/drop-zone.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './costs.module.css'
import type { ReceiptDraft } from './use-receipt-draft.ts'

export interface ReceiptFieldsProps {
  readonly receipts: ReceiptDraft
  readonly error: string | undefined
}

/** The receipts of an expense; files dropped anywhere on the window while its form is open are attached to it. */
export function ReceiptFields({ receipts, error }: ReceiptFieldsProps) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const problem = receipts.problem ?? error
  return (
    <section className={styles.receipts} aria-label={t('receipts.title')}>
      <h3 className={styles.heading}>{t('receipts.title')}</h3>
      <ul className={styles.files}>
        {receipts.kept.map((file) => (
          <AttachedFile key={file.id} file={file} onTakeOff={() => receipts.takeOff(file.id)} />
        ))}
        {receipts.added.map(({ key, name, bytes, state }) => (
          <FileRow
            key={key}
            name={name}
            remark={`${format.bytes(bytes)} · ${t(state === 'ready' ? 'receipts.new' : 'receipts.uploading')}`}
            removeLabel={t('receipts.remove', { name })}
            onRemove={() => receipts.takeBack(key)}
          />
        ))}
      </ul>
      <div className={styles.attach}>
        <FilePicker onFiles={receipts.add} buttonText={t('receipts.add')} accept={RECEIPT_EXTENSIONS.join(',')} />
        <span className={styles.hint}>{t('receipts.hint', { limit: format.bytes(MAX_RECEIPT_BYTES) })}</span>
      </div>
      {problem !== undefined && problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <WindowDrop
        isInFront
        title={t('receipts.dropTitle')}
        description={t('receipts.dropText')}
        onFiles={receipts.add}
      />
    </section>
  )
}

function AttachedFile({ file, onTakeOff }: { readonly file: Attachment; onTakeOff(): void }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  return (
    <FileRow
      name={file.fileName}
      remark={format.bytes(file.bytes)}
      {...(file.state !== 'present' && { problem: t(`receipts.${file.state}`) })}
      removeLabel={t('receipts.remove', { name: file.fileName })}
      onRemove={onTakeOff}
    >
      {file.state === 'present' && (
        <IconButton
          size="s"
          variant="quiet"
          icon={FileDown}
          label={t('receipts.save', { name: file.fileName })}
          onPress={() => void saveAttachment(file)}
        />
      )}
    </FileRow>
  )
}

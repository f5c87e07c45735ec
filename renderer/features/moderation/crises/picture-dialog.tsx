import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../../../shared/contract/moderation-fields.ts'
import { picturePath } from '../../../../shared/domain/receipt-file.ts'
import { saveAttachment } from '../../../lib/save-attachment.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './evidence.module.css'
import { useCrisisWords } from './use-crisis-words.ts'

export interface PictureDialogProps {
  readonly file: EvidenceFile
  onClose(): void
}

/** A picture as large as the window allows, with what proves it. */
export function PictureDialog({ file, onClose }: PictureDialogProps) {
  const { t } = useTranslation('crisisParts')
  const format = useFormat()
  const words = useCrisisWords()
  return (
    <Dialog
      isOpen
      size="l"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={file.fileName}
      footer={
        <Button icon={FileDown} onPress={() => void saveAttachment(file)}>
          {t('evidence.saveFile')}
        </Button>
      }
    >
      <img className={styles.picture} src={picturePath(file.id)} alt={file.fileName} />
      <p className={styles.proof}>
        {t('evidence.added', { at: words.at(file.addedAt) })} · {format.bytes(file.bytes)}
        <br />
        SHA-256 <code>{file.sha256}</code>
      </p>
    </Dialog>
  )
}

import { FileText, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import type { EvidenceFile } from '../../../../shared/contract/moderation-fields.ts'
import { isShownAsPicture, picturePath } from '../../../../shared/domain/receipt-file.ts'
import { saveAttachment } from '../../../lib/save-attachment.ts'
import { cx } from '../../../ui/class-names.ts'
import styles from './evidence.module.css'
import { PictureDialog } from './picture-dialog.tsx'

export interface ThumbnailProps {
  readonly file: EvidenceFile
  readonly size?: 's' | 'l'
}

/** A piece of evidence in small: a picture opens large, anything else is saved. */
export function Thumbnail({ file, size = 's' }: ThumbnailProps) {
  const { t } = useTranslation('crisisParts')
  const [isOpen, setIsOpen] = useState(false)
  const [isBroken, setIsBroken] = useState(false)
  const isPicture = isShownAsPicture(file.mediaType)
  const isGone = file.state !== 'present' || isBroken
  const inside = isGone ? (
    <ImageOff size={20} aria-hidden />
  ) : isPicture ? (
    <img src={picturePath(file.id)} alt="" loading="lazy" onError={() => setIsBroken(true)} />
  ) : (
    <FileText size={24} aria-hidden />
  )
  return (
    <>
      <AriaButton
        className={cx(styles.thumbnail, styles[size], isGone && styles.gone)}
        aria-label={
          isGone
            ? t('evidence.goneNamed', { name: file.fileName })
            : t(isPicture ? 'evidence.show' : 'evidence.save', { name: file.fileName })
        }
        isDisabled={isGone}
        onPress={() => (isPicture ? setIsOpen(true) : void saveAttachment(file))}
      >
        {inside}
      </AriaButton>
      {isOpen && <PictureDialog file={file} onClose={() => setIsOpen(false)} />}
    </>
  )
}

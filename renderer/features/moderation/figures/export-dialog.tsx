import { FileDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureFilter } from '../../../../shared/contract/moderation-figures.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import { client } from '../../../lib/api.ts'
import { useAppCommands } from '../../../lib/commands.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './figures.module.css'

export interface ExportDialogProps {
  readonly filter: FigureFilter
  readonly model: AttributionModel
  /** Rows there will be. */
  readonly count: number
}

/** One row a conversation; names and texts of the other side only where they are asked for, each time anew. */
export function ExportDialog({ filter, model, count }: ExportDialogProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const [hasTexts, setHasTexts] = useState(false)
  const open = () => {
    setHasTexts(false)
    setIsOpen(true)
  }
  const commands = useMemo(
    () => [
      {
        id: 'moderation.export',
        title: t('export.command'),
        group: t('title'),
        icon: FileDown,
        keywords: ['Export', 'CSV', 'Excel'],
        run: () => {
          setHasTexts(false)
          setIsOpen(true)
        },
      },
    ],
    [t],
  )
  useAppCommands(commands)
  const { language } = format
  return (
    <>
      <Button icon={FileDown} onPress={open}>
        {t('export.open')}
      </Button>
      <Dialog
        size="s"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t('export.title')}
        onSubmit={() => {
          setIsOpen(false)
          void saveFile((options) =>
            client.moderation.exportConversations({ filter, model, hasTexts, language }, options),
          )
        }}
        footer={
          <>
            <Button onPress={() => setIsOpen(false)}>{t('export.cancel')}</Button>
            <Button variant="primary" type="submit">
              {t('export.save')}
            </Button>
          </>
        }
      >
        <div className={styles.exporting}>
          <p>{t('export.text', { count, period: format.dayRange(filter.period.from, filter.period.to) })}</p>
          <p className={styles.quiet}>{t('export.columns')}</p>
          <Checkbox isSelected={hasTexts} onChange={setHasTexts} description={t('export.textsHelp')}>
            {t('export.texts')}
          </Checkbox>
        </div>
      </Dialog>
    </>
  )
}

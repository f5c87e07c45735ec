import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import styles from './result.module.css'

/** Says which costs a channel carries. */
export function CostingNote() {
  const { t } = useTranslation('result')
  return (
    <Popover
      label={t('costing')}
      placement="bottom end"
      trigger={
        <Button variant="quiet" icon={Layers}>
          {t('costing')}
        </Button>
      }
    >
      <p className={styles.costing}>{t('costingHelp')}</p>
    </Popover>
  )
}

import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Costing, Grouping } from '../../../shared/contract/result.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ChoiceList } from './choice-list.tsx'
import { COSTINGS } from './question.ts'
import styles from './switches.module.css'

export interface CostingPickerProps {
  readonly costing: Costing
  readonly by: Grouping
  onChange(costing: Costing): void
}

/** Which costs a channel carries: its own, or its part of what serves several as well. */
export function CostingPicker({ costing, by, onChange }: CostingPickerProps) {
  const { t } = useTranslation('result')
  const name = t(`costing.names.${costing}`)
  return (
    <Popover
      label={t('costing.label')}
      placement="bottom end"
      trigger={
        <Button icon={Layers} aria-label={`${t('costing.label')}: ${name}`}>
          {t(costing === 'direct' ? 'costing.direct' : 'costing.full')}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.sheet}>
          <ChoiceList
            label={t('costing.label')}
            value={costing}
            choices={COSTINGS.map((value) => ({
              value,
              label: t(`costing.names.${value}`),
              help: t(`costing.help.${value}`),
            }))}
            onChoose={(next) => {
              onChange(next)
              close()
            }}
          />
          <p className={styles.note}>
            {t('costing.verdict')} {by !== 'channel' && t('costing.channelsOnly')}
          </p>
        </div>
      )}
    </Popover>
  )
}

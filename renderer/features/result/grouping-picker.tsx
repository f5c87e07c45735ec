import { useTranslation } from 'react-i18next'
import type { Grouping } from '../../../shared/contract/result.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { FAR_GROUPINGS, NEAR_GROUPINGS } from './question.ts'
import styles from './result.module.css'

export interface GroupingPickerProps {
  readonly by: Grouping
  onChange(by: Grouping): void
}

export function GroupingPicker({ by, onChange }: GroupingPickerProps) {
  const { t } = useTranslation('result')
  const isFar = FAR_GROUPINGS.includes(by)
  return (
    <div className={styles.groupings}>
      <Segmented
        label={t('table.groupings.label')}
        value={by}
        onChange={onChange}
        options={NEAR_GROUPINGS.map((value) => ({ value, label: t(`table.groupings.${value}`) }))}
      />
      <div className={styles.farGroupings} data-chosen={isFar || undefined}>
        <Select
          label={t('table.groupings.more')}
          isLabelHidden
          width="auto"
          value={isFar ? by : null}
          placeholder={t('table.groupings.more')}
          onChange={onChange}
          options={FAR_GROUPINGS.map((value) => ({ value, label: t(`table.groupings.${value}`) }))}
        />
      </div>
    </div>
  )
}

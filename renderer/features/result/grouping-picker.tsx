import { useTranslation } from 'react-i18next'
import { type Grouping, GROUPINGS } from '../../../shared/contract/result.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './result.module.css'

/** At hand; the others wait in a list, because ten of them fit no window of 1024. */
const NEAR: readonly Grouping[] = ['channel', 'campaign', 'post', 'activity', 'month']
const FAR = GROUPINGS.filter((grouping) => !NEAR.includes(grouping))

export interface GroupingPickerProps {
  readonly by: Grouping
  onChange(by: Grouping): void
}

export function GroupingPicker({ by, onChange }: GroupingPickerProps) {
  const { t } = useTranslation('result')
  const isFar = FAR.includes(by)
  return (
    <div className={styles.groupings}>
      <Segmented
        label={t('table.groupings.label')}
        value={by}
        onChange={onChange}
        options={NEAR.map((value) => ({ value, label: t(`table.groupings.${value}`) }))}
      />
      <div className={styles.farGroupings} data-chosen={isFar || undefined}>
        <Select
          label={t('table.groupings.more')}
          isLabelHidden
          width="auto"
          value={isFar ? by : null}
          placeholder={t('table.groupings.more')}
          onChange={onChange}
          options={FAR.map((value) => ({ value, label: t(`table.groupings.${value}`) }))}
        />
      </div>
    </div>
  )
}

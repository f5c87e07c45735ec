import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { FilterChip } from '../../../ui/filter-chips.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import styles from './filters.module.css'
import { useFilterChips } from './use-filter-chips.ts'

/** Under the head: nothing is filtered unseen. */
export function ActiveFilters() {
  const { t } = useTranslation('calendarLists')
  const { clearFilters } = useCalendarAddress()
  const chips = useFilterChips()
  if (chips.length === 0) return null
  return (
    <div className={styles.chips} role="group" aria-label={t('filter.chips')}>
      {chips.map(({ key, text, remove }) => (
        <FilterChip key={key} isSmall text={text} onRemove={remove} />
      ))}
      <Button variant="quiet" size="s" onPress={clearFilters}>
        {t('filter.clear')}
      </Button>
    </div>
  )
}

import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useCalendarAddress } from './calendar-address.ts'

export function CalendarFilters() {
  const { t } = useTranslation('calendar')
  const { isFiltered, clearFilters } = useCalendarAddress()
  if (!isFiltered) return null
  return (
    <Button icon={ListFilter} onPress={clearFilters}>
      {t('filter.clear')}
    </Button>
  )
}

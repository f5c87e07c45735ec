/** What stands in the middle while a view has no post to show. */
import { CalendarDays, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommandRegistry } from '../../../lib/commands.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import styles from './filters.module.css'

/** Before anything was noted. */
export function NothingPlanned() {
  const { t } = useTranslation('calendarLists')
  const add = useCommandRegistry((state) => state.commands.find(({ id }) => id === 'calendar.add'))
  return (
    <EmptyState
      icon={CalendarDays}
      title={t('empty.nothingTitle')}
      primary={
        add && (
          <Button variant="primary" shortcut="b" onPress={add.run}>
            {add.title}
          </Button>
        )
      }
    >
      <p>{t('empty.nothing')}</p>
      <ul className={styles.teaching}>
        {(['idea', 'plan', 'measure'] as const).map((key) => (
          <li key={key}>{t(`empty.ways.${key}`)}</li>
        ))}
      </ul>
    </EmptyState>
  )
}

export function FilteredOut() {
  const { t } = useTranslation('calendarLists')
  const { clearFilters } = useCalendarAddress()
  return (
    <EmptyState
      icon={SearchX}
      title={t('empty.filteredTitle')}
      primary={<Button onPress={clearFilters}>{t('filter.clear')}</Button>}
    >
      {t('empty.filtered')}
    </EmptyState>
  )
}

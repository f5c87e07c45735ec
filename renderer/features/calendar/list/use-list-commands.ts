/** Keys of the list that act wherever the focus is. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppCommands } from '../../../lib/commands.ts'

export function useListCommands(step: (by: number) => void): void {
  const { t } = useTranslation(['calendarLists', 'calendar'])
  useAppCommands(
    useMemo(() => {
      const group = t('calendar:title')
      return [
        { id: 'calendar.next', title: t('commands.next'), group, shortcut: 'j', run: () => step(1) },
        { id: 'calendar.previous', title: t('commands.previous'), group, shortcut: 'k', run: () => step(-1) },
      ]
    }, [t, step]),
  )
}

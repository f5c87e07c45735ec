import { useAppCommands } from '../../lib/commands.ts'
import { CalendarPlus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNewPost } from './post/new-post-store.ts'

/** What the calendar offers on every screen. */
export function CalendarGlobal() {
  const { t } = useTranslation('calendar')
  useAppCommands(
    useMemo(
      () => [
        {
          id: 'calendar.add',
          title: t('commands.add'),
          group: t('title'),
          icon: CalendarPlus,
          shortcut: 'b',
          opensField: true,
          keywords: ['post', 'beitrag', 'idee', 'idea', 'plan'],
          run: () => useNewPost.getState().show(),
        },
      ],
      [t],
    ),
  )
  return null
}

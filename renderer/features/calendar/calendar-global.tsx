import { useAppCommands } from '../../lib/commands.ts'
import { CalendarPlus } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNewPost } from './post/new-post-store.ts'

// Fields for days are heavy; no first screen waits for them.
const NewPostDialog = lazy(async () => ({ default: (await import('./post/new-post-dialog.tsx')).NewPostDialog }))

/** What the calendar offers on every screen. */
export function CalendarGlobal() {
  const { t } = useTranslation('calendar')
  const isNoting = useNewPost((state) => state.start !== null)
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
  return <Suspense fallback={null}>{isNoting && <NewPostDialog />}</Suspense>
}

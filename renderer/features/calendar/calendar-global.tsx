import { CalendarPlus } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppCommands } from '../../lib/commands.ts'
import { useFinder } from '../../lib/finders.ts'
import { findPosts } from './anywhere/find-posts.ts'
import { useDueCount } from './anywhere/use-due-count.ts'
import { useNewPost } from './post/new-post-store.ts'

// Fields for days are heavy; no first screen waits for them.
const NewPostDialog = lazy(async () => ({ default: (await import('./post/new-post-dialog.tsx')).NewPostDialog }))

/** What the calendar offers on every screen. */
export function CalendarGlobal() {
  const { t } = useTranslation('calendar')
  const isNoting = useNewPost((state) => state.start !== null)
  useDueCount()
  usePostFinder()
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

function usePostFinder(): void {
  const { t } = useTranslation('calendarLists')
  useFinder(useMemo(() => ({ id: 'calendar', find: (text) => findPosts(text, t('found')) }), [t]))
}

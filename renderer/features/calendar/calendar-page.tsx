/** The editorial calendar: by month, by week, by status or as a list, with the chosen post beside it. */
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { dayAt } from '../../../shared/domain/instant.ts'
import { api } from '../../lib/api.ts'
import type { CalendarView } from '../../lib/calendar-address.ts'
import { useNow } from '../../lib/use-now.ts'
import { useRememberedSearch } from '../../lib/use-remembered-search.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { useCalendarAddress } from './calendar-address.ts'
import { BulkBar } from './bulk/bulk-bar.tsx'
import { CalendarFilters } from './calendar-filters.tsx'
import { CalendarHead, useViewTitle } from './calendar-head.tsx'
import styles from './calendar.module.css'
import { ActiveFilters } from './filters/active-filters.tsx'
import { useNewPost } from './post/new-post-store.ts'
import { enterPane, useEntering } from './post/pane-focus.ts'
import { ViewSwitch } from './view-switch.tsx'
import type { ViewProps } from './view-props.ts'

const VIEWS = {
  month: lazy(async () => ({ default: (await import('./month/month-view.tsx')).MonthView })),
  week: lazy(async () => ({ default: (await import('./week/week-view.tsx')).WeekView })),
  board: lazy(async () => ({ default: (await import('./board/board-view.tsx')).BoardView })),
  list: lazy(async () => ({ default: (await import('./list/list-view.tsx')).ListView })),
} satisfies Record<CalendarView, unknown>
const PostPane = lazy(async () => ({ default: (await import('./post/post-pane.tsx')).PostPane }))

export function CalendarPage() {
  const { t } = useTranslation('calendar')
  useRememberedSearch('/calendar')
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone
  const now = useNow()
  return timeZone === undefined ? (
    <Page title={t('title')} isFilling>
      {null}
    </Page>
  ) : (
    <Calendar timeZone={timeZone} today={dayAt(now, timeZone)} />
  )
}

function Calendar({ timeZone, today }: Pick<ViewProps, 'timeZone' | 'today'>) {
  const { t } = useTranslation('calendar')
  const address = useCalendarAddress()
  const { view, postId, variantId, filter, select } = address
  const day = address.day ?? today
  const title = useViewTitle(view, day)
  const show = useNewPost((state) => state.show)
  const View = VIEWS[view]
  const entering = useEntering()
  const onShow = (row: PlanRow | null) => {
    select(row?.postId ?? null, row?.id)
    if (row && entering.isEntering()) enterPane()
  }
  return (
    <Page
      title={title}
      isFilling
      titleAside={<CalendarHead day={day} today={today} />}
      actions={
        <>
          <ViewSwitch />
          <CalendarFilters />
          <Button variant="primary" icon={Plus} shortcut="b" onPress={() => show()}>
            {t('add')}
          </Button>
        </>
      }
    >
      <div className={styles.place}>
        <ActiveFilters />
        <div className={styles.columns} data-calendar data-beside={postId !== null || undefined} {...entering.handlers}>
          <Suspense fallback={null}>
            <View
              day={day}
              today={today}
              timeZone={timeZone}
              filter={filter}
              shown={{ postId, variantId }}
              onShow={onShow}
              onAdd={(at) => show({ day: at?.day ?? null, clock: at?.clock ?? null })}
            />
          </Suspense>
          {postId !== null && (
            <Card isFlush className={styles.pane}>
              <Suspense fallback={null}>
                <PostPane
                  key={postId}
                  postId={postId}
                  variantId={variantId}
                  onVariant={(id) => select(postId, id)}
                  onClose={() => select(null)}
                />
              </Suspense>
            </Card>
          )}
        </div>
        <BulkBar timeZone={timeZone} />
      </div>
    </Page>
  )
}

import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useNarrow } from '../../lib/use-media.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { QuickEntryLine } from './quick-entry/quick-entry-line.tsx'
import { TimeActions, TimeStepper } from './timeline/time-head.tsx'
import { type TimeView, useTimeView } from './timeline/time-view.ts'
import styles from './time-page.module.css'

const Timeline = lazy(async () => ({ default: (await import('./timeline/timeline.tsx')).Timeline }))
const TimeList = lazy(async () => ({ default: (await import('./list/time-list.tsx')).TimeList }))
const TimeReport = lazy(async () => ({ default: (await import('./report/time-report.tsx')).TimeReport }))

export function TimePage() {
  const { t } = useTranslation('time')
  const describe = useErrorTexts()
  const isNarrow = useNarrow()
  const { view, error } = useTimeView()
  return (
    <Page
      title={t('title')}
      isFilling={isFilling(view?.view, isNarrow)}
      titleAside={view && <TimeStepper view={view} />}
      actions={view && <TimeActions view={view} />}
    >
      <QuickEntryLine />
      <div className={styles.view}>
        {error && !view && <ErrorPanel error={describe(error)} />}
        {!view && !error && <Skeleton lines={2} height={320} />}
        <Suspense fallback={<Skeleton height={320} />}>{view && <Shown view={view} />}</Suspense>
      </div>
    </Page>
  )
}

function Shown({ view }: { readonly view: TimeView }) {
  if (view.view === 'list') return <TimeList />
  if (view.view === 'report') return <TimeReport />
  return <Timeline view={view} />
}

/** Lists scroll in themselves at every size; a timeline leaves room for what falls below it in a narrow window. */
function isFilling(view: TimeView['view'] | undefined, isNarrow: boolean): boolean {
  return view === 'list' || (view !== 'report' && !isNarrow)
}

import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { QuickEntryLine } from './quick-entry/quick-entry-line.tsx'

const Timeline = lazy(async () => ({ default: (await import('./timeline/timeline.tsx')).Timeline }))
const TimeList = lazy(async () => ({ default: (await import('./list/time-list.tsx')).TimeList }))
const TimeReport = lazy(async () => ({ default: (await import('./report/time-report.tsx')).TimeReport }))

export function TimePage() {
  const { t } = useTranslation('time')
  return (
    <Page title={t('title')}>
      <QuickEntryLine />
      <Suspense fallback={null}>
        <Timeline />
        <TimeList />
        <TimeReport />
      </Suspense>
    </Page>
  )
}

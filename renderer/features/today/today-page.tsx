/** The first screen: how the month stands, where the week went, and what is still missing. Shows only what has data behind it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Day, Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AnswersCard } from './answers-card.tsx'
import { CaptureCard } from './capture-card.tsx'
import { EmptyToday } from './empty-today.tsx'
import { ErasureCard } from './erasure-card.tsx'
import { ImportsCard } from './imports-card.tsx'
import { MissingCard } from './missing-card.tsx'
import { MonthCard } from './month-card.tsx'
import styles from './today.module.css'
import { WeekCard } from './week-card.tsx'

export function TodayPage() {
  const { t } = useTranslation(['today', 'app'])
  const format = useFormat()
  const describe = useErrorTexts()
  const status = useQuery(api.app.status.queryOptions())
  const extent = useQuery(api.result.extent.queryOptions())
  const error = status.error ?? extent.error
  const today = status.data?.today
  const title = today === undefined ? t('app:navigation.today') : format.dayLong(today)

  function content() {
    if (error) {
      const retry = (
        <Button size="s" onPress={() => void Promise.all([status.refetch(), extent.refetch()])}>
          {t('retry')}
        </Button>
      )
      return <ErrorPanel error={describe(error)} actions={retry} />
    }
    if (today === undefined || extent.data === undefined) return <Skeleton lines={6} />
    if (extent.data === null)
      return (
        <Stack>
          <AnswersCard />
          <ErasureCard />
          <EmptyToday />
        </Stack>
      )
    return <Dashboard today={today} extent={extent.data} />
  }

  return <Page title={title}>{content()}</Page>
}

function Dashboard({ today, extent }: { readonly today: Day; readonly extent: Period }) {
  return (
    <div className={styles.board}>
      <div className={styles.stack}>
        <MonthCard today={today} extent={extent} />
        <ImportsCard />
      </div>
      <div className={styles.stack}>
        <WeekCard today={today} extent={extent} />
      </div>
      <div className={styles.stack}>
        <AnswersCard />
        <CaptureCard />
        <ErasureCard />
        <MissingCard today={today} extent={extent} />
      </div>
    </div>
  )
}

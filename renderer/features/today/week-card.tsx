/** Where the week went: hours and cost by activity, and how much of it was dialogue. */
import { useQuery } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { type Day, isoWeekOf, type Period } from '../../../shared/domain/day.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { api } from '../../lib/api.ts'
import { entriesAddress } from '../../lib/time-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Duration } from '../../ui/duration.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LinkButton, TextLink } from '../../ui/link-button.tsx'
import { Money } from '../../ui/money.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { activityColour } from './activity-colour.ts'
import { DialogueNote } from './dialogue-note.tsx'
import { shownWeek } from './periods.ts'
import styles from './today.module.css'
import { useLatestHours } from './use-latest-hours.ts'

interface WeekCardProps {
  readonly today: Day
  readonly extent: Period
}

export function WeekCard({ today, extent }: WeekCardProps) {
  const { t } = useTranslation('today')
  const latest = useLatestHours(extent)
  if (latest === undefined) {
    return (
      <Card title={t('week.current')}>
        <Skeleton lines={5} />
      </Card>
    )
  }
  if (latest === null) {
    return (
      <Card title={t('week.current')}>
        <EmptyState
          icon={Clock}
          isCompact
          title={t('week.empty')}
          primary={<LinkButton href="/imports">{t('week.importHours')}</LinkButton>}
        />
      </Card>
    )
  }
  return <Week today={today} extent={extent} latest={latest} />
}

function Week({ today, extent, latest }: WeekCardProps & { readonly latest: Day }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const describe = useErrorTexts()
  const { period, isCurrent } = shownWeek(today, latest)
  const summary = useQuery(api.result.summary.queryOptions({ input: { period, model: 'last', by: 'activity' } }))
  const { week } = isoWeekOf(period.from)
  const totals = summary.data?.totals
  const amount = totals && (totals.labourCents > 0 ? format.moneyRounded(totals.labourCents) : t('week.unpriced'))
  return (
    <Card
      title={isCurrent ? t('week.current') : t('week.past', { week })}
      aside={totals && <span>{t('week.sum', { duration: format.duration(totals.seconds), amount })}</span>}
    >
      {!isCurrent && (
        <p className={styles.remark}>{t('week.pastRemark', { range: format.dayRange(period.from, period.to) })}</p>
      )}
      {summary.isError ? (
        <ErrorPanel error={describe(summary.error)} />
      ) : summary.data === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <>
          <ActivityBar labour={summary.data.labourByActivity} />
          <ActivityTable labour={summary.data.labourByActivity} period={period} />
          <DialogueNote labour={summary.data.labourByActivity} extent={extent} />
        </>
      )}
    </Card>
  )
}

type Labour = ResultSummary['labourByActivity']

/** The table under it says the same. */
function ActivityBar({ labour }: { readonly labour: Labour }) {
  return (
    <div className={styles.bar} aria-hidden>
      {labour.map(({ activity, seconds }) => (
        <span key={activity ?? ''} style={{ flexGrow: seconds, background: activityColour(activity) }} />
      ))}
    </div>
  )
}

function ActivityTable({ labour, period }: { readonly labour: Labour; readonly period: Period }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const names = activityNames(format.language)
  return (
    <table className={styles.activities} aria-label={t('week.table')}>
      <tbody>
        {labour.map(({ activity, seconds, cents, unpricedSeconds }) => (
          <tr key={activity ?? ''}>
            <th scope="row">
              <span className={styles.swatch} style={{ background: activityColour(activity) }} aria-hidden />
              {activity === null ? t('week.noActivity') : names[activity]}
            </th>
            <td>
              <TextLink href={entriesAddress({ period, activity, scope: 'social' })} isFigure>
                <Duration seconds={seconds} />
              </TextLink>
            </td>
            <td>
              {unpricedSeconds > 0 ? (
                <span className={styles.remark}>{t('week.unpriced')}</span>
              ) : (
                <Money cents={cents} isRounded />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Insights, ResultSummary } from '../../../shared/contract/result.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { linesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import { bestHoursDrill } from './link-drills.ts'
import { costPerHour } from './missing.ts'
import styles from './result.module.css'
import { totalTarget } from './targets.ts'

type BestHours = Insights['bestHours']
type Hours = BestHours['rows'][number]

export interface BestHoursCardProps {
  readonly bestHours: BestHours
  readonly summary: ResultSummary
}

/** Enough to act on; the rest is noise. */
const SHOWN = 6

/** Where the return per hour of the last weeks was highest: an average, not a promise. */
export function BestHoursCard({ bestHours, summary }: BestHoursCardProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { period, rows } = bestHours
  const rate = costPerHour(summary.totals)
  const columns = useMemo((): Column<Hours>[] => {
    const names = activityNames(format.language)
    const nameOf = (row: Hours) => `${row.channel} · ${names[row.activity]}`
    const channelOf = (row: Hours) => {
      const all = totalTarget(summary, nameOf(row))
      return { ...all, channelId: row.channelId, ...(period && { period }) }
    }
    return [
      {
        id: 'name',
        header: t('bestHours.where'),
        isRowHeader: true,
        width: '99%',
        cell: (row) => <ChannelName network={row.network}>{nameOf(row)}</ChannelName>,
      },
      {
        id: 'hours',
        header: t('table.hours'),
        align: 'end',
        cell: (row) => {
          const target = { ...channelOf(row), activity: row.activity }
          return <DrillLink drill={linesDrill('hours', target)}>{format.hours(row.seconds)}</DrillLink>
        },
        sortValue: (row) => row.seconds,
      },
      {
        id: 'perHour',
        header: t('table.perHour'),
        align: 'end',
        // Green only where the hour brought more than it cost.
        cell: (row) => {
          const { returnPerHourCents: back } = row
          const tone = back < 0 ? 'cost' : rate !== null && back >= rate ? 'return' : 'neutral'
          return (
            <DrillLink drill={bestHoursDrill(row, channelOf(row))}>
              <Money cents={back} tone={tone} />
            </DrillLink>
          )
        },
        sortValue: (row) => row.returnPerHourCents,
      },
    ]
  }, [summary, period, rate, format, t])
  const range = period && format.dayRange(period.from, period.to)
  return (
    <Card
      title={t('bestHours.title')}
      isFlush
      className={styles.tall}
      {...(rows.length > 0 && { footer: t('bestHours.note', { period: range }) })}
    >
      <div className={styles.table}>
        <Table
          label={t('bestHours.title')}
          columns={columns}
          rows={rows.slice(0, SHOWN)}
          rowKey={(row) => `${row.channelId} ${row.activity}`}
          empty={<p className={styles.empty}>{t('bestHours.empty')}</p>}
        />
      </div>
    </Card>
  )
}

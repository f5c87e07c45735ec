import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { linesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './result.module.css'
import { totalTarget } from './targets.ts'

type Work = ResultSummary['labourByActivity'][number]

/** What the hours went into and what they cost. */
export function LabourCard({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const columns = useMemo((): Column<Work>[] => {
    const names = activityNames(format.language)
    const nameOf = (work: Work) => (work.activity === null ? t('labour.none') : names[work.activity])
    const all = totalTarget(summary, t('drill.all'))
    const targetOf = (work: Work) => ({ ...all, name: nameOf(work), activity: work.activity })
    const total = Math.max(1, summary.totals.seconds)
    return [
      {
        id: 'activity',
        header: t('labour.activity'),
        isRowHeader: true,
        cell: nameOf,
        sortValue: nameOf,
        footer: t('table.total'),
      },
      {
        id: 'bar',
        header: t('table.share'),
        width: '34%',
        cell: (work) => <ShareBar share={work.seconds / total} text={format.percent(work.seconds / total)} />,
      },
      {
        id: 'hours',
        header: t('table.hours'),
        align: 'end',
        sortValue: (work) => work.seconds,
        cell: (work) => <DrillLink drill={linesDrill('hours', targetOf(work))}>{format.hours(work.seconds)}</DrillLink>,
        footer: <DrillLink drill={linesDrill('hours', all)}>{format.hours(summary.totals.seconds)}</DrillLink>,
      },
      {
        id: 'labour',
        header: t('table.labour'),
        align: 'end',
        sortValue: (work) => work.cents,
        cell: (work) => (
          <DrillLink drill={linesDrill('labour', targetOf(work))}>
            {work.cents === 0 && work.unpricedSeconds > 0 ? t('table.noRate') : <Money isRounded cents={work.cents} />}
          </DrillLink>
        ),
        footer: (
          <DrillLink drill={linesDrill('labour', all)}>
            <Money isRounded cents={summary.totals.labourCents} />
          </DrillLink>
        ),
      },
    ]
  }, [summary, format, t])
  return (
    <Card title={t('labour.title')} isFlush className={styles.tall}>
      <div className={styles.table}>
        <Table
          label={t('labour.title')}
          columns={columns}
          rows={summary.labourByActivity}
          rowKey={(work) => work.activity ?? 'none'}
          empty={<p className={styles.empty}>{t('labour.empty')}</p>}
        />
      </div>
    </Card>
  )
}

function ShareBar({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <span className={styles.shareBar}>
      <span className={styles.shareTrack} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {text}
    </span>
  )
}

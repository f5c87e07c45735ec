import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/ledger.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLines } from '../../lib/use-rows.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import type { Drill } from './drill.ts'
import { DrillSum } from './drill-sum.tsx'
import styles from './drill.module.css'

type LinesDrill = Extract<Drill, { kind: 'lines' }>

export function DrillLines({ drill }: { readonly drill: LinesDrill }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const describe = useErrorTexts()
  const { rows, sums, isLoading, error, readMore } = useLines(drill.filter)
  const columns = useColumns(drill)
  if (error) return <ErrorPanel error={describe(error)} />
  const sum = !sums ? '…' : drill.measure === 'hours' ? format.hours(sums.seconds) : format.money(sums.costCents)
  return (
    <>
      <DrillSum value={sum} {...(sums && { count: t('drill.lines', { count: sums.count }) })} />
      <div className={styles.rows}>
        <Table
          label={t('drill.rows', { name: drill.name, measure: t(`drill.measures.${drill.measure}`) })}
          columns={columns}
          rows={rows}
          rowKey={(line) => String(line.id)}
          isLoading={isLoading}
          height="fill"
          onNearEnd={readMore}
          empty={<p className={styles.hint}>{t('drill.empty')}</p>}
        />
      </div>
    </>
  )
}

function useColumns({ filter }: LinesDrill): Column<LedgerLine>[] {
  const { t } = useTranslation('result')
  const format = useFormat()
  return useMemo(() => {
    const names = activityNames(format.language)
    const hasLabour = filter.kinds?.includes('labour') === true
    const columns: (Column<LedgerLine> | false)[] = [
      { id: 'day', header: t('drill.day'), cell: (line) => format.day(line.day) },
      {
        id: 'text',
        header: t('drill.text'),
        isRowHeader: true,
        width: '99%',
        cell: (line) => <Shortened text={line.description || line.campaign || '–'} />,
      },
      hasLabour && {
        id: 'activity',
        header: t('drill.activity'),
        cell: (line) => (line.activity === null ? '–' : names[line.activity]),
      },
      hasLabour && { id: 'person', header: t('drill.person'), cell: (line) => <Shortened text={line.person ?? '–'} /> },
      filter.channelId === undefined && {
        id: 'channel',
        header: t('drill.channel'),
        cell: (line) => line.channel ?? t('table.without.channel'),
      },
      hasLabour && {
        id: 'hours',
        header: t('drill.hours'),
        align: 'end',
        cell: (line) => (line.seconds === 0 ? '–' : format.duration(line.seconds)),
      },
      {
        id: 'amount',
        header: t('drill.amount'),
        align: 'end',
        cell: (line) => (line.isPriced ? <Money cents={line.cents} /> : t('drill.unpriced')),
      },
    ]
    return columns.filter((column) => column !== false)
  }, [filter, format, t])
}

/** Long names give way to the figures beside them. */
export function Shortened({ text }: { readonly text: string }) {
  return (
    <span className={styles.shortened} title={text}>
      {text}
    </span>
  )
}

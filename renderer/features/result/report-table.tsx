import { useTranslation } from 'react-i18next'
import type { ResultFigures, ResultRow } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { Money } from '../../ui/money.tsx'
import styles from './report.module.css'
import { formatOrders } from './sentence-parts.ts'
import type { ResultView } from './use-result.ts'
import { VerdictChip } from './verdict-chip.tsx'

/** More rows would not fit the page; the rest is added up. */
const MAX_ROWS = 7

type Figures = Pick<
  ResultFigures,
  | 'seconds'
  | 'unpricedSeconds'
  | 'labourCents'
  | 'adsCents'
  | 'otherCostCents'
  | 'orders'
  | 'netCents'
  | 'contributionCents'
  | 'resultCents'
>

export function ReportTable({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const { summary, confidence } = view
  const isTooLong = summary.rows.length > MAX_ROWS + 1
  const channels = summary.rows.filter((row) => row.key !== null)
  const without = summary.rows.filter((row) => row.key === null)
  const shown = isTooLong ? channels.slice(0, MAX_ROWS - 1) : channels
  const rest = channels.slice(shown.length)
  const verdicts = new Map(confidence.channels.map(({ channelId, verdict }) => [channelId, verdict]))
  const verdictOf = (row: ResultRow) => (row.id === null ? undefined : verdicts.get(row.id))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('table.groupings.channel')}</th>
          {(['hours', 'labour', 'nonLabour', 'orders', 'net', 'contribution', 'result'] as const).map((column) => (
            <th key={column} scope="col" className={styles.end}>
              {t(`table.${column}`)}
            </th>
          ))}
          <th scope="col">{t('table.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => {
          const verdict = verdictOf(row)
          return (
            <tr key={row.id}>
              <th scope="row">
                <ChannelName network={row.network}>{row.key}</ChannelName>
              </th>
              <Cells figures={row} />
              <td>{verdict && <VerdictChip verdict={verdict} />}</td>
            </tr>
          )
        })}
        {rest.length > 0 && (
          <tr>
            <th scope="row">{t('report.moreChannels', { count: rest.length })}</th>
            <Cells figures={addUp(rest)} />
            <td aria-hidden />
          </tr>
        )}
        {without.map((row) => (
          <tr key="without">
            <th scope="row">{t('table.without.channel')}</th>
            <Cells figures={row} />
            <td>{t('table.notAllocated')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('table.total')}</th>
          <Cells figures={summary.totals} />
          <td aria-hidden />
        </tr>
      </tfoot>
    </table>
  )
}

function Cells({ figures }: { readonly figures: Figures }) {
  const format = useFormat()
  const { t } = useTranslation('result')
  const {
    seconds,
    unpricedSeconds,
    labourCents,
    adsCents,
    otherCostCents,
    orders,
    netCents,
    contributionCents,
    resultCents,
  } = figures
  return (
    <>
      <td className={styles.end}>{seconds === 0 ? '–' : format.hours(seconds)}</td>
      <td className={styles.end}>
        {labourCents === 0 && unpricedSeconds > 0 ? (
          t('table.noRate')
        ) : (
          <Money isRounded cents={orNothing(labourCents)} />
        )}
      </td>
      <td className={styles.end}>
        <Money isRounded cents={orNothing(adsCents + otherCostCents)} />
      </td>
      <td className={styles.end}>{orders === 0 ? '–' : formatOrders(orders, format)}</td>
      <td className={styles.end}>
        <Money isRounded cents={orNothing(netCents)} />
      </td>
      <td className={styles.end}>
        <Money isRounded cents={contributionCents === null ? null : orNothing(contributionCents)} />
      </td>
      <td className={styles.end}>
        <Money isRounded cents={resultCents} sign="always" tone="result" />
      </td>
    </>
  )
}

/** Nothing is shown as a dash, as on the screen. */
function orNothing(cents: number): number | null {
  return cents === 0 ? null : cents
}

function addUp(rows: readonly ResultRow[]): Figures {
  const sum = (valueOf: (row: ResultRow) => number) => rows.reduce((total, row) => total + valueOf(row), 0)
  const sumOrNull = (valueOf: (row: ResultRow) => number | null) =>
    rows.some((row) => valueOf(row) === null) ? null : sum((row) => valueOf(row) ?? 0)
  return {
    seconds: sum((row) => row.seconds),
    unpricedSeconds: sum((row) => row.unpricedSeconds),
    labourCents: sum((row) => row.labourCents),
    adsCents: sum((row) => row.adsCents),
    otherCostCents: sum((row) => row.otherCostCents),
    orders: sum((row) => row.orders),
    netCents: sum((row) => row.netCents),
    contributionCents: sumOrNull((row) => row.contributionCents),
    resultCents: sumOrNull((row) => row.resultCents),
  }
}

/** Columns of the table of Bilanz. Every figure in it leads to its rows. */
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { ResultFigures, ResultRow } from '../../../shared/contract/result.ts'
import { postFormatNames } from '../../../shared/i18n/post-format-names.ts'
import type { Format } from '../../lib/format.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { type Drill, linesDrill, perHourDrill, purchasesDrill, resultDrill, type Target } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import { RangeBar, scaleFor } from './range-bar.tsx'
import styles from './result.module.css'
import { canEarn, isJudged } from './question.ts'
import { isTelling } from '../../../shared/domain/verdict.ts'
import { formatOrders } from '../../../shared/report/sentence.ts'
import { rowTarget, spreadTarget, totalTarget } from './targets.ts'
import { judgedKey, type ResultView, withoutHours } from './use-result.ts'
import { Chip } from '../../ui/chip.tsx'
import { VerdictChip } from './verdict-chip.tsx'

export interface ColumnsInput {
  readonly view: ResultView
  readonly format: Format
  readonly t: TFunction<'result'>
}

type FigureColumn = (figures: ResultFigures, target: Target) => ReactNode

/** The name a row is shown by. */
export function nameOfRow(row: ResultRow, { view, format, t }: ColumnsInput): string {
  const { by } = view.summary
  if (row.format !== null) return postFormatNames(format.language)[row.format]
  if (row.key === null) return t(`table.without.${by}`)
  return by === 'month' ? format.month(row.key) : row.key
}

/** What a row's figures lead to. */
export function targetOfRow(row: ResultRow, input: ColumnsInput): Target {
  const { view, t } = input
  const target = rowTarget(view.summary, row, nameOfRow(row, input))
  return view.summary.by === 'channel' ? spreadTarget(target, row, view.direct, t('table.without.channel')) : target
}

export function resultColumns(input: ColumnsInput): Column<ResultRow>[] {
  const { by } = input.view.summary
  const name = nameColumn(input)
  if (!canEarn(by)) return [name, ...timeColumns(input)]
  const figures = [name, ...costColumns(input), ...revenueColumns(input), ...outcomeColumns(input)]
  return hasVerdicts(input.view) ? [...figures, ...verdictColumns(input)] : figures
}

export function hasVerdicts({ summary, confidence }: ResultView): boolean {
  return isJudged(summary.by) && confidence.total !== null
}

export function nameColumn(input: ColumnsInput): Column<ResultRow> {
  const { view, t } = input
  const { by } = view.summary
  return {
    id: 'name',
    header: t(`table.groupings.${by}`),
    isRowHeader: true,
    cell: (row) => {
      const name = nameOfRow(row, input)
      return by === 'channel' ? (
        <ChannelName network={row.network}>{name}</ChannelName>
      ) : (
        <span className={styles.name} title={name}>
          {name}
        </span>
      )
    },
    sortValue: (row) => (by === 'month' ? row.key : nameOfRow(row, input)),
    footer: t('table.total'),
  }
}

/** A column of linked figures with the total in its footer. */
export function figureColumn(
  input: ColumnsInput,
  id: string,
  header: string,
  value: (figures: ResultFigures) => number | null,
  show: FigureColumn,
): Column<ResultRow> {
  const { view, t } = input
  const { summary } = view
  return {
    id,
    header,
    align: 'end',
    cell: (row) => show(row, targetOfRow(row, input)),
    sortValue: value,
    footer: show(summary.totals, totalTarget(summary, t('drill.all'))),
  }
}

export const dash = <span className={styles.dash}>–</span>

export function linked(drill: Drill, isNothing: boolean, figure: ReactNode): ReactNode {
  return isNothing ? dash : <DrillLink drill={drill}>{figure}</DrillLink>
}

function costColumns(input: ColumnsInput): Column<ResultRow>[] {
  const { t, format } = input
  const nonLabour = (figures: ResultFigures) => figures.adsCents + figures.otherCostCents
  return [
    figureColumn(
      input,
      'hours',
      t('table.hours'),
      (figures) => figures.seconds,
      (figures, target) => linked(linesDrill('hours', target), figures.seconds === 0, format.hours(figures.seconds)),
    ),
    figureColumn(
      input,
      'labour',
      t('table.labour'),
      (figures) => figures.labourCents,
      (figures, target) =>
        linked(linesDrill('labour', target), figures.seconds === 0, <Labour figures={figures} {...input} />),
    ),
    figureColumn(input, 'nonLabour', t('table.nonLabour'), nonLabour, (figures, target) =>
      linked(linesDrill('nonLabour', target), nonLabour(figures) === 0, <Money isRounded cents={nonLabour(figures)} />),
    ),
  ]
}

/** Hours without a rate are marked: their cost is missing in the figure. */
function Labour({ figures, t, format }: ColumnsInput & { readonly figures: ResultFigures }) {
  if (figures.unpricedSeconds === 0) return <Money isRounded cents={figures.labourCents} />
  if (figures.labourCents === 0) return t('table.noRate')
  const text = t('table.unpriced', { hours: format.hours(figures.unpricedSeconds) })
  return (
    <span title={text} aria-label={`${format.money(figures.labourCents)}, ${text}`}>
      {format.moneyRounded(figures.labourCents)} *
    </span>
  )
}

function revenueColumns(input: ColumnsInput): Column<ResultRow>[] {
  const { t, format } = input
  return [
    figureColumn(
      input,
      'orders',
      t('table.orders'),
      (figures) => figures.orders,
      (figures, target) =>
        linked(purchasesDrill('orders', target), figures.orders === 0, formatOrders(figures.orders, format)),
    ),
    figureColumn(
      input,
      'net',
      t('table.net'),
      (figures) => figures.netCents,
      (figures, target) =>
        linked(purchasesDrill('net', target), figures.orders === 0, <Money isRounded cents={figures.netCents} />),
    ),
    figureColumn(
      input,
      'contribution',
      t('table.contribution'),
      (figures) => figures.contributionCents,
      (figures, target) =>
        linked(
          purchasesDrill('contribution', target),
          figures.orders === 0 || figures.contributionCents === null,
          <Money isRounded cents={figures.contributionCents} />,
        ),
    ),
  ]
}

function outcomeColumns(input: ColumnsInput): Column<ResultRow>[] {
  const { t } = input
  return [
    figureColumn(
      input,
      'result',
      // Without hours it is what there is so far, and no result.
      withoutHours(input.view.summary) ? t('waterfall.preliminary') : t('table.result'),
      (figures) => figures.resultCents,
      (figures, target) =>
        linked(
          resultDrill(target, figures),
          figures.resultCents === null,
          <Money isRounded cents={figures.resultCents} sign="always" tone="result" />,
        ),
    ),
    figureColumn(
      input,
      'perHour',
      t('table.perHour'),
      (figures) => figures.returnPerHourCents,
      (figures, target) =>
        // Without any purchase the figure says nothing: it would only repeat that ads cost money.
        linked(
          perHourDrill(target, figures),
          figures.returnPerHourCents === null || figures.orders === 0,
          <Money
            cents={figures.returnPerHourCents}
            {...((figures.returnPerHourCents ?? 0) < 0 && { tone: 'cost' as const })}
          />,
        ),
    ),
  ]
}

function verdictColumns(input: ColumnsInput): Column<ResultRow>[] {
  const { view, format, t } = input
  const scale = scaleFor([...view.judged.values()].map(({ range }) => range))
  const judged = (row: ResultRow) => view.judged.get(judgedKey(row))
  return [
    {
      id: 'range',
      header: t('table.range'),
      headerDescription: t('sure.range'),
      cell: (row) => {
        const range = judged(row)?.range
        if (!range) return null
        const [lowest, highest] = [format.moneyRounded(range.lowestCents), format.moneyRounded(range.highestCents)]
        const text =
          lowest === highest ? t('sure.rangeSame', { amount: lowest }) : t('sure.rangeText', { lowest, highest })
        return <RangeBar lowest={range.lowestCents} highest={range.highestCents} scale={scale} text={text} />
      },
      sortValue: (row) => judged(row)?.range.highestCents ?? null,
    },
    verdictColumn(input),
  ]
}

export function verdictColumn({ view, t }: ColumnsInput): Column<ResultRow> {
  const judged = (row: ResultRow) => view.judged.get(judgedKey(row))
  return {
    id: 'verdict',
    header: t('table.verdict'),
    cell: (row) => {
      const verdict = judged(row)?.verdict
      if (row.key === null) return view.summary.by === 'channel' ? <Chip>{t('table.notAllocated')}</Chip> : null
      if (!verdict) return null
      if (!isTelling(verdict.kind, row.seconds)) {
        return <Chip title={t('table.withoutHoursWhy')}>{t('table.withoutHours')}</Chip>
      }
      return <VerdictChip verdict={verdict} />
    },
    sortValue: (row) => judged(row)?.verdict.probability ?? null,
  }
}

/** By activity, person or department: time and money, because purchases belong to none of them. */
function timeColumns(input: ColumnsInput): Column<ResultRow>[] {
  const { view, t, format } = input
  const [hours, labour, nonLabour] = costColumns(input)
  const all = view.summary.totals.seconds
  const cost = (figures: ResultFigures) => figures.labourCents + figures.adsCents + figures.otherCostCents
  const rate = (figures: ResultFigures) => {
    const priced = figures.seconds - figures.unpricedSeconds
    return priced > 0 ? Math.round((figures.labourCents * 3600) / priced) : null
  }
  const share = figureColumn(
    input,
    'share',
    t('table.share'),
    (figures) => figures.seconds,
    (figures) => (all === 0 || figures.seconds === 0 ? dash : format.percent(figures.seconds / all)),
  )
  const perHour = figureColumn(input, 'rate', t('table.rate'), rate, (figures) => <Money cents={rate(figures)} />)
  const costs = figureColumn(input, 'cost', t('table.cost'), cost, (figures, target) =>
    linked(linesDrill('cost', target), cost(figures) === 0, <Money isRounded cents={cost(figures)} tone="cost" />),
  )
  return [hours, share, labour, perHour, nonLabour, costs].filter((column) => column !== undefined)
}

/** The words of the sentence: the period as one says it, the channels by verdict. */
import type { TFunction } from 'i18next'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Confidence, ResultSummary } from '../../../shared/contract/result.ts'
import { lastDayOf, monthOf, type Period } from '../../../shared/domain/day.ts'
import type { Format } from '../../lib/format.ts'

export type SentenceKind =
  | 'loss'
  | 'gain'
  | 'even'
  | 'withoutMargin'
  | 'withoutRate'
  | 'withoutBoth'
  | 'withoutRevenue'
  | 'withoutRevenueAndRate'
  | 'withoutHours'
  | 'withoutHoursAndMargin'
  | 'withoutHoursAndRevenue'

/** Which sentence the figures allow: a result only where nothing essential is missing. */
export function sentenceKind({ totals, lacks }: ResultSummary): SentenceKind {
  const lacksRate = totals.unpricedSeconds > 0
  if (lacks.includes('hours')) {
    if (lacks.includes('revenue')) return 'withoutHoursAndRevenue'
    return totals.contributionCents === null ? 'withoutHoursAndMargin' : 'withoutHours'
  }
  if (lacks.includes('revenue')) return lacksRate ? 'withoutRevenueAndRate' : 'withoutRevenue'
  if (totals.resultCents !== null) return totals.resultCents < 0 ? 'loss' : totals.resultCents > 0 ? 'gain' : 'even'
  if (!lacksRate) return 'withoutMargin'
  return totals.contributionCents === null ? 'withoutBoth' : 'withoutRate'
}

/** "von Januar bis Oktober 2026", "im Oktober 2026", "vom 5. März bis 28. Oktober 2026". */
export function periodPhrase({ from, to }: Period, format: Format, t: TFunction<'period'>): string {
  if (from === to) return t('within.day', { day: longDay(from, format, true) })
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  const isWholeMonths = from.endsWith('-01') && to === lastDayOf(monthOf(to))
  if (!isWholeMonths) {
    return t('within.days', { from: longDay(from, format, !isSameYear), to: longDay(to, format, true) })
  }
  if (monthOf(from) === monthOf(to)) return t('within.month', { month: format.month(to) })
  if (isSameYear && from.slice(5, 7) === '01' && to.slice(5, 7) === '12') {
    return t('within.year', { year: from.slice(0, 4) })
  }
  const start = isSameYear ? monthName(from, format) : format.month(from)
  return t('within.months', { from: start, to: format.month(to) })
}

function longDay(day: string, { locale }: Format, hasYear: boolean): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(locale, hasYear ? { ...options, year: 'numeric' } : options).format(
    new Date(`${day}T12:00:00Z`),
  )
}

function monthName(day: string, { locale }: Format): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }).format(new Date(`${day}T12:00:00Z`))
}

const MAX_NAMES = 3
const CLAUSES = { earns: 'earns', open: 'open', costs: 'costs', 'too-little-data': 'tooLittle' } as const

/** "Instagram verdient Geld, LinkedIn ist noch offen." Best news first; empty without channels. */
export function channelClauses(
  judged: Confidence['rows'],
  channels: ReadonlyMap<number, Channel>,
  format: Format,
  t: TFunction<'result'>,
): string {
  const [only, ...others] = judged
  if (only && others.length === 0) {
    const name = nameOf(only, channels)
    return t(`clauses.single.${CLAUSES[only.verdict.kind]}`, { name })
  }
  const sorted = judged.toSorted((a, b) => b.range.highestCents - a.range.highestCents)
  if (sorted.length === 0) return ''
  if (sorted.every(({ verdict }) => verdict.kind === 'too-little-data')) return t('clauses.none')
  const clauses = (['earns', 'open', 'costs', 'too-little-data'] as const).flatMap((kind) => {
    const names = sorted.filter(({ verdict }) => verdict.kind === kind).map((row) => nameOf(row, channels))
    if (names.length === 0) return []
    const rest = names.length - MAX_NAMES
    const shown = rest > 1 ? [...names.slice(0, MAX_NAMES), t('clauses.more', { count: rest })] : names
    return [t(`clauses.${CLAUSES[kind]}`, { count: names.length, names: format.list(shown) })]
  })
  const text = `${clauses.join(', ')}${t('clauses.end')}`
  return text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1)
}

function nameOf({ id }: Confidence['rows'][number], channels: ReadonlyMap<number, Channel>): string {
  return (id === null ? undefined : channels.get(id)?.name) ?? ''
}

/** Purchases with a decimal only where a model has divided some. */
export function formatOrders(orders: number, format: Format): string {
  const isWhole = Math.abs(orders - Math.round(orders)) < 1e-6
  return format.number(orders, isWhole ? 0 : 1)
}

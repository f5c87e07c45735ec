/** The result in words, for the screen and for the report: which sentence, the period as one says it, the channels by verdict. */
import type { ResultFigures, ResultSummary } from '../contract/result.ts'
import { lastDayOf, monthOf, type Period } from '../domain/day.ts'
import type { Format } from '../i18n/format.ts'

/** Answers a text with its values; where there is a `count`, in the form for it. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string

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

export interface SentenceFigures {
  readonly totals: ResultFigures
  readonly lacks: ResultSummary['lacks']
}

/** Which sentence the figures allow: a result only where nothing essential is missing. */
export function sentenceKind({ totals, lacks }: SentenceFigures): SentenceKind {
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
export function periodPhrase(
  { from, to }: Period,
  format: Format,
  say: Say<'day' | 'days' | 'month' | 'months' | 'year'>,
): string {
  if (from === to) return say('day', { day: longDay(from, format, true) })
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  const isWholeMonths = from.endsWith('-01') && to === lastDayOf(monthOf(to))
  if (!isWholeMonths) return say('days', { from: longDay(from, format, !isSameYear), to: longDay(to, format, true) })
  if (monthOf(from) === monthOf(to)) return say('month', { month: format.month(to) })
  if (isSameYear && from.slice(5, 7) === '01' && to.slice(5, 7) === '12') return say('year', { year: from.slice(0, 4) })
  return say('months', { from: isSameYear ? monthName(from, format) : format.month(from), to: format.month(to) })
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

export interface JudgedChannel {
  readonly name: string
  /** Null: nothing is said of it, because its hours are not there (see `isTelling`). */
  readonly kind: 'earns' | 'costs' | 'open' | 'too-little-data' | null
  /** The best of the results after the models: what they are sorted by. */
  readonly bestCents: number
}

const MAX_NAMES = 3
const CLAUSES = { earns: 'earns', open: 'open', costs: 'costs', 'too-little-data': 'tooLittle' } as const
type Clause = (typeof CLAUSES)[keyof typeof CLAUSES]

/** "Instagram verdient Geld, LinkedIn ist noch offen." Best news first; empty without channels. */
export function channelClauses(
  judged: readonly JudgedChannel[],
  format: Format,
  say: Say<Clause | `single.${Clause}` | 'more' | 'none' | 'end'>,
): string {
  const [only, ...others] = judged
  if (!only) return ''
  if (others.length === 0) return only.kind === null ? '' : say(`single.${CLAUSES[only.kind]}`, { name: only.name })
  const sorted = judged.filter(({ kind }) => kind !== null).toSorted((a, b) => b.bestCents - a.bestCents)
  if (sorted.length === 0) return ''
  if (sorted.every(({ kind }) => kind === 'too-little-data')) return say('none')
  const clauses = (['earns', 'open', 'costs', 'too-little-data'] as const).flatMap((kind) => {
    const names = sorted.filter((channel) => channel.kind === kind).map(({ name }) => name)
    if (names.length === 0) return []
    const rest = names.length - MAX_NAMES
    const shown = rest > 1 ? [...names.slice(0, MAX_NAMES), say('more', { count: rest })] : names
    return [say(CLAUSES[kind], { count: names.length, names: format.list(shown) })]
  })
  const text = `${clauses.join(', ')}${say('end')}`
  return text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1)
}

/** Purchases with a decimal only where a model has divided some. */
export function formatOrders(orders: number, format: Format): string {
  const isWhole = Math.abs(orders - Math.round(orders)) < 1e-6
  return format.number(orders, isWhole ? 0 : 1)
}

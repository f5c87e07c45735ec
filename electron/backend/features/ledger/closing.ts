/** Closing months: in their order, ended ones only, for ever. */
import type { ClosingPreview, MonthState } from '../../../../shared/contract/ledger.ts'
import { addDays, firstDayOf, lastDayOf, monthOf, type Day, type Month } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { deriveDuePayments, deriveRunningCosts } from '../../database/derivation.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { compareWithSnapshot, makeSnapshot, readMonthResults } from '../../database/month-results.ts'
import { readSeals, sealMonth } from '../../database/sealing.ts'
import { lastSealedDay, monthAfter } from '../../database/seals.ts'
import type { StoredSettings } from '../../database/settings-row.ts'

interface MonthSums {
  readonly month: Month
  readonly lineCount: number
  readonly costCents: number
  readonly revenueCents: number
  readonly seconds: number
  readonly unpricedSeconds: number
}

interface ReadMonths {
  readonly months: MonthState[]
  readonly emptyMonths: number
  readonly nextMonth: Month | null
}

/** Months from the first line to now, latest first. */
export function readMonths(db: Connection, today: Day): ReadMonths {
  const nextMonth = nextToClose(db)
  const seals = new Map(readSeals(db).map((seal) => [seal.month, seal]))
  const first = [...seals.keys()][0] ?? nextMonth
  if (first === null) return { months: [], emptyMonths: 0, nextMonth: null }
  const last = monthOf(today)
  const sums = readSums(db, first, last)
  const results = readMonthResults(db, first, last)
  const corrections = readCorrections(db)
  const months = monthsBetween(first, last).map((month): MonthState => {
    const seal = seals.get(month)
    const present = results.get(month)
    const { lineCount, costCents, revenueCents, seconds } = sums.get(month) ?? noSums(month)
    return {
      month,
      status: seal ? 'closed' : lastDayOf(month) < today ? 'open' : 'running',
      lineCount,
      costCents,
      revenueCents,
      seconds,
      seal: seal ? { sealedAt: seal.sealedAt, hash: seal.hash, previousHash: seal.previousHash } : null,
      presentResultCents: present ? present.resultCents : 0,
      ...(seal ? compareWithSnapshot(seal.snapshot, present) : { reportedResultCents: null, isReattributed: false }),
      corrections: corrections.get(month) ?? { count: 0, costCents: 0, revenueCents: 0 },
    }
  })
  const listed = withoutEmpty(months, ({ month, lineCount, corrections: { count } }) => {
    return lineCount === 0 && count === 0 && month !== nextMonth
  })
  return { months: listed.toReversed(), emptyMonths: months.length - listed.length, nextMonth }
}

/** The first month that is not closed: after the last seal, or that of the first line. Null for an empty ledger. */
function nextToClose(db: Connection): Month | null {
  const sealed = lastSealedDay(db)
  if (sealed !== null) return monthOf(addDays(sealed, 1))
  const first = db.prepare<[]>('SELECT min(day) FROM ledger_line').pluck().get() as Day | null
  return first === null ? null : monthOf(first)
}

/** Months in order, both ends included; a year beyond which nobody keeps a ledger ends the list. */
const MOST_MONTHS = 2_400

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last && months.length < MOST_MONTHS; month = monthAfter(month)) months.push(month)
  return months
}

/** Beyond so many months the empty ones are only counted: one mistyped day can put centuries between two lines. */
const MOST_LISTED = 240

/** The first and the last stay: they say from when to when. */
function withoutEmpty<T>(months: readonly T[], isEmpty: (month: T) => boolean): T[] {
  if (months.length <= MOST_LISTED) return [...months]
  return months.filter((month, index) => index === 0 || index === months.length - 1 || !isEmpty(month))
}

function readSums(db: Connection, from: Month, to: Month): Map<string, MonthSums> {
  const rows = db
    .prepare<[string, string], MonthSums>(
      `SELECT month, sum(line_count) AS lineCount, sum(CASE WHEN kind = 'revenue' THEN 0 ELSE cents END) AS costCents,
         sum(CASE WHEN kind = 'revenue' THEN cents ELSE 0 END) AS revenueCents, sum(seconds) AS seconds,
         sum(unpriced_seconds) AS unpricedSeconds
       FROM brief_line_month WHERE month BETWEEN ? AND ? GROUP BY month`,
    )
    .all(from, to)
  return new Map(rows.map((row) => [row.month, row]))
}

function noSums(month: Month): MonthSums {
  return { month, lineCount: 0, costCents: 0, revenueCents: 0, seconds: 0, unpricedSeconds: 0 }
}

/** Lines that speak of another month than the one they are booked in, by that month. */
function readCorrections(db: Connection) {
  const rows = db
    .prepare<[], { month: string; count: number; costCents: number; revenueCents: number }>(
      `SELECT substr(about, 1, 7) AS month, count(*) AS count, sum(CASE WHEN kind = 'revenue' THEN 0 ELSE cents END) AS costCents,
         sum(CASE WHEN kind = 'revenue' THEN cents ELSE 0 END) AS revenueCents
       FROM (
         SELECT for_day AS about, day, kind, cents FROM ledger_line WHERE for_day IS NOT NULL
         UNION ALL
         SELECT coalesce(original.for_day, original.day), line.day, line.kind, line.cents FROM manual_line AS manual
           JOIN ledger_line AS line ON line.source_kind = 'manual' AND line.source_id = manual.id AND line.for_day IS NULL
           JOIN ledger_line AS original ON original.id = coalesce(manual.reverses_line_id, manual.corrects_line_id)
       )
       WHERE substr(about, 1, 7) <> substr(day, 1, 7) GROUP BY 1`,
    )
    .all()
  return new Map(rows.map(({ month, ...sums }) => [month, sums]))
}

export function previewClose(db: Connection, month: Month, today: Day, settings: StoredSettings): ClosingPreview {
  const months = monthsToClose(db, month, true)
  const sums = readSums(db, months[0] ?? month, month)
  const closing = withoutEmpty(
    months.map((one) => sums.get(one) ?? noSums(one)),
    ({ lineCount }) => lineCount === 0,
  )
  return {
    emptyMonths: months.length - closing.length,
    months: closing.map(({ month: one, lineCount, costCents, revenueCents, seconds }) => ({
      month: one,
      lineCount,
      costCents,
      revenueCents,
      seconds,
    })),
    warnings: closing.flatMap((one) => warningsOf(db, one, settings)),
    obstacle: obstacleTo(db, month, today),
  }
}

function warningsOf(db: Connection, sums: MonthSums, settings: StoredSettings): ClosingPreview['warnings'] {
  const { month, unpricedSeconds } = sums
  if (sums.lineCount === 0) return [{ kind: 'no-lines', month, count: 0, seconds: 0 }]
  const pending = Number(
    db
      .prepare<[string, string]>(
        "SELECT count(*) FROM revenue_event WHERE is_counted = 0 AND beneficiary = 'own' AND status IN ('pending', 'authorized', 'partially_paid') AND day BETWEEN ? AND ?",
      )
      .pluck()
      .get(firstDayOf(month), lastDayOf(month)),
  )
  const isMarginUnknown =
    settings.marginBasisPoints === null &&
    db
      .prepare<[string]>(
        "SELECT 1 FROM brief_share_month WHERE month = ? AND scope = 'social' AND unpriced_count <> 0 LIMIT 1",
      )
      .get(month) !== undefined
  return [
    ...(unpricedSeconds === 0 ? [] : [{ kind: 'unpriced-hours', month, count: 0, seconds: unpricedSeconds } as const]),
    ...(isMarginUnknown ? [{ kind: 'no-margin', month, count: 0, seconds: 0 } as const] : []),
    ...(pending === 0 ? [] : [{ kind: 'pending-purchases', month, count: pending, seconds: 0 } as const]),
  ]
}

function obstacleTo(db: Connection, month: Month, today: Day): ClosingPreview['obstacle'] {
  if (lastDayOf(month) >= today) return { code: 'month_not_ended', data: { month } }
  const running = db
    .prepare<[string], { person: string }>(
      `SELECT person.name AS person FROM time_entry JOIN person ON person.id = time_entry.person_id
       WHERE ended_at IS NULL AND day <= ? ORDER BY started_at LIMIT 1`,
    )
    .get(lastDayOf(month))
  return running ? { code: 'timer_running', data: running } : null
}

/** The month with the open ones before it. Fails where it is closed already, or when others come first and are not wanted. */
function monthsToClose(db: Connection, month: Month, withEarlier: boolean): Month[] {
  const next = nextToClose(db)
  if (next === null) throw expected('not_found', { what: 'line' })
  const sealed = lastSealedDay(db)
  if (sealed !== null && month <= monthOf(sealed))
    throw expected('month_closed', { month, field: 'month', firstOpenDay: addDays(sealed, 1) })
  if (month < next || (month > next && !withEarlier)) throw expected('not_in_order', { month, nextMonth: next })
  return monthsBetween(next, month)
}

/** Seals the month; answers the id of its seal. */
export function closeMonth(db: Connection, month: Month, withEarlier: boolean, context: CommandContext): number {
  // Costs that ran on and payments that fell due since the day began count, and may lie in a month before the first line so far.
  deriveRunningCosts(db, context.today)
  deriveDuePayments(db, context)
  const obstacle = obstacleTo(db, month, context.today)
  if (obstacle?.code === 'month_not_ended') throw expected(obstacle.code, obstacle.data)
  const months = monthsToClose(db, month, withEarlier)
  if (obstacle) throw expected(obstacle.code, obstacle.data)
  const ids = months.map((one) => sealMonth(db, one, context.now, makeSnapshot(db, one, context.settings)))
  return ids.at(-1) ?? 0
}

/** Which client pays: what came from each against what the hours for it cost. */
import type { ClientResult } from '../../../../shared/contract/billing-records.ts'
import { billMonths } from '../../../../shared/domain/billing-statement.ts'
import { monthOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import { perHourCents, returnPerHourCents } from '../../../../shared/domain/revenue.ts'
import type { Connection } from '../../database/connection.ts'
import { figuresOf, isOpen, isWithin, linesOf, readEntries, sumOfCents, openFees } from './client-work.ts'
import { readTerms } from './terms-store.ts'

interface SumRow {
  readonly id: number
  readonly name: string
  readonly netCents: number
  readonly seconds: number
  readonly labourCents: number
  readonly unpricedSeconds: number
  readonly otherCostCents: number
}

/** Every scope: hours for a client are hours for a client. A client's own revenue has no lines and is not among it. */
const SUMS = `SELECT client.id, client.name,
    coalesce(sum(line.cents) FILTER (WHERE line.kind = 'revenue'), 0) AS netCents,
    coalesce(sum(line.seconds) FILTER (WHERE line.kind = 'labour'), 0) AS seconds,
    coalesce(sum(line.cents) FILTER (WHERE line.kind = 'labour'), 0) AS labourCents,
    coalesce(sum(line.seconds) FILTER (WHERE line.kind = 'labour' AND line.is_priced = 0), 0) AS unpricedSeconds,
    coalesce(sum(line.cents) FILTER (WHERE line.kind NOT IN ('labour', 'revenue')), 0) AS otherCostCents
  FROM ledger_line AS line JOIN client ON client.id = line.client_id
  WHERE line.day BETWEEN @from AND @to GROUP BY client.id`

export function readResults(db: Connection, period: Period, today: Day): ClientResult[] {
  const contributions = readContributions(db, period)
  const open = openByClient(db, period, today)
  const sums = db.prepare<[object], SumRow>(SUMS).all(period)
  return sums
    .map((row) => {
      const contributionCents =
        row.netCents === 0 && !contributions.has(row.id) ? 0 : (contributions.get(row.id) ?? null)
      const isKnown = contributionCents !== null && row.unpricedSeconds === 0
      const pricedSeconds = row.seconds - row.unpricedSeconds
      return {
        ...row,
        contributionCents,
        resultCents: isKnown ? contributionCents - row.labourCents - row.otherCostCents : null,
        returnPerHourCents:
          contributionCents === null ? null : returnPerHourCents(contributionCents, row.otherCostCents, row.seconds),
        paidPerHourCents: row.seconds > 0 ? perHourCents(row.netCents, row.seconds) : null,
        costPerHourCents: pricedSeconds > 0 ? perHourCents(row.labourCents, pricedSeconds) : null,
        openCents: open(row.id),
      }
    })
    .toSorted((a, b) => b.seconds - a.seconds || b.netCents - a.netCents || a.name.localeCompare(b.name))
}

/** What is left of a client's purchases after their margins; null where one has none. */
function readContributions(db: Connection, period: Period): ReadonlyMap<number, number | null> {
  const rows = db
    .prepare<[object], { id: number; cents: number; unknown: number }>(
      `SELECT event.client_id AS id, coalesce(sum(figure.contribution_cents), 0) AS cents, sum(figure.contribution_cents IS NULL) AS unknown
       FROM revenue_figure AS figure CROSS JOIN revenue_event AS event ON event.id = figure.event_id
       WHERE figure.day BETWEEN @from AND @to AND event.client_id IS NOT NULL GROUP BY event.client_id`,
    )
    .all(period)
  return new Map(rows.map(({ id, cents, unknown }) => [id, unknown > 0 ? null : cents]))
}

function openByClient(db: Connection, period: Period, today: Day): (clientId: number) => number {
  const termsOf = readTerms(db)
  const end = monthOf(period.to)
  const until = end > monthOf(today) ? end : monthOf(today)
  const entries = Map.groupBy(readEntries(db, null, period.from, period), (entry) => entry.clientId)
  return (clientId) => {
    const months = billMonths(entries.get(clientId) ?? [], termsOf(clientId), until)
    const lines = linesOf(months).filter((line) => isOpen(line) && isWithin(line, period))
    const first = monthOf(period.from)
    const last = end < monthOf(today) ? end : monthOf(today)
    const fees = openFees(db, clientId, months, last).filter(({ month }) => month >= first)
    return figuresOf(lines).cents + sumOfCents(fees)
  }
}

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
  /** What is left of the revenue after its margins; null where one has none. */
  readonly contributionCents: number | null
  readonly seconds: number
  readonly labourCents: number
  readonly unpricedSeconds: number
  readonly otherCostCents: number
}

/**
 * Every scope: hours for a client are hours for a client. A client's own revenue has no lines and is not among it. Each revenue line has
 * its figure: where a purchase went from one client to another after its month was closed, its lines are of both.
 */
const SUMS = `SELECT client.id, client.name,
    coalesce(sum(line.cents) FILTER (WHERE line.kind = 'revenue'), 0) AS netCents,
    CASE WHEN count(*) FILTER (WHERE line.kind = 'revenue' AND figure.contribution_cents IS NULL) = 0
      THEN coalesce(sum(figure.contribution_cents), 0) END AS contributionCents,
    coalesce(sum(line.seconds) FILTER (WHERE line.kind = 'labour'), 0) AS seconds,
    coalesce(sum(line.cents) FILTER (WHERE line.kind = 'labour'), 0) AS labourCents,
    coalesce(sum(line.seconds) FILTER (WHERE line.kind = 'labour' AND line.is_priced = 0), 0) AS unpricedSeconds,
    coalesce(sum(line.cents) FILTER (WHERE line.kind NOT IN ('labour', 'revenue')), 0) AS otherCostCents
  FROM ledger_line AS line JOIN client ON client.id = line.client_id
  LEFT JOIN revenue_figure AS figure ON line.source_kind = 'revenue' AND figure.event_id = line.source_id AND figure.part = line.part
  WHERE line.day BETWEEN @from AND @to GROUP BY client.id`

export function readResults(db: Connection, period: Period, today: Day): ClientResult[] {
  const open = openByClient(db, period, today)
  const sums = db.prepare<[object], SumRow>(SUMS).all(period)
  return sums
    .map((row) => {
      const { contributionCents } = row
      const isKnown = contributionCents !== null && row.unpricedSeconds === 0
      const pricedSeconds = row.seconds - row.unpricedSeconds
      return {
        ...row,
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

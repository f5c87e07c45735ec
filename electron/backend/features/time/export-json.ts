import type { Day } from '../../../../shared/domain/day.ts'
import type { EndedEntry } from './export-entries.ts'

export interface JsonQuestion {
  readonly ledgerName: string
  readonly currency: string
  readonly timeZone: string
  readonly madeOn: Day
}

/** Fields are only ever added; else the version grows. */
export function jsonHead({ ledgerName, currency, timeZone, madeOn }: JsonQuestion): string {
  const ledger = { name: ledgerName, currency, timeZone }
  const head = JSON.stringify({ format: 'gegenwert-hours', version: 1, ledger, madeOn })
  return `${head.slice(0, -1)},"entries":[`
}

export function jsonEntry(entry: EndedEntry, isFirst: boolean): string {
  return `${isFirst ? '\n' : ',\n'}${JSON.stringify(asData(entry))}`
}

export const JSON_FOOT = '\n]}\n'

/** Money in cents; instants in UTC, null where only day and length are known. */
function asData(entry: EndedEntry) {
  const instant = (at: number) => (entry.isUntimed ? null : new Date(at).toISOString())
  return {
    id: entry.id,
    day: entry.day,
    start: instant(entry.startedAt),
    end: instant(entry.endedAt),
    seconds: entry.seconds,
    cents: entry.cents,
    person: entry.person,
    activity: entry.activity,
    channel: entry.channel,
    network: entry.network,
    campaign: entry.campaign,
    client: entry.client,
    project: entry.project,
    department: entry.department,
    targets: entry.targets,
    note: entry.note,
    scope: entry.scope,
    isBillable: entry.isBillable,
    isInvoiced: entry.invoiceId !== null,
    isEstimate: entry.isEstimate,
    isUntimed: entry.isUntimed,
  }
}

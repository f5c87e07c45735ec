/** Clients with their hours, retainers and what is not invoiced yet. */
import type { BilledClient } from '../../../../shared/contract/billing-records.ts'
import { billingRateOn } from '../../../../shared/domain/billing-rate.ts'
import { billMonths, type BillingTerms } from '../../../../shared/domain/billing-statement.ts'
import { firstDayOf, monthOf, type Day, type Month } from '../../../../shared/domain/day.ts'
import type { LedgerFile } from '../../database/ledger-file.ts'
import { expected } from '../../database/expected.ts'
import {
  clientMonths,
  figuresOf,
  isOpen,
  linesOf,
  openFees,
  readEntries,
  retainerState,
  sumOfCents,
  type WorkMonth,
} from './client-work.ts'
import { readRates, readRetainers, readTerms } from './terms-store.ts'

interface ClientRow {
  readonly id: number
  readonly name: string
  readonly isUsed: number
}

const USES = ['time_entry', 'project', 'billing_rate', 'billing_terms', 'retainer', 'invoice'].map(
  (table) => `EXISTS (SELECT 1 FROM ${table} WHERE client_id = client.id)`,
)
const CLIENTS = `SELECT id, name, ${USES.join(' OR ')} AS isUsed FROM client`

export function readClients(ledger: LedgerFile, month: Month) {
  const db = ledger.reader
  const clients = db.prepare<[], ClientRow>(`${CLIENTS} ORDER BY lower_case(name), id LIMIT 2000`).all()
  return { clients: billClients(ledger, clients, month), rates: readRates(db, null) }
}

function billClients(ledger: LedgerFile, clients: readonly ClientRow[], month: Month): BilledClient[] {
  const db = ledger.reader
  const now = nowOf(ledger, month)
  const termsOf = readTerms(db)
  const entries = Map.groupBy(readEntries(db, null, firstDayOf(month)), (entry) => entry.clientId)
  return clients.map((client) => {
    const terms = termsOf(client.id)
    const months = billMonths(entries.get(client.id) ?? [], terms, now.until)
    return describe(ledger, client, { terms, months }, { ...now, month })
  })
}

interface Now {
  readonly today: Day
  /** Retainers are followed up to here: to today at least. */
  readonly until: Month
}

function nowOf(ledger: LedgerFile, month: Month): Now {
  const today = ledger.today()
  return { today, until: month > monthOf(today) ? month : monthOf(today) }
}

interface ClientWork {
  readonly terms: BillingTerms
  readonly months: readonly WorkMonth[]
}

function describe(
  ledger: LedgerFile,
  { id, name, isUsed }: ClientRow,
  { terms, months }: ClientWork,
  { today, month }: Now & { readonly month: Month },
): BilledClient {
  const db = ledger.reader
  const asked = months.find((each) => each.month === month)
  const figures = figuresOf(asked?.lines ?? [])
  const retainer = asked ? retainerState(asked) : null
  const open = linesOf(months).filter(isOpen)
  const fees = openFees(db, id, months, monthOf(today))
  const days = [...open.map(({ entry }) => entry.day), ...fees.map((fee) => firstDayOf(fee.month))]
  const selfId = ledger.settings().selfPersonId ?? 0
  return {
    id,
    name,
    rounding: terms.rounding,
    month: figures,
    retainer,
    amountCents: figures.cents + (retainer?.feeCents ?? 0),
    open: {
      ...figuresOf(open),
      from: days.toSorted()[0] ?? null,
      fees,
      feeCents: sumOfCents(fees),
    },
    centsPerHour: billingRateOn(today, id, selfId, terms.rates)?.centsPerHour ?? null,
    isUsed: isUsed === 1,
  }
}

export function readClient(ledger: LedgerFile, id: number, month: Month) {
  const db = ledger.reader
  const client = db.prepare<[number], ClientRow>(`${CLIENTS} WHERE id = ?`).get(id)
  if (!client) throw expected('not_found', { what: 'client', id })
  const now = nowOf(ledger, month)
  const terms = readTerms(db)(id)
  const months = clientMonths(db, terms, now.until)
  return {
    client: describe(ledger, client, { terms, months }, { ...now, month }),
    rates: readRates(db, id),
    retainers: readRetainers(db, id),
    months: months
      .filter((each) => each.month <= month)
      .map(retainerState)
      .filter((state) => state !== null),
  }
}

/** Clients with a retainer this month, the fullest first. */
function retainedClients(ledger: LedgerFile): (BilledClient & { retainer: NonNullable<BilledClient['retainer']> })[] {
  const db = ledger.reader
  const month = monthOf(ledger.today())
  const clients = db
    .prepare<[object], ClientRow>(
      `${CLIENTS} WHERE id IN (SELECT client_id FROM retainer WHERE from_month <= @month AND coalesce(to_month, '9999-12') >= @month) LIMIT 2000`,
    )
    .all({ month })
  const share = ({ usedSeconds, availableSeconds }: NonNullable<BilledClient['retainer']>) =>
    usedSeconds / availableSeconds
  return billClients(ledger, clients, month)
    .flatMap((client) => (client.retainer ? [{ ...client, retainer: client.retainer }] : []))
    .toSorted((a, b) => share(b.retainer) - share(a.retainer) || a.name.localeCompare(b.name))
}

export function readFullest(ledger: LedgerFile): BilledClient | null {
  return retainedClients(ledger)[0] ?? null
}

export function readWarnings(ledger: LedgerFile) {
  return retainedClients(ledger)
    .filter(({ retainer }) => retainer.isNearlyUsed)
    .map(({ id, name, retainer: { usedSeconds, availableSeconds } }) => ({
      clientId: id,
      client: name,
      usedSeconds,
      availableSeconds,
    }))
}

/** What was agreed with clients: rounding, rates, retainers. */
import type { BillingRateRow, RetainerInput, RetainerRow } from '../../../../shared/contract/billing-records.ts'
import { NO_ROUNDING, type Rounding } from '../../../../shared/domain/billing-rounding.ts'
import type { BillingTerms } from '../../../../shared/domain/billing-statement.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { MAX_RETAINER_MONTHS, monthAfter } from '../../../../shared/domain/retainer.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'

const RATE_COLUMNS = `rate.id, rate.client_id AS clientId, rate.person_id AS personId, person.name AS person,
  rate.valid_from AS validFrom, rate.cents_per_hour AS centsPerHour`

/** Rates of a client; null: those that hold for every client. The latest first, those of single people after the others. */
export function readRates(db: Connection, clientId: number | null): BillingRateRow[] {
  return db
    .prepare<[number | null], BillingRateRow>(
      `SELECT ${RATE_COLUMNS} FROM billing_rate AS rate LEFT JOIN person ON person.id = rate.person_id
       WHERE rate.client_id IS ? ORDER BY rate.person_id IS NOT NULL, lower_case(coalesce(person.name, '')), rate.valid_from DESC LIMIT 2000`,
    )
    .all(clientId)
}

export function readRetainers(db: Connection, clientId: number): RetainerRow[] {
  return db
    .prepare<[number], RetainerRow>(`SELECT ${RETAINER_COLUMNS} FROM retainer WHERE client_id = ? ORDER BY from_month`)
    .all(clientId)
}

const RETAINER_COLUMNS = `id, from_month AS fromMonth, to_month AS toMonth, monthly_seconds AS monthlySeconds, fee_cents AS feeCents,
  carry_over_cap_seconds AS carryOverCapSeconds, carry_over_months AS carryOverMonths, excess_cents_per_hour AS excessCentsPerHour`

/** What holds for each client; all of it is read at once, because lists ask for all clients. */
export function readTerms(db: Connection): (clientId: number) => BillingTerms {
  const rates = db
    .prepare<[], BillingRateRow>(
      `SELECT ${RATE_COLUMNS} FROM billing_rate AS rate LEFT JOIN person ON person.id = rate.person_id`,
    )
    .all()
  const general = rates.filter((rate) => rate.clientId === null)
  const ratesOf = Map.groupBy(rates, (rate) => rate.clientId)
  const retainersOf = Map.groupBy(
    db
      .prepare<[], RetainerRow & { clientId: number }>(
        `SELECT ${RETAINER_COLUMNS}, client_id AS clientId FROM retainer ORDER BY from_month`,
      )
      .all(),
    (retainer) => retainer.clientId,
  )
  const roundings = new Map(
    db
      .prepare<[], Rounding & { clientId: number }>(
        'SELECT client_id AS clientId, rounding AS way, rounding_minutes AS minutes, rounding_of AS "of" FROM billing_terms',
      )
      .all()
      .map(({ clientId, ...rounding }) => [clientId, rounding]),
  )
  return (clientId) => ({
    clientId,
    rounding: roundings.get(clientId) ?? NO_ROUNDING,
    rates: [...(ratesOf.get(clientId) ?? []), ...general],
    retainers: retainersOf.get(clientId) ?? [],
  })
}

export function setRounding(db: Connection, clientId: number, rounding: Rounding): void {
  assertRecord(db, 'client', clientId)
  db.prepare<[object]>(
    `INSERT INTO billing_terms (client_id, rounding, rounding_minutes, rounding_of) VALUES (@clientId, @way, @minutes, @of)
     ON CONFLICT (client_id) DO UPDATE SET rounding = excluded.rounding, rounding_minutes = excluded.rounding_minutes,
       rounding_of = excluded.rounding_of`,
  ).run({ clientId, ...rounding })
}

export interface RateDraft {
  readonly clientId: number | null
  readonly personId: number | null
  readonly validFrom: Day
  readonly centsPerHour: number
}

export function setRate(db: Connection, draft: RateDraft): number {
  assertRecord(db, 'client', draft.clientId)
  assertRecord(db, 'person', draft.personId)
  const known = db
    .prepare<[object], { id: number }>(
      'SELECT id FROM billing_rate WHERE client_id IS @clientId AND person_id IS @personId AND valid_from = @validFrom',
    )
    .get(draft)
  if (known) {
    db.prepare<[number, number]>('UPDATE billing_rate SET cents_per_hour = ? WHERE id = ?').run(
      draft.centsPerHour,
      known.id,
    )
    return known.id
  }
  const { lastInsertRowid } = db
    .prepare<[object]>(
      'INSERT INTO billing_rate (client_id, person_id, valid_from, cents_per_hour) VALUES (@clientId, @personId, @validFrom, @centsPerHour)',
    )
    .run(draft)
  return Number(lastInsertRowid)
}

export function removeRate(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>('DELETE FROM billing_rate WHERE id = ?').run(id)
  if (changes !== 1) throw expected('not_found', { what: 'billing-rate', id })
}

/** A retainer that runs into the new one ends before it: that is how terms change. */
export function addRetainer(db: Connection, clientId: number, draft: RetainerInput): number {
  assertRecord(db, 'client', clientId)
  assertMonths(draft)
  db.prepare<[object]>(
    'UPDATE retainer SET to_month = @before WHERE client_id = @clientId AND from_month < @fromMonth AND to_month IS NULL',
  ).run({ clientId, fromMonth: draft.fromMonth, before: monthAfter(draft.fromMonth, -1) })
  assertFree(db, clientId, draft, null)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO retainer (client_id, from_month, to_month, monthly_seconds, fee_cents, carry_over_cap_seconds, carry_over_months,
         excess_cents_per_hour)
       VALUES (@clientId, @fromMonth, @toMonth, @monthlySeconds, @feeCents, @carryOverCapSeconds, @carryOverMonths, @excessCentsPerHour)`,
    )
    .run({ ...draft, clientId })
  return Number(lastInsertRowid)
}

export function updateRetainer(db: Connection, id: number, draft: RetainerInput): void {
  const clientId = db.prepare<[number]>('SELECT client_id FROM retainer WHERE id = ?').pluck().get(id) as
    number | undefined
  if (clientId === undefined) throw expected('not_found', { what: 'retainer', id })
  assertMonths(draft)
  assertFree(db, clientId, draft, id)
  db.prepare<[object]>(
    `UPDATE retainer SET from_month = @fromMonth, to_month = @toMonth, monthly_seconds = @monthlySeconds, fee_cents = @feeCents,
       carry_over_cap_seconds = @carryOverCapSeconds, carry_over_months = @carryOverMonths, excess_cents_per_hour = @excessCentsPerHour
     WHERE id = @id`,
  ).run({ ...draft, id })
}

export function removeRetainer(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>('DELETE FROM retainer WHERE id = ?').run(id)
  if (changes !== 1) throw expected('not_found', { what: 'retainer', id })
}

function assertMonths({ fromMonth, toMonth }: RetainerInput): void {
  if (toMonth !== null && toMonth < fromMonth)
    throw expected('invalid_value', { field: 'toMonth', reason: 'ends_before_start' })
  if (toMonth !== null && toMonth > monthAfter(fromMonth, MAX_RETAINER_MONTHS / 2))
    throw expected('invalid_value', { field: 'toMonth', reason: 'too_long' })
  // Nobody agreed on hours before there were hours by the month; a mistyped century would be followed month by month.
  if (fromMonth < '1990-01') throw expected('invalid_value', { field: 'fromMonth', reason: 'too_early' })
}

function assertFree(db: Connection, clientId: number, { fromMonth, toMonth }: RetainerInput, id: number | null): void {
  const taken = db
    .prepare<[object]>(
      `SELECT 1 FROM retainer WHERE client_id = @clientId AND id IS NOT @id AND coalesce(to_month, '9999-12') >= @fromMonth
         AND from_month <= coalesce(@toMonth, '9999-12')`,
    )
    .get({ clientId, id, fromMonth, toMonth })
  if (taken !== undefined) throw expected('invalid_value', { field: 'fromMonth', reason: 'overlaps' })
}

/** People and their rates: SQL in, rows out. */
import type { OpportunityRate, Person, Rate, RateBasis } from '../../../../shared/contract/people.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { PersonKind } from '../../../../shared/domain/person-kind.ts'
import type { Connection } from '../../database/connection.ts'
import { addPerson, findPerson } from '../../database/dimensions.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, removeRecord } from '../../database/references.ts'
import { readSettings, writeSettings } from '../../database/settings-row.ts'

interface RateRow {
  id: number
  person_id: number | null
  valid_from: Day
  cents_per_hour: number
  basis: string | null
}

interface UnpricedRow {
  personId: number
  firstDay: Day
}

type PersonRow = Omit<Person, 'rates' | 'opportunityRates'>

export function readPeople(db: Connection): { people: Person[]; defaultRates: Rate[]; unpriced: UnpricedRow[] } {
  const rates = db.prepare<[], RateRow>('SELECT * FROM cost_rate ORDER BY valid_from').all()
  const byPerson = Map.groupBy(rates, (rate) => rate.person_id)
  const elsewhere = Map.groupBy(readOpportunityRates(db), ({ personId }) => personId)
  const people = db
    .prepare<[], PersonRow>(
      `SELECT person.id, person.name, kind, paid_seconds_per_week AS paidSecondsPerWeek,
         coalesce(sum((ended_at - started_at + 500) / 1000), 0) AS seconds
       FROM person LEFT JOIN time_entry ON time_entry.person_id = person.id GROUP BY person.id ORDER BY person.id`,
    )
    .all()
  return {
    people: people.map((person) => ({
      ...person,
      rates: (byPerson.get(person.id) ?? []).map(toRate),
      opportunityRates: (elsewhere.get(person.id) ?? []).map(({ id, validFrom, centsPerHour }) => ({
        id,
        validFrom,
        centsPerHour,
      })),
    })),
    defaultRates: (byPerson.get(null) ?? []).map(toRate),
    unpriced: db
      .prepare<[], UnpricedRow>(
        'SELECT person_id AS personId, min(day) AS firstDay FROM line_day WHERE unpriced_seconds > 0 AND person_id <> 0 GROUP BY 1',
      )
      .all(),
  }
}

function toRate(row: RateRow): Rate {
  const basis = row.basis === null ? null : (JSON.parse(row.basis) as RateBasis)
  return { id: row.id, validFrom: row.valid_from, centsPerHour: row.cents_per_hour, basis }
}

function readOpportunityRates(db: Connection): (OpportunityRate & { readonly personId: number })[] {
  return db
    .prepare<[], OpportunityRate & { readonly personId: number }>(
      `SELECT id, person_id AS personId, valid_from AS validFrom, cents_per_hour AS centsPerHour
       FROM opportunity_rate ORDER BY valid_from`,
    )
    .all()
}

export interface PersonPatch {
  readonly name?: string | undefined
  readonly kind?: PersonKind | undefined
  readonly paidSecondsPerWeek?: number | null | undefined
  readonly isSelf?: boolean | undefined
}

export function createPerson(db: Connection, draft: PersonPatch & { readonly name: string }): number {
  const id = addPerson(db, draft.name)
  changePerson(db, id, { ...draft, name: undefined })
  return id
}

export function changePerson(db: Connection, id: number, patch: PersonPatch): void {
  assertRecord(db, 'person', id)
  if (patch.name !== undefined) renamePerson(db, id, patch.name)
  if (patch.kind !== undefined)
    db.prepare<[string, number]>('UPDATE person SET kind = ? WHERE id = ?').run(patch.kind, id)
  if (patch.paidSecondsPerWeek !== undefined)
    db.prepare<[number | null, number]>('UPDATE person SET paid_seconds_per_week = ? WHERE id = ?').run(
      patch.paidSecondsPerWeek,
      id,
    )
  if (patch.isSelf === true) writeSettings(db, { selfPersonId: id })
  if (patch.isSelf === false) forgetSelf(db, id)
}

function renamePerson(db: Connection, id: number, name: string): void {
  const other = findPerson(db, name)
  if (other !== null && other !== id) throw expected('name_taken', { field: 'name', name })
  db.prepare<[string, number]>(
    'UPDATE person SET imported_as = coalesce(imported_as, name), name = ? WHERE id = ?',
  ).run(name, id)
}

export function removePerson(db: Connection, id: number): void {
  removeRecord(db, 'person', id)
  forgetSelf(db, id)
}

function forgetSelf(db: Connection, id: number): void {
  if (readSettings(db).selfPersonId === id) writeSettings(db, { selfPersonId: null })
}

export interface RateDraft {
  readonly personId: number | null
  readonly validFrom: Day
  readonly centsPerHour: number
  readonly basis: RateBasis | null
  readonly replacesId?: number | undefined
}

/** Sets a rate from a day on; the one that began on the same day is replaced. */
export function setRate(db: Connection, { personId, validFrom, centsPerHour, basis, replacesId }: RateDraft): number {
  assertRecord(db, 'person', personId)
  if (replacesId !== undefined) removeRate(db, replacesId)
  const stored = basis === null ? null : JSON.stringify(basis)
  const existing = db
    .prepare<[number, Day], { id: number }>(
      'SELECT id FROM cost_rate WHERE coalesce(person_id, 0) = ? AND valid_from = ?',
    )
    .get(personId ?? 0, validFrom)
  if (existing) {
    db.prepare<[number, string | null, number]>('UPDATE cost_rate SET cents_per_hour = ?, basis = ? WHERE id = ?').run(
      centsPerHour,
      stored,
      existing.id,
    )
    return existing.id
  }
  return Number(
    db
      .prepare<[number | null, Day, number, string | null]>(
        'INSERT INTO cost_rate (person_id, valid_from, cents_per_hour, basis) VALUES (?, ?, ?, ?)',
      )
      .run(personId, validFrom, centsPerHour, stored).lastInsertRowid,
  )
}

export function removeRate(db: Connection, id: number): void {
  expectOne(db.prepare<[number]>('DELETE FROM cost_rate WHERE id = ?').run(id).changes, 'rate', id)
}

export interface OpportunityDraft {
  readonly personId: number
  readonly validFrom: Day
  readonly centsPerHour: number
  readonly replacesId?: number | undefined
}

export function setOpportunityRate(db: Connection, draft: OpportunityDraft): number {
  const { personId, validFrom, centsPerHour, replacesId } = draft
  assertRecord(db, 'person', personId)
  if (replacesId !== undefined) removeOpportunityRate(db, replacesId)
  const row = db
    .prepare<[number, Day, number], { id: number }>(
      `INSERT INTO opportunity_rate (person_id, valid_from, cents_per_hour) VALUES (?, ?, ?)
       ON CONFLICT (person_id, valid_from) DO UPDATE SET cents_per_hour = excluded.cents_per_hour RETURNING id`,
    )
    .get(personId, validFrom, centsPerHour)
  return (row as { id: number }).id
}

export function removeOpportunityRate(db: Connection, id: number): void {
  expectOne(db.prepare<[number]>('DELETE FROM opportunity_rate WHERE id = ?').run(id).changes, 'rate', id)
}

function expectOne(changes: number, what: string, id: number): void {
  if (changes !== 1) throw expected('not_found', { what, id })
}

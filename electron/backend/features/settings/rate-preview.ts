/**
 * What setting a rate would change, without writing: sums over the entries of the days on which the rate in force differs. Work in
 * closed months keeps its cost; where some of it came later and is booked as a correction in an open month, the correction follows.
 */
import type { RateEffect } from '../../../../shared/contract/people.ts'
import { LAST_DAY, type Day } from '../../../../shared/domain/day.ts'
import type { CostRate } from '../../../../shared/domain/labour-cost.ts'
import { rateDifferences, type RateDifference } from '../../../../shared/domain/rate-change.ts'
import type { Connection } from '../../database/connection.ts'
import { openLabourAhead, type RatesByPerson } from '../../database/derive-labour.ts'
import { expected } from '../../database/expected.ts'
import type { LineToWrite } from '../../database/ledger-line.ts'
import { assertRecord } from '../../database/references.ts'
import { lastSealedDay } from '../../database/seals.ts'
import type { RateDraft } from './people-store.ts'

interface StoredRate extends CostRate {
  readonly id: number
  readonly personId: number | null
}

/** Rounded like `labourCents`, half a cent up for each entry. Bound numbers are floating ones: divided as such they would not round. */
const SECONDS = '((ended_at - started_at + 500) / 1000)'
const CENTS = (rate: string) => `coalesce(sum((2 * ${SECONDS} * CAST(${rate} AS INTEGER) + 3600) / 7200), 0)`
const SUMS = `SELECT count(*) AS entries, coalesce(sum(${SECONDS}), 0) AS seconds, ${CENTS('@before')} AS centsBefore,
    ${CENTS('@after')} AS centsAfter
  FROM time_entry WHERE person_id = @personId AND ended_at IS NOT NULL AND day BETWEEN @from AND @to AND day > @sealed`
const CLOSED = `SELECT coalesce(sum(${SECONDS}), 0)
  FROM time_entry WHERE person_id = @personId AND ended_at IS NOT NULL AND day BETWEEN @from AND @to AND day <= @sealed`
/** Entries in closed months with lines in open ones: they came, or were changed, after the closing. */
const CORRECTED = `SELECT DISTINCT source_id FROM ledger_line
  WHERE for_day BETWEEN @from AND min(@to, @sealed) AND day > @sealed AND source_kind = 'time' AND person_id = @personId`

interface Sums {
  readonly entries: number
  readonly seconds: number
  readonly centsBefore: number
  readonly centsAfter: number
}

export function previewRate(db: Connection, draft: RateDraft, today: Day): RateEffect {
  assertRecord(db, 'person', draft.personId)
  const before = db
    .prepare<[], StoredRate>(
      'SELECT id, person_id AS personId, valid_from AS validFrom, cents_per_hour AS centsPerHour FROM cost_rate',
    )
    .all()
  if (draft.replacesId !== undefined && !before.some(({ id }) => id === draft.replacesId))
    throw expected('not_found', { what: 'rate', id: draft.replacesId })
  const after = withDraft(before, draft)
  const sealed = lastSealedDay(db) ?? ''
  const effect = {
    entries: 0,
    seconds: 0,
    centsBefore: 0,
    centsAfter: 0,
    unpricedSecondsBefore: 0,
    unpricedSecondsAfter: 0,
    closedSeconds: 0,
  }
  const corrected: number[] = []
  for (const personId of peopleOf(db, draft.personId))
    for (const stretch of rateDifferences(scheduleOf(before, personId), scheduleOf(after, personId))) {
      const days = daysOfStretch(personId, stretch, sealed)
      addStretch(db, effect, days, stretch)
      corrected.push(...(db.prepare<[object]>(CORRECTED).pluck().all(days) as number[]))
    }
  addCorrections(
    db,
    effect,
    corrected,
    Map.groupBy(after, ({ personId }) => personId),
    today,
  )
  return effect
}

function withDraft(rates: readonly StoredRate[], draft: RateDraft): StoredRate[] {
  const { personId, validFrom, centsPerHour } = draft
  const isReplaced = (rate: StoredRate) =>
    rate.id === draft.replacesId || (rate.personId === personId && rate.validFrom === validFrom)
  return [...rates.filter((rate) => !isReplaced(rate)), { id: 0, personId, validFrom, centsPerHour }]
}

/** A rate of everyone may concern anybody: also people with own rates, before the first of these begins. */
function peopleOf(db: Connection, personId: number | null): number[] {
  if (personId !== null) return [personId]
  return db.prepare<[]>('SELECT id FROM person').pluck().all() as number[]
}

function scheduleOf(rates: readonly StoredRate[], personId: number) {
  return {
    own: rates.filter((rate) => rate.personId === personId),
    fallback: rates.filter((rate) => rate.personId === null),
  }
}

const daysOfStretch = (personId: number, { from, to }: RateDifference, sealed: string) => ({
  personId,
  from,
  to: to ?? (LAST_DAY as Day),
  sealed,
})

function addStretch(
  db: Connection,
  effect: RateEffect,
  days: ReturnType<typeof daysOfStretch>,
  { before, after }: RateDifference,
): void {
  const sums = db.prepare<[object], Sums>(SUMS).get({ ...days, before: before ?? 0, after: after ?? 0 })
  if (sums) {
    effect.entries += sums.entries
    effect.seconds += sums.seconds
    effect.centsBefore += sums.centsBefore
    effect.centsAfter += sums.centsAfter
    if (before === null) effect.unpricedSecondsBefore += sums.seconds
    if (after === null) effect.unpricedSecondsAfter += sums.seconds
  }
  effect.closedSeconds += Number(db.prepare<[object]>(CLOSED).pluck().get(days))
}

/** Work in closed months of which something is booked in the open ones. */
function addCorrections(
  db: Connection,
  effect: RateEffect,
  entryIds: readonly number[],
  rates: RatesByPerson,
  today: Day,
): void {
  for (const ahead of openLabourAhead(db, entryIds, rates, today)) {
    const [before, after] = [sumsOf(ahead.before), sumsOf(ahead.after)]
    if (before.cents === after.cents && before.unpricedSeconds === after.unpricedSeconds) continue
    effect.entries += 1
    effect.seconds += after.seconds
    effect.centsBefore += before.cents
    effect.centsAfter += after.cents
    effect.unpricedSecondsBefore += before.unpricedSeconds
    effect.unpricedSecondsAfter += after.unpricedSeconds
    effect.closedSeconds -= after.seconds
  }
}

/** Of what is booked for closed days. Reversals take back what was sealed there; they stay as they are. */
function sumsOf(lines: readonly LineToWrite[]) {
  const sums = { seconds: 0, cents: 0, unpricedSeconds: 0 }
  for (const { seconds, cents, isPriced, forDay, reversesLineId } of lines) {
    if (forDay === null || reversesLineId !== null) continue
    sums.seconds += seconds
    sums.cents += cents
    if (isPriced === 0) sums.unpricedSeconds += seconds
  }
  return sums
}

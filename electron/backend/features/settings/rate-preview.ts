/** What setting a rate would change, without writing: sums over the entries of the days on which the rate in force differs. */
import type { RateEffect } from '../../../../shared/contract/people.ts'
import { LAST_DAY, type Day } from '../../../../shared/domain/day.ts'
import type { CostRate } from '../../../../shared/domain/labour-cost.ts'
import { rateDifferences, type RateDifference } from '../../../../shared/domain/rate-change.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
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

interface Sums {
  readonly entries: number
  readonly seconds: number
  readonly centsBefore: number
  readonly centsAfter: number
}

export function previewRate(db: Connection, draft: RateDraft): RateEffect {
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
  for (const personId of peopleOf(db, draft.personId))
    for (const stretch of rateDifferences(scheduleOf(before, personId), scheduleOf(after, personId)))
      addStretch(db, effect, personId, stretch, sealed)
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

function addStretch(
  db: Connection,
  effect: RateEffect,
  personId: number,
  { from, to, before, after }: RateDifference,
  sealed: string,
): void {
  const days = { personId, from, to: to ?? (LAST_DAY as Day), sealed }
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

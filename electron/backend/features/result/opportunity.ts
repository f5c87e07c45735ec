/** What the hours of a period would have earned elsewhere: beside the result, never inside it. */
import type { Opportunity } from '../../../../shared/contract/result.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import type { CostRate } from '../../../../shared/domain/labour-cost.ts'
import { opportunityCents, opportunityStretches } from '../../../../shared/domain/opportunity.ts'
import type { Connection } from '../../database/connection.ts'
import { sumLinesBy } from './rollup-store.ts'

interface PersonRate extends CostRate {
  readonly personId: number
  readonly name: string
}

/** By the hours the result counts: labour of scope social, with its corrections. */
export function opportunityOf(db: Connection, period: Period): Opportunity {
  const rates = db
    .prepare<[Day], PersonRate>(
      `SELECT person_id AS personId, name, valid_from AS validFrom, cents_per_hour AS centsPerHour
       FROM opportunity_rate CROSS JOIN person ON person.id = person_id WHERE valid_from <= ?`,
    )
    .all(period.to)
  const hours = hoursReader(db)
  const people = [...Map.groupBy(rates, ({ personId }) => personId)].map(([personId, own]) => {
    let [cents, seconds] = [0, 0]
    for (const stretch of opportunityStretches(own, period)) {
      const worked = hours(stretch).get(personId) ?? 0
      seconds += worked
      cents += opportunityCents(worked, stretch.centsPerHour)
    }
    return { personId, name: own[0]?.name ?? '', cents, seconds }
  })
  const covered = people.filter(({ seconds }) => seconds !== 0).toSorted((a, b) => b.cents - a.cents)
  return {
    cents: covered.reduce((sum, person) => sum + person.cents, 0),
    seconds: covered.reduce((sum, person) => sum + person.seconds, 0),
    people: covered,
  }
}

/** Seconds by person, read once for each stretch of days. */
function hoursReader(db: Connection): (period: Period) => ReadonlyMap<number, number> {
  const known = new Map<string, Map<number, number>>()
  return ({ from, to }) => {
    const key = `${from} ${to}`
    const existing = known.get(key)
    if (existing) return existing
    const seconds = new Map<number, number>()
    for (const sum of sumLinesBy(db, 'person', { from, to }))
      if (sum.kind === 'labour' && sum.scope === 'social')
        seconds.set(Number(sum.key), (seconds.get(Number(sum.key)) ?? 0) + sum.seconds)
    known.set(key, seconds)
    return seconds
  }
}

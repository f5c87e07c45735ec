import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../shared/domain/day.ts'
import { rateInForce } from '../../shared/domain/labour-cost.ts'
import { api } from './api.ts'

/** What an hour of a person costs on a day, in cents; null where no rate is in force. */
export function useHourlyCost(personId: number | null, day: Day): number | null {
  const people = useQuery(api.settings.people.queryOptions()).data
  if (!people) return null
  const own = people.people.find(({ id }) => id === personId)?.rates ?? []
  const rates = (list: typeof own) => list.map(({ validFrom, centsPerHour }) => ({ validFrom, centsPerHour }))
  return rateInForce(day, rates(own), rates(people.defaultRates))?.centsPerHour ?? null
}

/** What the rows of the calendar belong to, by name. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { api } from '../../lib/api.ts'

/** "Handwerk · Frühjahr"; '' where it belongs to nothing, or the names are still read. */
export function usePlanNames(): (row: PlanRow) => string {
  const options = useQuery(api.records.options.queryOptions()).data
  return useMemo(() => {
    const namesOf = (records: readonly { id: number; name: string }[] = []) =>
      new Map(records.map(({ id, name }) => [id, name]))
    const [pillars, campaigns] = [namesOf(options?.pillars), namesOf(options?.campaigns)]
    const nameIn = (names: ReadonlyMap<number, string>, id: number | null) => (id === null ? undefined : names.get(id))
    return ({ pillarId, campaignId }) =>
      [nameIn(pillars, pillarId), nameIn(campaigns, campaignId)].filter((name) => name !== undefined).join(' · ')
  }, [options])
}

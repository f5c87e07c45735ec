/** The last day on which hours were logged; null where there are none. */
import { useQuery } from '@tanstack/react-query'
import type { Day, Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'

export function useLatestHours(extent: Period): Day | null | undefined {
  const lines = useQuery(
    api.ledger.lines.queryOptions({ input: { filter: { period: extent, kinds: ['labour'] }, limit: 1 } }),
  )
  if (lines.data === undefined) return undefined
  return lines.data.lines[0]?.day ?? null
}

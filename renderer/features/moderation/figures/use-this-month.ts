import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { firstDayOf, lastDayOf, monthOf, type Period } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'

/** The month that runs; null until it is known. */
export function useThisMonth(): Period | null {
  const today = useQuery(api.app.status.queryOptions()).data?.today
  return useMemo(
    () => (today === undefined ? null : { from: firstDayOf(monthOf(today)), to: lastDayOf(monthOf(today)) }),
    [today],
  )
}

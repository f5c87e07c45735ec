import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from './api.ts'
import { useFormat } from './use-format.ts'

/** A day to come in words, with its year where that is not this one. */
export function useComingDay(): (day: string) => string {
  const format = useFormat()
  const today = useQuery(api.app.status.queryOptions()).data?.today
  return useCallback((day) => format.dayLong(day, today), [format, today])
}

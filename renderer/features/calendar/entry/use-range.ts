/** What the ledger says of the days shown, with what is on its way laid over it. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { PlanFilter, PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import { calendarDayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { api } from '../../../lib/api.ts'
import { usePlanDrag } from './plan-drag.ts'
import { momentOf } from './plan-moment.ts'

export interface RangeData {
  /** In order of their days and times. */
  readonly rows: readonly PlanRow[]
  readonly byDay: ReadonlyMap<Day, readonly PlanRow[]>
  readonly holidays: ReadonlyMap<Day, string>
  readonly isCut: boolean
  /** It is that of the days before: what was asked for is still being read. */
  readonly isOld: boolean
}

export interface Range {
  readonly data: RangeData | undefined
  readonly error: Error | null
  readAgain(): void
}

interface Asked {
  readonly period: Period
  /** What one is likely to look at next. */
  readonly neighbours: readonly Period[]
  readonly filter: PlanFilter
  readonly timeZone: string
}

/** Undefined until it was read. */
export function useRange({ period, neighbours, filter, timeZone }: Asked): Range {
  const input = { period, filter }
  const query = useQuery(api.calendar.range.queryOptions({ input, placeholderData: keepPreviousData }))
  const client = useQueryClient()
  const { isPlaceholderData, data: read } = query
  useEffect(() => {
    if (isPlaceholderData) return
    for (const beside of neighbours)
      void client.prefetchQuery(api.calendar.range.queryOptions({ input: { period: beside, filter } }))
  }, [client, neighbours, filter, isPlaceholderData])
  const pending = usePlanDrag((state) => state.pending)
  const data = useMemo((): RangeData | undefined => {
    if (!read) return undefined
    const rows = overlaid(read.rows, pending, timeZone)
    return {
      rows,
      byDay: grouped(rows),
      holidays: new Map(read.holidays.map(({ day, name }) => [day, name])),
      isCut: read.isCut,
      isOld: isPlaceholderData,
    }
  }, [read, pending, timeZone, isPlaceholderData])
  return { data, error: read ? null : query.error, readAgain: () => void query.refetch() }
}

function overlaid(rows: readonly PlanRow[], pending: ReadonlyMap<number, Instant>, timeZone: string): PlanRow[] {
  if (pending.size === 0) return [...rows]
  const moved = rows.map((row) => {
    const at = pending.get(row.id)
    return at === undefined || at === row.plannedAt ? row : { ...row, plannedAt: at, day: calendarDayAt(at, timeZone) }
  })
  const moment = (row: PlanRow) => momentOf(row, timeZone) ?? 0
  return moved.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || moment(a) - moment(b) || a.id - b.id)
}

function grouped(rows: readonly PlanRow[]): Map<Day, PlanRow[]> {
  const byDay = new Map<Day, PlanRow[]>()
  for (const row of rows) {
    if (row.day === null) continue
    const own = byDay.get(row.day)
    if (own) own.push(row)
    else byDay.set(row.day, [row])
  }
  return byDay
}

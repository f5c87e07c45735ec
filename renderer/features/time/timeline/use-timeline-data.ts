/** What the ledger says of the days shown, with what is on its way laid over it. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { LedgerSettings } from '../../../../shared/contract/settings.ts'
import { type Day, daysOf, mondayOf, daysBetween } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { gapsOf, type Overlap, overlapsOf } from '../../../../shared/domain/time-range.ts'
import { api } from '../../../lib/api.ts'
import type { DaySums } from './day-head.tsx'
import { endOf } from './day-layout.ts'
import { axisOf, type Axis, type DayScale, scaleOf } from '../../../lib/day-scale.ts'
import { itemsOf, type TimelineItem } from './items.ts'
import { type Gap, useTimeline } from './timeline-store.ts'
import type { TimeView } from './time-view.ts'

export interface TimelineDay {
  readonly scale: DayScale
  readonly entries: readonly TimeEntry[]
  readonly gaps: readonly Gap[]
  readonly sums: DaySums | undefined
  readonly holiday: string | undefined
}

export interface TimelineData {
  readonly timeZone: string
  readonly days: readonly TimelineDay[]
  readonly axis: Axis
  readonly entries: readonly TimeEntry[]
  readonly items: readonly TimelineItem[]
  readonly overlaps: readonly Overlap[]
  readonly isCut: boolean
  readonly isEmpty: boolean
  readonly workingHours: LedgerSettings['workingHours']
}

const NO_GAPS: readonly Gap[] = []

/** Undefined until it was read. */
export function useTimelineData(
  { period, personId, isAll }: TimeView,
  now: Instant,
): { readonly data: TimelineData | undefined; readonly error: Error | null } {
  const settings = useQuery(api.settings.ledger.queryOptions())
  const answer = useQuery(api.time.timeline.queryOptions({ input: { period, personId } }))
  const holidays = useQuery(api.settings.holidays.queryOptions({ input: { period } }))
  const pending = useTimeline((state) => state.pending)
  const zone = settings.data?.timeZone
  const workingHours = settings.data?.workingHours
  const read = answer.data
  const free = holidays.data
  const { from, to } = period
  const entries = useMemo(
    () => (isAll || !read ? [] : read.entries.flatMap((entry) => overlaid(entry, pending))),
    [read, pending, isAll],
  )
  const data = useMemo((): TimelineData | undefined => {
    if (zone === undefined || workingHours === undefined || !read) return undefined
    const scales = daysOf({ from, to }).map((day) => scaleOf(day, zone))
    const holidayOf = (day: Day) => free?.find((holiday) => holiday.day === day)?.name
    const days = scales.map((scale): TimelineDay => {
      const { day } = scale
      const own = entries.filter((entry) => entry.startedAt < scale.end && endOf(entry, now) > scale.start)
      const hours = workingHours[daysBetween(mondayOf(day), day)] ?? []
      const isWorkingDay = free !== undefined && holidayOf(day) === undefined
      const gaps = isAll ? NO_GAPS : gapsOf(day, hours, own, zone, isWorkingDay, now).map((gap) => ({ ...gap, day }))
      const sums = read.days.find((one) => one.day === day)
      return { scale, entries: own, gaps: known(gaps), sums, holiday: holidayOf(day) }
    })
    const shown = days.flatMap((one) => one.gaps)
    return {
      timeZone: zone,
      days,
      axis: axisOf(scales),
      entries,
      items: itemsOf(entries, shown, zone, from),
      overlaps: overlapsOf(entries, now),
      isCut: read.isCut && !isAll,
      isEmpty: read.entries.length === 0,
      workingHours,
    }
  }, [zone, workingHours, read, free, from, to, entries, now, isAll])
  return { data, error: settings.error ?? answer.error }
}

type Pending = ReturnType<typeof useTimeline.getState>['pending']

function overlaid(entry: TimeEntry, pending: Pending): TimeEntry[] {
  const times = pending.get(entry.id)
  if (times === undefined) return [entry]
  return times === null ? [] : [{ ...entry, ...times }]
}

const gapCache = new Map<string, Gap>()

/** The same gap is the same object, so that a column is not drawn anew for nothing. */
function known(gaps: readonly Gap[]): readonly Gap[] {
  if (gapCache.size > 2_000) gapCache.clear()
  return gaps.map((gap) => {
    const key = `${gap.day} ${gap.from} ${gap.to}`
    const found = gapCache.get(key) ?? gap
    gapCache.set(key, found)
    return found
  })
}

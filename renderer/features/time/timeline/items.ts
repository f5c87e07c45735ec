/** Entries and gaps in order of time: what arrow keys go through. */
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { minuteOfDay } from '../../../lib/day-scale.ts'
import { entryKey, type Gap, gapKey, type ItemKey } from './timeline-store.ts'

interface ItemPlace {
  readonly key: ItemKey
  readonly at: Instant
  readonly day: Day
  /** On the clock, after midnight. */
  readonly minute: number
}

export type TimelineItem = ItemPlace &
  ({ readonly entry: TimeEntry; readonly gap: null } | { readonly entry: null; readonly gap: Gap })

/** Entries that began before the first day shown stand on it. */
export function itemsOf(
  entries: readonly TimeEntry[],
  gaps: readonly Gap[],
  timeZone: string,
  firstDay: Day,
): TimelineItem[] {
  const items: TimelineItem[] = [
    ...entries.map((entry) => {
      const day = dayAt(entry.startedAt, timeZone)
      return {
        key: entryKey(entry.id),
        at: entry.startedAt,
        day: day < firstDay ? firstDay : day,
        minute: day < firstDay ? 0 : minuteOfDay(entry.startedAt, timeZone),
        entry,
        gap: null,
      }
    }),
    ...gaps.map((gap) => ({
      key: gapKey(gap),
      at: gap.from,
      day: gap.day,
      minute: minuteOfDay(gap.from, timeZone),
      entry: null,
      gap,
    })),
  ]
  return items.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
}

/** Sideways: the one nearest in clock time on the next day that has any. */
export function neighbourOf(
  items: readonly TimelineItem[],
  item: TimelineItem,
  direction: 'previous' | 'next' | 'dayBefore' | 'dayAfter' | 'first' | 'last',
): TimelineItem | undefined {
  const index = items.findIndex(({ key }) => key === item.key)
  if (direction === 'first') return items[0]
  if (direction === 'last') return items.at(-1)
  if (direction === 'previous') return items[index - 1]
  if (direction === 'next') return items[index + 1]
  const isAfter = direction === 'dayAfter'
  const days = items.map(({ day }) => day).filter((day) => (isAfter ? day > item.day : day < item.day))
  const day = days.sort()[isAfter ? 0 : days.length - 1]
  const distance = ({ minute }: TimelineItem) => Math.abs(minute - item.minute)
  return items
    .filter((candidate) => candidate.day === day)
    .reduce<TimelineItem | undefined>(
      (best, candidate) => (best && distance(best) <= distance(candidate) ? best : candidate),
      undefined,
    )
}

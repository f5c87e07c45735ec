/** A week: seven columns of hours, posts at their time. */
import { useMemo } from 'react'
import { addDays, type Day, daysOf, FIRST_DAY, LAST_DAY, mondayOf, type Period } from '../../../../shared/domain/day.ts'
import { RangeFrame } from '../entry/range-frame.tsx'
import { useRange } from '../entry/use-range.ts'
import type { ViewProps } from '../view-props.ts'
import { WeekGrid } from './week-grid.tsx'

export function WeekView(props: ViewProps) {
  const { filter, timeZone } = props
  const monday = mondayOf(props.day)
  const asked = useMemo(
    () => ({ period: weekFrom(monday), neighbours: [addDays(monday, -7), addDays(monday, 7)].map(weekFrom) }),
    [monday],
  )
  const days = useMemo(() => daysOf({ from: monday, to: addDays(monday, 6) }), [monday])
  const range = useRange({ ...asked, filter, timeZone })
  return <RangeFrame range={range}>{(data) => <WeekGrid {...props} days={days} data={data} />}</RangeFrame>
}

/** Never beyond the calendar's ends. */
function weekFrom(monday: Day): Period {
  const within = (day: Day) => (day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day)
  return { from: within(monday), to: within(addDays(monday, 6)) }
}

/** A month: a row for each of its weeks, posts as lines on their day. */
import { useMemo } from 'react'
import { firstDayOf, monthOf } from '../../../../shared/domain/day.ts'
import { RangeFrame } from '../entry/range-frame.tsx'
import { useRange } from '../entry/use-range.ts'
import type { ViewProps } from '../view-props.ts'
import { MonthGrid } from './month-grid.tsx'
import { monthsBeside, periodOfMonth } from './month-weeks.ts'

export function MonthView(props: ViewProps) {
  const { day, filter, timeZone } = props
  const month = monthOf(day)
  const asked = useMemo(
    () => ({ period: periodOfMonth(month), neighbours: monthsBeside(month).map(periodOfMonth) }),
    [month],
  )
  const range = useRange({ ...asked, filter, timeZone })
  return (
    <RangeFrame range={range}>
      {(data) => <MonthGrid {...props} month={month} first={firstDayOf(month)} data={data} />}
    </RangeFrame>
  )
}

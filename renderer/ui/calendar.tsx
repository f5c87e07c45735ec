/** The month sheet used by the date and the range picker. Weeks start on Monday in both languages. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  RangeCalendar,
} from 'react-aria-components'
import styles from './calendar.module.css'
import { cx } from './class-names.ts'

function Head() {
  return (
    <header className={styles.head}>
      <Button slot="previous" className={cx(styles.step)}>
        <ChevronLeft size={15} aria-hidden />
      </Button>
      <Heading className={cx(styles.month)} />
      <Button slot="next" className={cx(styles.step)}>
        <ChevronRight size={15} aria-hidden />
      </Button>
    </header>
  )
}

function Grid({ offsetMonths = 0 }: { readonly offsetMonths?: number }) {
  return (
    <CalendarGrid weekdayStyle="short" offset={{ months: offsetMonths }} className={cx(styles.grid)}>
      <CalendarGridHeader>
        {(day) => <CalendarHeaderCell className={cx(styles.weekday)}>{day}</CalendarHeaderCell>}
      </CalendarGridHeader>
      <CalendarGridBody>{(date) => <CalendarCell date={date} className={cx(styles.cell)} />}</CalendarGridBody>
    </CalendarGrid>
  )
}

export function MonthSheet() {
  return (
    <Calendar firstDayOfWeek="mon" className={cx(styles.calendar)}>
      <Head />
      <Grid />
    </Calendar>
  )
}

export function RangeSheet() {
  return (
    <RangeCalendar firstDayOfWeek="mon" visibleDuration={{ months: 2 }} className={cx(styles.calendar)}>
      <Head />
      <div className={styles.months}>
        <Grid />
        <Grid offsetMonths={1} />
      </div>
    </RangeCalendar>
  )
}

import type { ViewProps } from '../view-props.ts'

export function MonthView({ day }: ViewProps) {
  return <time dateTime={day}>{day}</time>
}

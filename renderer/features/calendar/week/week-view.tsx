import type { ViewProps } from '../view-props.ts'

export function WeekView({ day }: ViewProps) {
  return <time dateTime={day}>{day}</time>
}

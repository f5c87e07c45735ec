import type { ViewProps } from '../view-props.ts'

export function BoardView({ day }: ViewProps) {
  return <time dateTime={day}>{day}</time>
}

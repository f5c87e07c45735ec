import type { ViewProps } from '../view-props.ts'

export function ListView({ day }: ViewProps) {
  return <time dateTime={day}>{day}</time>
}

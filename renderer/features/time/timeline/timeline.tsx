import type { TimeView } from './time-view.ts'

/** Day and week as a timeline. */
export function Timeline({ view }: { readonly view: TimeView }) {
  return <div data-day={view.day} />
}

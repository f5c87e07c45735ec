import type { Format } from '../../lib/format.ts'

/** Labels of rows begin with an ISO day; people read it in their own order. */
export function readableLabel(label: string, format: Format): string {
  return label.replace(/^\d{4}-\d\d-\d\d(?= · )/, (day) => format.day(day))
}

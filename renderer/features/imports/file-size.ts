import type { Format } from '../../lib/format.ts'

const kibibyte = 1024
export const mebibyte = kibibyte * kibibyte

/** In the measure of the limits, as file managers mostly count: a limit of 200 MB is not to read 209.7 MB. */
export function fileSize(bytes: number, format: Pick<Format, 'number'>): string {
  if (bytes < kibibyte) return `${format.number(bytes)}\u00a0B`
  if (bytes < mebibyte) return `${format.number(bytes / kibibyte)}\u00a0kB`
  const size = bytes / mebibyte
  return `${format.number(size, Number.isInteger(size) ? 0 : 1)}\u00a0MB`
}

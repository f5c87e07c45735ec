/** What the clock of the ledger's zone says. */
import type { Instant } from '../../shared/domain/instant.ts'
import { clockAt } from '../../shared/domain/wall-time.ts'
import { isAmbiguous } from './day-scale.ts'

const zoneNames = new Map<string, Intl.DateTimeFormat>()

/** "MESZ" */
export function zoneNameAt(at: Instant, timeZone: string, locale: string): string {
  const key = `${locale} ${timeZone}`
  let format = zoneNames.get(key)
  if (!format) zoneNames.set(key, (format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })))
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** "14:05"; with the zone's name where the clock shows it twice. */
export function clockText(at: Instant, timeZone: string, locale: string): string {
  const clock = clockAt(at, timeZone)
  return isAmbiguous(at, timeZone) ? `${clock} ${zoneNameAt(at, timeZone, locale)}` : clock
}

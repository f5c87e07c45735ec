/** The ledger's settings as they are stored: one row a key, values as JSON, defaults for what is missing. */
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { DEFAULT_WINDOW_DAYS } from '../../../shared/domain/attribution.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { Connection } from './connection.ts'

export interface StoredSettings extends LedgerSettings {
  readonly isSample: boolean
  readonly isFirstStartDone: boolean
  /** Secret of this ledger, mixed into the hashes by which returning customers are recognised. */
  readonly salt: string
  /** Files still to be deleted, and the ledger to be written anew, after something was erased. Null: nothing is left to do. */
  readonly wipe: readonly string[] | null
  /** The day it was said for the first time what is going to be erased by itself. */
  readonly erasureAnnouncedOn: Day | null
}

export const DEFAULT_SETTINGS: StoredSettings = {
  name: 'Gegenwert',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  language: 'de',
  businessKind: 'company',
  marginBasisPoints: null,
  attributionWindowDays: DEFAULT_WINDOW_DAYS,
  holidayRegion: { country: 'DE', state: null },
  selfPersonId: null,
  workingHours: [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '17:00' }]), [], []],
  awayAfterMinutes: 10,
  isSample: false,
  isFirstStartDone: false,
  salt: '',
  wipe: null,
  erasureAnnouncedOn: null,
}

export function readSettings(db: Connection): StoredSettings {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting').all()
  const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
  return { ...DEFAULT_SETTINGS, ...stored }
}

export function writeSettings(db: Connection, patch: Partial<StoredSettings>): void {
  const write = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value',
  )
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined) write.run(key, JSON.stringify(value))
  }
}

/** The sample ledger: a year of a company that does not exist, generated when it is first opened. */
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Language } from '../../../../../shared/contract/fields.ts'
import { dayAt, type Instant } from '../../../../../shared/domain/instant.ts'
import { keepFile } from '../../../attachments/attachment-files.ts'
import type { Backend } from '../../../backend.ts'
import type { Connection } from '../../../database/connection.ts'
import { deriveAll } from '../../../database/derivation.ts'
import { expected } from '../../../database/expected.ts'
import { createLedgerFile } from '../../../database/open.ts'
import { DEFAULT_SETTINGS, writeSettings, type StoredSettings } from '../../../database/settings-row.ts'
import { newSalt } from '../../../salt.ts'
import { closeMonths } from './sample-closing.ts'
import { foundCompany, SAMPLE_NAME, type Sample } from './sample-company.ts'
import { fillCalendar } from './sample-calendar.ts'
import { fillConversations } from './sample-conversations.ts'
import { fillCosts } from './sample-costs.ts'
import { fillEncounters } from './sample-encounters.ts'
import { fillModerationSetup } from './sample-moderation-setup.ts'
import { fillPlans } from './sample-plans.ts'
import { fillProjects } from './sample-projects.ts'
import { SAMPLE_MARGIN_BASIS_POINTS } from './sample-purchases.ts'
import { fillQueue } from './sample-queue.ts'
import { sampleReceipt } from './sample-receipt.ts'
import { fillRecords } from './sample-records.ts'
import { fillRevenue } from './sample-revenue.ts'
import { fillTime } from './sample-time.ts'
import { SAMPLE_REGION, SAMPLE_TIME_ZONE, sampleYear } from './sample-year.ts'

/** Each feature adds its part; later parts may read what earlier ones wrote. */
const PARTS: readonly ((sample: Sample) => void)[] = [
  fillTime,
  fillRecords,
  fillProjects,
  fillModerationSetup,
  fillConversations,
  fillCosts,
  fillRevenue,
  fillEncounters,
  fillPlans,
  fillQueue,
  fillCalendar,
]

/** Makes the sample, in the language of the ledger one comes from, and opens it. */
export async function fillSampleLedger(backend: Backend, path: string): Promise<void> {
  const target = resolve(path)
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  } catch {
    throw expected('ledger_unreadable', { path: target, reason: 'read_only_folder' })
  }
  const now = backend.now()
  const { language } = backend.openLedgerOrNull?.settings() ?? backend.options
  createLedgerFile(target, (db) => fill(db, now, language))
  keepFile(target, sampleReceipt(language))
  await backend.openLedger(target)
}

function fill(db: Connection, now: Instant, language: Language): void {
  const today = dayAt(now, SAMPLE_TIME_ZONE)
  const settings: StoredSettings = {
    ...DEFAULT_SETTINGS,
    name: SAMPLE_NAME,
    language,
    timeZone: SAMPLE_TIME_ZONE,
    holidayRegion: SAMPLE_REGION,
    marginBasisPoints: SAMPLE_MARGIN_BASIS_POINTS,
    isFirstStartDone: true,
    isSample: true,
    salt: newSalt(),
  }
  writeSettings(db, settings)
  const derive = () => deriveAll(db, { today, settings })
  const sample = foundCompany(db, { year: sampleYear(today), now, settings, derive })
  for (const part of PARTS) part(sample)
  derive()
  closeMonths(db, sample, settings)
  // What was put right after closing is booked on the last day the sample tells of.
  deriveAll(db, { today: sample.year.to, settings })
}

/** What is missing or has grown old, most important first. Pure. */
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { type Day, daysBetween, toDay } from '../../../shared/domain/day.ts'
import { linesAddress, purchasesAddress } from '../../lib/ledger-address.ts'

type GapKind =
  | 'hours'
  | 'rate'
  | 'revenue'
  | 'margin'
  | 'stale'
  | 'noTouch'
  | 'noActivity'
  | 'uncounted'
  | 'openMonths'
  | 'noBackup'
  | 'oldBackup'

export interface Gap {
  readonly kind: GapKind
  readonly address: string
  readonly seconds?: number
  readonly share?: number
  readonly count?: number
}

export interface GapSources {
  /** Over everything there is. */
  readonly summary: ResultSummary
  /** Epoch milliseconds. */
  readonly lastImportAt: number | null
  readonly lastBackupAt: number | null
  /** Months that have ended and are not closed. */
  readonly openMonths: number
  /** Nobody needs to back up the sample or to feed it. */
  readonly isSample: boolean
  readonly today: Day
}

const staleAfterDays = 14
const backupAfterDays = 30
/** Below this, missing touches are noise. */
const touchlessShare = 0.25

export function findGaps(sources: GapSources): Gap[] {
  const openMonths: Gap = { kind: 'openMonths', address: '/ledger/months', count: sources.openMonths }
  return [
    ...resultGaps(sources.summary),
    ...mappingGaps(sources.summary),
    ...(sources.openMonths > 0 ? [openMonths] : []),
    ...ageGaps(sources),
  ]
}

function resultGaps({ lacks, totals }: ResultSummary): Gap[] {
  const gaps: Record<ResultSummary['lacks'][number], Gap> = {
    hours: { kind: 'hours', address: '/imports' },
    rate: { kind: 'rate', address: '/settings?tab=people&open=rate', seconds: totals.unpricedSeconds },
    revenue: { kind: 'revenue', address: '/imports' },
    margin: { kind: 'margin', address: '/settings?tab=margin' },
  }
  return lacks.map((lack) => gaps[lack])
}

function mappingGaps({ coverage, labourByActivity, uncountedOrders, period, model }: ResultSummary): Gap[] {
  const gaps: Gap[] = []
  const untouched = coverage.netCents > 0 ? 1 - coverage.touchedNetCents / coverage.netCents : 0
  if (untouched >= touchlessShare) {
    gaps.push({ kind: 'noTouch', address: '/ledger/revenue?view=origins', share: untouched })
  }
  const withoutActivity = labourByActivity.find(({ activity }) => activity === null)
  if (withoutActivity) {
    const address = linesAddress({ period, kinds: ['labour'], activity: null })
    gaps.push({ kind: 'noActivity', address, seconds: withoutActivity.seconds })
  }
  if (uncountedOrders > 0) {
    const address = purchasesAddress({ period, model, only: 'uncounted' })
    gaps.push({ kind: 'uncounted', address, count: uncountedOrders })
  }
  return gaps
}

function ageGaps({ lastImportAt, lastBackupAt, isSample, today }: GapSources): Gap[] {
  if (isSample) return []
  const gaps: Gap[] = []
  if (lastImportAt !== null && daysSince(lastImportAt, today) > staleAfterDays) {
    gaps.push({ kind: 'stale', address: '/imports', count: daysSince(lastImportAt, today) })
  }
  const address = '/settings?tab=data'
  if (lastBackupAt === null) gaps.push({ kind: 'noBackup', address })
  else if (daysSince(lastBackupAt, today) > backupAfterDays) {
    gaps.push({ kind: 'oldBackup', address, count: daysSince(lastBackupAt, today) })
  }
  return gaps
}

/** To the day, which is enough for "two weeks ago". */
function daysSince(instant: number, today: Day): number {
  return daysBetween(toDay(new Date(instant).toISOString().slice(0, 10)), today)
}

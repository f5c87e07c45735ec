/**
 * Ledgers of any size, filled as imports and hands would fill them and derived by the app itself: *ten years* and *extreme* of
 * the architecture, and smaller ones of the same make. The same seed draws the same ledger.
 */
import type { Connection } from '../../electron/backend/database/connection.ts'
import { deriveAll } from '../../electron/backend/database/derivation.ts'
import type { StoredSettings } from '../../electron/backend/database/settings-row.ts'
import { addDays, daysBetween, daysOf, toDay, type Period } from '../../shared/domain/day.ts'
import { addConversations, addReach } from './dataset-conversations.ts'
import { addDimensions } from './dataset-dimensions.ts'
import { addOrders } from './dataset-orders.ts'
import { addShares } from './dataset-shares.ts'
import { addAds, addTime, addTools } from './dataset-work.ts'

export interface DatasetSize {
  readonly period: Period
  readonly posts: number
  readonly conversations: number
  readonly timeEntries: number
  readonly orders: number
  readonly adRows: number
  /** Monthly costs, each with a line a day. */
  readonly tools: number
  readonly people: number
  readonly channels: number
  readonly campaignsAYear: number
  readonly clients: number
  readonly departments: number
  /** Of each client, and as many of none. */
  readonly projectsAClient: number
}

const DECADE: Period = { from: toDay('2016-11-01'), to: toDay('2026-10-31') }

export const TEN_YEARS: DatasetSize = {
  period: DECADE,
  posts: 10_000,
  conversations: 60_000,
  timeEntries: 25_000,
  orders: 150_000,
  adRows: 10_000,
  tools: 2,
  people: 4,
  channels: 6,
  campaignsAYear: 6,
  clients: 3,
  departments: 3,
  projectsAClient: 3,
}

/** Ten years whose sources come to exactly so many ledger lines: of a hundred, 72 purchases, 3 days of ads, tools, and hours. */
export function sizeOfLines(lines: number): DatasetSize {
  const tools = Math.min(5, Math.ceil(lines / 100_000))
  const orders = Math.round(lines * 0.72)
  const adRows = Math.round(lines * 0.03)
  return {
    period: DECADE,
    posts: Math.round(lines * 0.04),
    conversations: Math.round(lines * 0.25),
    timeEntries: lines - orders - adRows - tools * (daysBetween(DECADE.from, DECADE.to) + 1),
    orders,
    adRows,
    tools,
    people: 10,
    channels: 12,
    campaignsAYear: 12,
    clients: 6,
    departments: 5,
    projectsAClient: 3,
  }
}

/** A million lines and 250,000 conversations. */
export const EXTREME = sizeOfLines(1_000_000)

/** What the moderation log is measured on: posts and hours as in *ten years* and *extreme*, of purchases only a part. */
export const LOGS = {
  'log-60000': { ...TEN_YEARS, orders: 30_000 },
  'log-250000': { ...TEN_YEARS, orders: 30_000, posts: 40_000, timeEntries: 200_000, conversations: 250_000 },
} as const satisfies Record<string, DatasetSize>
export type LogName = keyof typeof LOGS

export const DATASETS = { 'ten-years': TEN_YEARS, extreme: EXTREME } as const
export type DatasetName = keyof typeof DATASETS

/** A shorter stretch of the same ledger: as much a day, fewer days. */
export function scaleDataset(size: DatasetSize, factor: number): DatasetSize {
  const part = (count: number) => Math.max(1, Math.round(count * factor))
  const days = part(daysBetween(size.period.from, size.period.to) + 1)
  return {
    ...size,
    period: { from: addDays(size.period.to, 1 - days), to: size.period.to },
    posts: part(size.posts),
    conversations: part(size.conversations),
    timeEntries: part(size.timeEntries),
    orders: part(size.orders),
    adRows: part(size.adRows),
  }
}

/** All in memory until it is written: pages spilled into the log again and again would take most of the time. */
const CACHE_KIB = 1_500_000

/** Fills an empty ledger and derives everything. */
export function fillDataset(db: Connection, settings: StoredSettings, size: DatasetSize): void {
  db.database.pragma(`cache_size = -${CACHE_KIB}`)
  const days = daysOf(size.period)
  const dimensions = addDimensions(db, size, days)
  addConversations(db, size, days, dimensions)
  addReach(db, days, dimensions)
  addTime(db, size, days, dimensions)
  addShares(db, dimensions)
  addAds(db, size, days, dimensions)
  addTools(db, size, days, dimensions)
  addOrders(db, size, days, dimensions)
  deriveAll(db, { today: size.period.to, settings })
}

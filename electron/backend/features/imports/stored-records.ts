/**
 * What an import row keeps of a file's record: enough to compare it with a later export and to map it anew, and nothing
 * personal: a buyer's address becomes a salted hash.
 */
import { guessActivity } from '../../../../shared/domain/activity.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { readErasedNames, type ErasedNames } from '../../erasure/hashed-names.ts'
import { hashOfCustomer } from '../../salt.ts'
import type { AdSpendRecord, OrderItem, OrderRecord, TimeRecord, UtmValues } from './formats/records.ts'
import type { RecordSet } from './reader/read-result.ts'

interface StoredBase {
  readonly day: Day
}

export interface StoredTime extends StoredBase {
  readonly kind: 'time'
  readonly user: string
  /** Absent where the file names none. */
  readonly client?: string
  readonly project: string
  /** The word that says what kind of work it was: a tag, else the task, else the description. */
  readonly activityLabel: string
  readonly description: string
  readonly isBillable: boolean
  /** Absent where only the day and the length are known. */
  readonly startedAt?: number
  readonly endedAt?: number
  /** Present in their place. */
  readonly seconds?: number
}

export function secondsOf({ startedAt, endedAt, seconds }: StoredTime): number {
  return seconds ?? Math.round(((endedAt ?? 0) - (startedAt ?? 0)) / 1000)
}

export interface StoredAdSpend extends StoredBase {
  readonly kind: 'ad-spend'
  readonly platform: 'meta' | 'google'
  readonly campaign: string
  readonly campaignType: string
  readonly dayTo: Day
  readonly cents: number
  readonly impressions: number | null
  readonly clicks: number | null
  readonly results: number | null
  readonly conversionValueCents: number | null
}

export interface StoredOrder extends StoredBase {
  readonly kind: 'order'
  readonly orderName: string
  readonly at: number
  readonly status: string
  readonly isCounted: boolean
  readonly paidCents: number
  readonly refundedCents: number
  readonly taxCents: number
  readonly customerHash: string | null
  readonly discountCodes: readonly string[]
  readonly utm: UtmValues | null
  readonly selfReported: string | null
  /** Absent where the file named no products. */
  readonly items?: readonly OrderItem[]
}

export type StoredRecord = StoredTime | StoredAdSpend | StoredOrder

export interface IncomingRow {
  readonly identity: string
  /** What identities of rows that look the same have in common; absent where there is at most one. */
  readonly base?: string
  readonly line: number
  readonly record: StoredRecord
}

/** What a file's content becomes in a ledger: buyers as hashes of its salt, people who were erased as their pseudonyms. */
export interface RowContext {
  readonly salt: string
  readonly erased: ErasedNames
}

export function rowContext(db: Connection, settings: StoredSettings): RowContext {
  return { salt: settings.salt, erased: readErasedNames(db, settings) }
}

/** What was made of a file's content for the preview serves when it is written. */
const madeRows = new WeakMap<RecordSet, { readonly key: string; readonly rows: readonly IncomingRow[] }>()

/** The rows of a file as they would be stored. */
export function toIncomingRows(content: RecordSet, { salt, erased }: RowContext): readonly IncomingRow[] {
  const key = `${salt} ${erased.key}`
  const known = madeRows.get(content)
  if (known?.key === key) return known.rows
  const rows = makeRows(content, salt).map((row) => redact(row, erased))
  madeRows.set(content, { key, rows })
  return rows
}

/** A file from before an erasure does not bring the person back, and its rows are still known as the ones that were imported. */
function redact(row: IncomingRow, erased: ErasedNames): IncomingRow {
  const { day, kind } = row.record
  const record = erased.redact(row.record, day)
  if (kind !== 'time') return record === row.record ? row : { ...row, record }
  const identity = erased.redactText(row.identity, day)
  if (identity === row.identity && record === row.record) return row
  return { ...row, identity, record, ...(row.base !== undefined && { base: erased.redactText(row.base, day) }) }
}

function makeRows(content: RecordSet, salt: string): IncomingRow[] {
  switch (content.kind) {
    case 'time':
      return content.records.map((record) => ({
        identity: record.identity,
        base: record.base,
        line: record.line,
        record: storedTime(record),
      }))
    case 'ad-spend':
      return content.records.map((record) => ({
        identity: record.identity,
        line: record.line,
        record: storedAdSpend(record),
      }))
    case 'order':
      return content.records.map((record) => ({
        identity: record.identity,
        line: record.line,
        record: storedOrder(record, salt),
      }))
  }
}

function storedTime(record: TimeRecord): StoredTime {
  return {
    kind: 'time',
    day: record.day,
    user: record.user.trim() === '' ? '–' : record.user,
    ...(record.client.trim() === '' ? {} : { client: record.client.trim().slice(0, 200) }),
    project: record.project,
    activityLabel: activityLabelOf(record),
    description: record.description,
    isBillable: record.isBillable,
    ...(record.startedAt === null || record.endedAt === null
      ? { seconds: record.seconds }
      : { startedAt: record.startedAt, endedAt: record.endedAt }),
  }
}

/** The first tag that names an activity, else the first tag, the task, or a description that gives an activity away. */
function activityLabelOf({ tags, task, description }: TimeRecord): string {
  return (
    tags.find((tag) => guessActivity(tag) !== null) ??
    tags[0] ??
    (task || (guessActivity(description) ? description : ''))
  )
}

function storedAdSpend(record: AdSpendRecord): StoredAdSpend {
  return {
    kind: 'ad-spend',
    day: record.dayFrom,
    platform: record.platform,
    campaign: record.campaign,
    campaignType: record.campaignType,
    dayTo: record.dayTo,
    cents: record.cents,
    impressions: record.impressions,
    clicks: record.clicks,
    results: record.results,
    conversionValueCents: record.conversionValueCents,
  }
}

function storedOrder(record: OrderRecord, salt: string): StoredOrder {
  return {
    kind: 'order',
    day: record.day,
    orderName: record.orderName,
    at: record.at,
    status: record.rawStatus,
    isCounted: record.isCounted,
    paidCents: record.paidCents,
    refundedCents: Math.min(record.refundedCents, record.paidCents),
    taxCents: record.taxCents,
    customerHash: hashOfCustomer(record.email, salt),
    discountCodes: record.discountCodes,
    utm: record.utm,
    selfReported: record.selfReported,
    ...(record.items.length > 0 && { items: record.items }),
  }
}

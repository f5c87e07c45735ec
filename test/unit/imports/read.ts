/** What the tests of the importers share: a fixture, a text as bytes, a reading in the zone of the sample company. */
import { readFileSync } from 'node:fs'
import type {
  AdSpendRecord,
  OrderRecord,
  TimeRecord,
} from '../../../electron/backend/features/imports/formats/records.ts'
import { readFile, type ReadOptions } from '../../../electron/backend/features/imports/reader/read-file.ts'
import type { ReadResult, ReadTable } from '../../../electron/backend/features/imports/reader/read-result.ts'

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url))
}

export function read(content: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<ReadResult> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readFile(bytes, 'file.csv', { timeZone: 'Europe/Berlin', baseCurrency: 'EUR', ...options })
}

export async function readTable(content: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<ReadTable> {
  const result = await read(content, options)
  if (result.status !== 'read') throw new Error(`not read: ${JSON.stringify(result)}`)
  return result
}

export function timeRecords({ content }: ReadTable): readonly TimeRecord[] {
  if (content.kind !== 'time') throw new Error(content.kind)
  return content.records
}

export function adSpend({ content }: ReadTable): readonly AdSpendRecord[] {
  if (content.kind !== 'ad-spend') throw new Error(content.kind)
  return content.records
}

export function orders({ content }: ReadTable): readonly OrderRecord[] {
  if (content.kind !== 'order') throw new Error(content.kind)
  return content.records
}

/** UTF-16 with byte order mark. */
export function wide(text: string, order: 'le' | 'be', hasMark = true): Buffer {
  const bytes = Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

export const TOGGL_HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'

/** A Toggl line with a start, an end and a duration. */
export function togglLine(start: string, end: string, duration: string, description = 'Dreh'): string {
  const [startDay, startTime] = start.split(' ')
  const [endDay, endTime] = end.split(' ')
  return `Ada,ada@example.com,,Instagram,Reel,${description},No,${startDay},${startTime},${endDay},${endTime},${duration},Content,`
}

export const SHOPIFY_HEADER =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Note Attributes,Cancelled at,Refunded Amount,Id'

/** Writing records as sources of the ledger: time entries, ad spend, purchases with their touchpoints. */
import { channelGroupOf } from '../../../../shared/domain/ga4-channel.ts'
import type { TouchKind } from '../../../../shared/domain/attribution.ts'
import { BulkInsert } from '../../database/bulk-insert.ts'
import type { Connection } from '../../database/connection.ts'
import { findOrAddCampaign } from '../../database/dimensions.ts'
import { nextIdOf, noteNewRows, removeNoted } from '../../database/journal.ts'
import { TimeWriter, updateTime } from './apply-time.ts'
import { campaignSource, codeValue, utmValue } from './mapping.ts'
import type { Meaning } from './mapping-store.ts'
import type { Meanings } from './meanings.ts'
import type { StoredAdSpend, StoredOrder, StoredRecord } from './stored-records.ts'

/** Writes records as new sources, many at a time. */
export class RecordWriter {
  readonly #db: Connection
  readonly #meanings: Meanings
  #orders: OrderWriter | null = null
  #times: TimeWriter | null = null

  constructor(db: Connection, meanings: Meanings) {
    this.#db = db
    this.#meanings = meanings
  }

  /** Answers the id the source will have. Nobody else may add any until `flush`. */
  add(record: StoredRecord): number {
    switch (record.kind) {
      case 'time':
        return (this.#times ??= new TimeWriter(this.#db, this.#meanings)).add(record)
      case 'ad-spend':
        return insertAdSpend(this.#db, record, this.#meanings)
      case 'order':
        return (this.#orders ??= new OrderWriter(this.#db, this.#meanings)).add(record)
    }
  }

  flush(): void {
    this.#orders?.flush()
    this.#times?.flush()
  }
}

/** Writes a record as a new source; returns its id. */
export function insertRecord(db: Connection, record: StoredRecord, meanings: Meanings): number {
  const writer = new RecordWriter(db, meanings)
  const id = writer.add(record)
  writer.flush()
  return id
}

/** Makes an existing source say what the record says. */
export function updateRecord(db: Connection, id: number, record: StoredRecord, meanings: Meanings): void {
  switch (record.kind) {
    case 'time':
      return updateTime(db, id, record, meanings)
    case 'ad-spend':
      db.prepare<[object]>(
        `UPDATE ad_spend SET platform = @platform, ${unlessByHand('campaign_id')}, ${unlessByHand('channel_id')}, ${unlessByHand('scope')},
           day_from = @day, day_to = @dayTo, cents = @cents, impressions = @impressions, clicks = @clicks, results = @results,
           conversion_value_cents = @conversionValueCents WHERE id = @id`,
      ).run({ ...adSpendValues(db, record, meanings), id })
      return
    case 'order':
      db.prepare<[object]>(
        `UPDATE revenue_event SET name = @name, at = @at, day = @day, status = @status, is_counted = @isCounted, paid_cents = @paidCents,
           refunded_cents = @refundedCents, tax_cents = @taxCents, customer_hash = @customerHash WHERE id = @id`,
      ).run({ ...orderValues(record), id })
      db.prepare<[number]>(
        "DELETE FROM touchpoint WHERE event_id = ? AND kind IN ('self-reported', 'utm', 'coupon') AND is_by_hand = 0",
      ).run(id)
      db.prepare<[number]>('DELETE FROM revenue_item WHERE event_id = ?').run(id)
      writeDetails(db, id, record, meanings)
  }
}

/** What someone assigned by hand stands above what a file says. */
function unlessByHand(column: 'channel_id' | 'campaign_id' | 'scope'): string {
  const name = column.replace('_id', '')
  const value = column.endsWith('_id') ? `@${name}Id` : `@${name}`
  return `${column} = CASE WHEN instr(',' || set_by_hand || ',', ',${name},') > 0 THEN ${column} ELSE ${value} END`
}

const TABLE = { time: 'time_entry', 'ad-spend': 'ad_spend', order: 'revenue_event' } as const

/** Removes all sources a batch brought. */
export function removeTargetsOfBatch(db: Connection, kind: StoredRecord['kind'], batchId: number): void {
  removeNoted(db, TABLE[kind], 'SELECT target_id FROM import_row WHERE batch_id = ?', batchId)
}

function adSpendValues(db: Connection, record: StoredAdSpend, meanings: Meanings) {
  const { channelId, scope } = meanings.of(campaignSource(record.platform), record.campaign, record.campaignType)
  return {
    platform: record.platform,
    campaignId: findOrAddCampaign(db, record.campaign),
    channelId,
    scope,
    day: record.day,
    dayTo: record.dayTo,
    cents: record.cents,
    impressions: record.impressions,
    clicks: record.clicks,
    results: record.results,
    conversionValueCents: record.conversionValueCents,
  }
}

function insertAdSpend(db: Connection, record: StoredAdSpend, meanings: Meanings): number {
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO ad_spend (platform, campaign_id, channel_id, scope, day_from, day_to, cents, impressions, clicks, results, conversion_value_cents)
       VALUES (@platform, @campaignId, @channelId, @scope, @day, @dayTo, @cents, @impressions, @clicks, @results, @conversionValueCents)`,
    )
    .run(adSpendValues(db, record, meanings))
  return Number(lastInsertRowid)
}

/** The only format orders come in. */
const SHOP = 'shopify'

function orderValues(record: StoredOrder) {
  return {
    name: record.orderName.slice(0, 200),
    at: record.at,
    day: record.day,
    status: record.status,
    isCounted: Number(record.isCounted),
    paidCents: record.paidCents,
    refundedCents: record.refundedCents,
    taxCents: record.taxCents,
    customerHash: record.customerHash,
  }
}

function writeDetails(db: Connection, eventId: number, record: StoredOrder, meanings: Meanings): void {
  const writer = new OrderWriter(db, meanings)
  writer.addDetails(eventId, record)
  writer.flush()
}

/** Writes purchases with what was bought and where they came from, many at a time. */
export class OrderWriter {
  readonly #db: Connection
  readonly #meanings: Meanings
  readonly #events: BulkInsert
  readonly #items: BulkInsert
  readonly #touches: BulkInsert
  #nextId: number

  constructor(db: Connection, meanings: Meanings) {
    this.#db = db
    this.#meanings = meanings
    this.#events = new BulkInsert(db, 'revenue_event', EVENT_COLUMNS)
    this.#items = new BulkInsert(db, 'revenue_item', ['event_id', 'product', 'cents'])
    this.#touches = new BulkInsert(db, 'touchpoint', TOUCH_COLUMNS)
    this.#nextId = nextIdOf(db, 'revenue_event')
  }

  /** Answers the id the purchase will have. Nobody else may add any until `flush`. */
  add(record: StoredOrder): number {
    const id = this.#nextId++
    const values = orderValues(record)
    this.#events.add([
      id,
      'order',
      SHOP,
      values.name,
      values.at,
      values.day,
      values.status,
      values.isCounted,
      values.paidCents,
      values.refundedCents,
      values.taxCents,
      values.customerHash,
    ])
    this.addDetails(id, record)
    return id
  }

  /** Items and touches; all of an order's touches are at its own instant. */
  addDetails(eventId: number, record: StoredOrder): void {
    for (const { product, cents } of record.items ?? []) this.#items.add([eventId, product, cents])
    for (const touch of touchesOf(this.#db, record, this.#meanings)) {
      const { kind, scope, isDirect, channelId, campaignId, source, medium } = touch
      this.#touches.add([eventId, record.at, kind, scope, isDirect, channelId, campaignId, source, medium])
    }
  }

  flush(): void {
    noteNewRows(this.#db, ['revenue_event', 'revenue_item', 'touchpoint'], () => {
      this.#events.flush()
      this.#items.flush()
      this.#touches.flush()
    })
  }
}

const EVENT_COLUMNS = [
  'id',
  'kind',
  'source',
  'name',
  'at',
  'day',
  'status',
  'is_counted',
  'paid_cents',
  'refunded_cents',
  'tax_cents',
  'customer_hash',
]
const TOUCH_COLUMNS = ['event_id', 'at', 'kind', 'scope', 'is_direct', 'channel_id', 'campaign_id', 'source', 'medium']

interface TouchDraft {
  readonly kind: TouchKind
  readonly source: string
  readonly medium: string
  readonly campaignId: number | null
  readonly channelId: number | null
  readonly scope: 'social' | 'other'
  readonly isDirect: 0 | 1
}

/** What an order carries about its origin: how the buyer says to have come, the link, the code. */
function touchesOf(db: Connection, record: StoredOrder, meanings: Meanings): TouchDraft[] {
  const touches: TouchDraft[] = []
  const answer = record.selfReported?.trim() ?? ''
  if (answer !== '') touches.push(...plainTouch('self-reported', answer, meanings.of('self-report', answer)))
  if (record.utm && utmValue(record.utm.source) !== '') touches.push(...linkTouch(db, record.utm, meanings))
  for (const code of record.discountCodes)
    touches.push(...plainTouch('coupon', codeValue(code), meanings.of('discount-code', codeValue(code))))
  return touches
}

/** None where the word says nothing about an origin. */
function plainTouch(kind: TouchKind, source: string, { channelId, scope, isTouch }: Meaning): TouchDraft[] {
  if (!isTouch) return []
  return [{ kind, source, medium: '', campaignId: null, channelId, scope, isDirect: 0 }]
}

function linkTouch(db: Connection, utm: NonNullable<StoredOrder['utm']>, meanings: Meanings): TouchDraft[] {
  const source = utmValue(utm.source)
  const medium = utm.medium.trim().toLowerCase()
  if (!meanings.of('utm-source', source, medium).isTouch) return []
  const meaning = scopeOfLink(source, medium, meanings)
  const campaignId = utm.campaign === '' ? null : findOrAddCampaign(db, utm.campaign)
  const isDirect = channelGroupOf(source, medium) === 'direct' ? 1 : 0
  return [{ kind: 'utm', source, medium, campaignId, ...meaning, isDirect }]
}

/** A source mapped to a channel counts as social unless its medium says that it was a mail. */
export function scopeOfLink(
  source: string,
  medium: string,
  meanings: Meanings,
): { channelId: number | null; scope: 'social' | 'other' } {
  const { channelId, scope } = meanings.of('utm-source', source, medium)
  const isMail = channelGroupOf(source, medium) === 'email'
  return scope === 'other' || isMail ? { channelId: null, scope: 'other' } : { channelId, scope }
}

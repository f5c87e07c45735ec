/** Rows of a shop export → orders. */
import { dayAt } from '../../../../../shared/domain/instant.ts'
import { MAX_CENTS } from '../../../../../shared/domain/money.ts'
import { revenueFigures } from '../../../../../shared/domain/revenue.ts'
import type { CellReader } from '../reader/cell-reader.ts'
import { orderStatus, readOrderAttributes } from './order-attributes.ts'
import { PeriodTracker, type Outcome, type RecordBuilder } from './record-builder.ts'
import type { OrderItem, OrderRecord, OrderStatus } from './records.ts'

/** The others brought no money yet, or never will. */
const COUNTED: ReadonlySet<OrderStatus> = new Set(['paid', 'partially_refunded', 'refunded'])

type OpenOrder = Omit<OrderRecord, 'itemCount' | 'items'> & { itemCount: number; items: readonly OrderItem[] }

export function orderRecords(): RecordBuilder {
  const byName = new Map<string, OpenOrder | 'failed'>()
  const byIdentity = new Map<string, OpenOrder>()
  const tracker = new PeriodTracker()
  return {
    add(row): Outcome {
      const record = readOrder(row)
      const name = row.raw('name')
      if (!record) {
        // Its further lines must not be reported a second time.
        if (name !== '' && !byName.has(name)) byName.set(name, 'failed')
        return 'failed'
      }
      const known = byIdentity.get(record.identity)
      if (known) return settleTwice(known, record, row)
      byIdentity.set(record.identity, record)
      byName.set(name, record)
      tracker.include(record.day, record.day)
      return 'added'
    },
    extend(key, row): boolean {
      const order = byName.get(key)
      if (order === undefined) return false
      if (order !== 'failed') {
        order.itemCount += row.count('quantity') ?? 0
        order.items = [...order.items, ...readItem(row)].slice(0, MAX_ITEMS)
      }
      return true
    },
    finish() {
      const records = [...byIdentity.values()]
      return { content: { kind: 'order', records, sums: sumsOf(records) }, period: tracker.period }
    },
  }
}

/** The same order again is left out when it says the same; otherwise nobody can tell which one holds. */
function settleTwice(known: OrderRecord, next: OrderRecord, row: CellReader): Outcome {
  const isSame =
    known.status === next.status &&
    known.at === next.at &&
    known.paidCents === next.paidCents &&
    known.refundedCents === next.refundedCents
  if (isSame) return 'duplicate'
  row.fail('name', 'same_order_twice')
  return 'failed'
}

function readOrder(row: CellReader): OpenOrder | null {
  const orderName = row.text('name', 'required')
  const rawStatus = row.text('status', 'required')
  const at = row.instant('createdAt', 'required')
  const paidCents = row.cents('total', 'required')
  const taxCents = row.cents('taxes') ?? 0
  const refunded = row.cents('refunded')
  const cancelledAt = row.instant('cancelledAt')
  const quantity = row.count('quantity') ?? 0
  const items = readItem(row)
  if (at === null || paidCents === null || row.hasProblem) return null
  if (paidCents < 0) return row.fail('total', 'negative')
  if (taxCents < 0) return row.fail('taxes', 'negative')
  if (taxCents > paidCents) return row.fail('taxes', 'tax_above_total')
  const status = orderStatus(rawStatus)
  if (status === 'unknown') row.note('unknown_status', rawStatus)
  return {
    identity: row.text('id') || orderName,
    line: row.line,
    orderName,
    at,
    day: dayAt(at, row.timeZone),
    status,
    rawStatus,
    isCounted: COUNTED.has(status),
    paidCents,
    refundedCents: refundOf(row, status, paidCents, refunded),
    taxCents,
    currency: row.baseCurrency,
    email: row.text('email'),
    discountCodes: row.list('discountCode'),
    ...readOrderAttributes(row.raw('attributes')),
    itemCount: quantity,
    items,
    cancelledAt,
  }
}

/** Products beyond this make no difference to a margin. */
const MAX_ITEMS = 200
const MAX_PRODUCT_NAME = 200

/** The product of a line, with its price for all pieces as a weight; none where the line names none. */
function readItem(row: CellReader): OrderItem[] {
  const product = row.text('itemName').trim().slice(0, MAX_PRODUCT_NAME)
  const price = row.cents('itemPrice') ?? 0
  const pieces = row.count('quantity') ?? 1
  const cents = Math.max(0, price) * Math.max(0, pieces)
  return product === '' ? [] : [{ product, cents: Math.min(cents, MAX_CENTS) }]
}

/** A fully refunded order is an order of zero, whether or not the file repeats the amount. */
function refundOf(row: CellReader, status: OrderStatus, paidCents: number, refunded: number | null): number {
  if (status === 'refunded') return paidCents
  const amount = Math.abs(refunded ?? 0)
  if (amount <= paidCents) return amount
  row.note('refund_above_paid', row.raw('refunded'))
  return paidCents
}

function sumsOf(records: readonly OrderRecord[]) {
  const sums = { counted: 0, paidCents: 0, refundedCents: 0, grossCents: 0, netCents: 0 }
  for (const record of records) {
    if (!record.isCounted) continue
    const { grossCents, netCents } = revenueFigures(record)
    sums.counted += 1
    sums.paidCents += record.paidCents
    sums.refundedCents += record.refundedCents
    sums.grossCents += grossCents
    sums.netCents += netCents
  }
  return sums
}

/** Sales and deals entered by hand, and what can be said of every purchase. */
import type { SaleInput } from '../../../../shared/contract/revenue.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { convertForeign, isCurrency } from '../../../../shared/domain/exchange.ts'
import type { Beneficiary } from '../../../../shared/domain/revenue-kinds.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { noonOf } from '../../../../shared/domain/instant.ts'
import { writeOrigin } from '../../database/touches.ts'

const COUNTED = 'paid'

export function addSale(db: Connection, draft: SaleInput, settings: StoredSettings): number {
  assertOpen(db, draft.day, 'day')
  const id = insertSale(db, draft, settings)
  const at = noonOf(draft.day, settings.timeZone)
  writeOrigin(db, { id, atBefore: at, at }, draft.origin, draft.campaignId)
  return id
}

/** The sale without its origin. */
export function insertSale(db: Connection, draft: SaleInput, settings: StoredSettings): number {
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO revenue_event (kind, source, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents,
         margin_basis_points, client_id, beneficiary, note, foreign_cents, foreign_currency, rate_millionths)
       VALUES (@kind, @kind, @name, @at, @day, @status, @isCounted, @paidCents, @refundedCents, @taxCents, @marginBasisPoints,
         @clientId, @beneficiary, @note, @foreignCents, @foreignCurrency, @rateMillionths)`,
    )
    .run(valuesOf(db, draft, settings))
  return Number(lastInsertRowid)
}

export function updateSale(db: Connection, id: number, draft: SaleInput, settings: StoredSettings): void {
  const before = db
    .prepare<[number], { at: number; day: Day }>(
      "SELECT at, day FROM revenue_event WHERE id = ? AND kind IN ('manual', 'deal') AND status <> 'removed'",
    )
    .get(id)
  if (!before) throw expected('not_found', { what: 'sale', id })
  if (before.day !== draft.day) assertOpen(db, draft.day, 'day')
  const values = valuesOf(db, draft, settings)
  db.prepare<[object]>(
    `UPDATE revenue_event SET kind = @kind, source = @kind, name = @name, at = @at, day = @day, status = @status, is_counted = @isCounted,
       paid_cents = @paidCents, refunded_cents = @refundedCents, tax_cents = @taxCents, margin_basis_points = @marginBasisPoints,
       client_id = @clientId, beneficiary = @beneficiary, note = @note, foreign_cents = @foreignCents, foreign_currency = @foreignCurrency,
       rate_millionths = @rateMillionths WHERE id = @id`,
  ).run({ ...values, id })
  writeOrigin(db, { id, atBefore: before.at, at: values.at }, draft.origin, draft.campaignId)
}

/** A deal that is gone leaves its lead open. What has sealed lines stays in the file and counts no longer. */
export function removeSale(db: Connection, id: number): void {
  const find = "SELECT 1 FROM revenue_event WHERE id = ? AND kind IN ('manual', 'deal') AND status <> 'removed'"
  if (!db.prepare<[number]>(find).get(id)) throw expected('not_found', { what: 'sale', id })
  db.prepare<[number]>("UPDATE lead SET status = 'open', closed_on = NULL, event_id = NULL WHERE event_id = ?").run(id)
  db.prepare<[number]>('DELETE FROM revenue_event WHERE id = ?').run(id)
}

function valuesOf(db: Connection, draft: SaleInput, { timeZone, currency }: StoredSettings) {
  const paidCents = draft.foreign ? convert(draft.foreign, currency) : draft.paidCents
  assertAmounts({ ...draft, paidCents })
  if (draft.origin?.kind === 'channel') assertRecord(db, 'channel', draft.origin.channelId)
  assertRecord(db, 'campaign', draft.campaignId)
  assertRecord(db, 'client', draft.clientId)
  assertBeneficiary(draft)
  return {
    kind: draft.kind,
    name: draft.name,
    at: noonOf(draft.day, timeZone),
    day: draft.day,
    status: draft.status,
    isCounted: Number(draft.status === COUNTED),
    paidCents,
    refundedCents: draft.refundedCents,
    taxCents: draft.taxCents,
    marginBasisPoints: draft.marginBasisPoints,
    clientId: draft.clientId,
    beneficiary: draft.beneficiary,
    note: draft.note,
    foreignCents: draft.foreign?.cents ?? null,
    foreignCurrency: draft.foreign?.currency ?? null,
    rateMillionths: draft.foreign?.rateMillionths ?? null,
  }
}

function convert({ cents, currency, rateMillionths }: NonNullable<SaleInput['foreign']>, own: string): number {
  if (currency === own || !isCurrency(currency))
    throw expected('invalid_value', { field: 'foreign', reason: 'unknown_currency', value: currency })
  try {
    const converted = convertForeign(cents, rateMillionths)
    if (converted > 0) return converted
  } catch {
    // Said below: the amount cannot be held.
  }
  throw expected('invalid_value', { field: 'foreign', reason: 'not_convertible' })
}

export function assertAmounts(amounts: { paidCents: number; taxCents: number; refundedCents?: number }): void {
  const { paidCents, taxCents, refundedCents = 0 } = amounts
  if (taxCents > paidCents) throw expected('invalid_value', { field: 'taxCents', reason: 'tax_above_price' })
  if (refundedCents > paidCents)
    throw expected('invalid_value', { field: 'refundedCents', reason: 'refund_above_price' })
}

/** Revenue of a client is some client's. */
function assertBeneficiary({ beneficiary, clientId }: { beneficiary: Beneficiary; clientId: number | null }): void {
  if (beneficiary === 'client' && clientId === null)
    throw expected('invalid_value', { field: 'clientId', reason: 'required' })
}

export interface PurchasePatch {
  readonly marginBasisPoints?: number | null | undefined
  readonly clientId?: number | null | undefined
  readonly beneficiary?: Beneficiary | undefined
  readonly note?: string | undefined
  readonly status?: SaleInput['status'] | undefined
  readonly refundedCents?: number | undefined
}

interface EventRow {
  readonly kind: string
  readonly paid_cents: number
  readonly tax_cents: number
  readonly client_id: number | null
  readonly beneficiary: Beneficiary
}

/** Changes what no import says; its own amounts an import keeps. */
export function updatePurchase(db: Connection, id: number, patch: PurchasePatch): void {
  const event = db
    .prepare<[number], EventRow>(
      "SELECT kind, paid_cents, tax_cents, client_id, beneficiary FROM revenue_event WHERE id = ? AND status <> 'removed'",
    )
    .get(id)
  if (!event) throw expected('not_found', { what: 'purchase', id })
  const ownedField = (['status', 'refundedCents'] as const).find((field) => patch[field] !== undefined)
  if (event.kind === 'order' && ownedField !== undefined)
    throw expected('invalid_value', { field: ownedField, reason: 'imported' })
  if (patch.refundedCents !== undefined)
    assertAmounts({ paidCents: event.paid_cents, taxCents: event.tax_cents, refundedCents: patch.refundedCents })
  assertRecord(db, 'client', patch.clientId ?? null)
  const { clientId = event.client_id, beneficiary = event.beneficiary } = patch
  assertBeneficiary({ clientId, beneficiary })
  const set = (column: string, value: string | number | null | undefined) => {
    if (value === undefined) return
    db.prepare<[string | number | null, number]>(`UPDATE revenue_event SET ${column} = ? WHERE id = ?`).run(value, id)
  }
  set('margin_basis_points', patch.marginBasisPoints)
  set('client_id', patch.clientId)
  set('beneficiary', patch.beneficiary)
  set('note', patch.note)
  set('refunded_cents', patch.refundedCents)
  if (patch.status !== undefined) {
    set('status', patch.status)
    set('is_counted', Number(patch.status === COUNTED))
  }
}

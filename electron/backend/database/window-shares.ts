/**
 * Shares at another window than the ledger's saved one. Only purchases that have a touch older than the shorter of the two
 * windows can differ: their stored shares are taken away and what the other window makes of them is added.
 */
import {
  ATTRIBUTION_MODELS,
  divideAmongTouches,
  touchesInWindow,
  type AttributionModel,
  type EventAmounts,
  type Scope,
  type Touch,
  type TouchKind,
} from '../../../shared/domain/attribution.ts'
import { WEIGHT_UNIT } from '../../../shared/domain/allocation.ts'
import type { Day, Period } from '../../../shared/domain/day.ts'
import type { Connection } from './connection.ts'
import { MODEL_NUMBERS, modelNumber } from './model-numbers.ts'

export interface WindowQuestion {
  readonly period: Period
  readonly windowDays: number
  readonly savedWindowDays: number
  /** Null: every model. */
  readonly model: AttributionModel | null
}

/** What changes in the shares: stored ones with a minus, computed ones with a plus. */
export interface ShareDelta {
  readonly day: Day
  readonly model: number
  readonly scope: Scope
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly clientId: number | null
  readonly postId: number | null
  readonly conversationId: number | null
  readonly touchId: number | null
  readonly weight: number
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number
  readonly unpricedCount: number
  /** −1: a stored share that goes, 1: one that comes. */
  readonly shareCount: 1 | -1
}

/** What changes in coverage by one purchase on its day; the purchase itself stays. */
export interface CoverageChange {
  readonly orders: number
  readonly touchedOrders: number
  readonly singleTouchOrders: number
  readonly netCents: number
  readonly touchedNetCents: number
  readonly socialNetCents: number
}

export interface WindowDeltas {
  readonly shares: readonly ShareDelta[]
  readonly coverage: readonly (CoverageChange & { readonly day: Day })[]
}

interface FigureRow {
  readonly eventId: number
  readonly part: number
  readonly day: Day
  readonly orders: number
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number | null
  readonly touchCount: number
  readonly isSocial: 0 | 1
  readonly at: number
  readonly clientId: number | null
}

interface TouchRow extends Touch {
  readonly id: number
  readonly eventId: number
  readonly scope: Scope
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly postId: number | null
  readonly conversationId: number | null
}

/**
 * Purchases with figures on days of the period and a touch older than @age days. The index is named: left to itself the planner
 * reads all figures, or all days of the period. The last condition is what the index is kept for.
 */
const AFFECTED = `SELECT event_id FROM revenue_figure INDEXED BY revenue_figure_by_age
  WHERE oldest_touch_days > @age AND day BETWEEN @from AND @to AND oldest_touch_days > 0`

interface Affected {
  readonly from: Day
  readonly to: Day
  /** Ids as JSON, in order: what belongs to neighbours lies together in the file. */
  readonly ids: string
}

/** Null where the windows cannot differ. */
function findAffected(db: Connection, { period, windowDays, savedWindowDays }: WindowQuestion): Affected | null {
  if (windowDays === savedWindowDays) return null
  const age = Math.min(windowDays, savedWindowDays)
  const found = db
    .prepare<[object], number>(AFFECTED)
    .pluck()
    .all({ ...period, age })
  if (found.length === 0) return null
  const ids = Float64Array.from(new Set(found)).sort()
  return { ...period, ids: JSON.stringify([...ids]) }
}

export function readWindowDeltas(db: Connection, question: WindowQuestion): WindowDeltas {
  const affected = findAffected(db, question)
  if (!affected) return { shares: [], coverage: [] }
  const shares: ShareDelta[] = readStored(db, affected, question.model)
  const coverage: (CoverageChange & { day: Day })[] = []
  for (const { figure, touches, shares: computed } of computeAffected(db, question, affected)) {
    for (const share of computed) shares.push(share)
    coverage.push(coverageChange(figure, touches))
  }
  return { shares, coverage }
}

/** A purchase that counts otherwise at another window, with the shares that window makes of it. */
export interface ComputedPurchase {
  readonly eventId: number
  readonly part: number
  readonly day: Day
  readonly touchCount: number
  readonly isSocial: boolean
  readonly shares: readonly ShareDelta[]
}

/** What stands in place of the stored shares, purchase by purchase; empty at the saved window. */
export function readComputedPurchases(db: Connection, question: WindowQuestion): ComputedPurchase[] {
  const affected = findAffected(db, question)
  if (!affected) return []
  return [...computeAffected(db, question, affected)].map(({ figure, touches, shares }) => ({
    eventId: figure.eventId,
    part: figure.part,
    day: figure.day,
    touchCount: touches.length,
    isSocial: touches.some((touch) => touch.scope === 'social'),
    shares,
  }))
}

interface Computed {
  readonly figure: FigureRow
  /** Those inside the window. */
  readonly touches: readonly TouchRow[]
  readonly shares: readonly ShareDelta[]
}

function* computeAffected(
  db: Connection,
  { windowDays, model }: WindowQuestion,
  affected: Affected,
): Generator<Computed> {
  const models = model === null ? ATTRIBUTION_MODELS : [model]
  const byEvent = readTouches(db, affected)
  for (const figure of readFigures(db, affected)) {
    const touches = touchesInWindow(byEvent.get(figure.eventId) ?? [], figure.at, windowDays)
    yield { figure, touches, shares: sharesOf(figure, touches, models) }
  }
}

function readStored(db: Connection, affected: Affected, model: AttributionModel | null): ShareDelta[] {
  const models = model === null ? MODEL_NUMBERS : '0, @model'
  return db
    .prepare<[object], ShareDelta>(
      `SELECT share.day, model, scope, channel_id AS channelId, campaign_id AS campaignId, client_id AS clientId, post_id AS postId,
         conversation_id AS conversationId, touch_id AS touchId, -weight AS weight, -gross_cents AS grossCents, -net_cents AS netCents,
         -coalesce(contribution_cents, 0) AS contributionCents, -(contribution_cents IS NULL) AS unpricedCount, -1 AS shareCount
       FROM json_each(@ids) AS wanted CROSS JOIN attribution_share AS share ON share.event_id = wanted.value
       WHERE share.day BETWEEN @from AND @to AND model IN (${models})`,
    )
    .all(model === null ? affected : { ...affected, model: modelNumber(model) })
}

function readFigures(db: Connection, affected: Affected): FigureRow[] {
  return db
    .prepare<[object], FigureRow>(
      `SELECT figure.event_id AS eventId, figure.part, figure.day, orders, gross_cents AS grossCents, net_cents AS netCents,
         contribution_cents AS contributionCents, touch_count AS touchCount, is_social AS isSocial,
         purchase.at, purchase.client_id AS clientId
       FROM json_each(@ids) AS wanted CROSS JOIN revenue_event AS purchase ON purchase.id = wanted.value
         CROSS JOIN revenue_figure AS figure ON figure.event_id = wanted.value
       WHERE figure.day BETWEEN @from AND @to`,
    )
    .all(affected)
}

/** In the order in which they were derived: by id, so that touches of one instant and kind keep their places. */
function readTouches(db: Connection, { ids }: Affected): Map<number, TouchRow[]> {
  const rows = db
    .prepare<[object], TouchRow & { direct: 0 | 1 }>(
      `SELECT touch.id, event_id AS eventId, at, kind, scope, is_direct AS direct, channel_id AS channelId, campaign_id AS campaignId,
         post_id AS postId, conversation_id AS conversationId
       FROM json_each(@ids) AS wanted CROSS JOIN touchpoint AS touch ON touch.event_id = wanted.value`,
    )
    .all({ ids })
  const byEvent = new Map<number, TouchRow[]>()
  for (const row of rows.sort((a, b) => a.id - b.id)) {
    const touches = byEvent.get(row.eventId) ?? []
    byEvent.set(row.eventId, touches)
    touches.push({ ...row, kind: row.kind satisfies TouchKind, isDirect: row.direct === 1 })
  }
  return byEvent
}

/** The shares derivation would store at this window: one for all models where there is at most one touch. */
function sharesOf(figure: FigureRow, touches: readonly TouchRow[], models: readonly AttributionModel[]): ShareDelta[] {
  const { grossCents, netCents, contributionCents } = figure
  const amounts = { grossCents, netCents, contributionCents }
  const [only = null] = touches
  if (touches.length < 2) return [deltaOf(figure, 0, only, { weight: WEIGHT_UNIT, ...amounts })]
  return models.flatMap((model) =>
    divideAmongTouches(model, touches, figure.at, amounts).map((share) =>
      deltaOf(figure, modelNumber(model), share.touch, share),
    ),
  )
}

function deltaOf(
  figure: FigureRow,
  model: number,
  touch: TouchRow | null,
  share: EventAmounts & { readonly weight: number },
): ShareDelta {
  return {
    day: figure.day,
    model,
    scope: touch?.scope ?? 'other',
    channelId: touch?.channelId ?? null,
    campaignId: touch?.campaignId ?? null,
    clientId: figure.clientId,
    postId: touch?.postId ?? null,
    conversationId: touch?.conversationId ?? null,
    touchId: touch?.id ?? null,
    weight: figure.orders * share.weight,
    grossCents: share.grossCents,
    netCents: share.netCents,
    contributionCents: share.contributionCents ?? 0,
    unpricedCount: share.contributionCents === null ? 1 : 0,
    shareCount: 1,
  }
}

/** How coverage changes by one purchase: what is counted at this window less what is counted at the saved one. */
function coverageChange(figure: FigureRow, touches: readonly TouchRow[]): CoverageChange & { day: Day } {
  const isTouched = Number(touches.length > 0) - Number(figure.touchCount > 0)
  const isSingle = Number(touches.length === 1) - Number(figure.touchCount === 1)
  const isSocial = Number(touches.some((touch) => touch.scope === 'social')) - figure.isSocial
  return {
    day: figure.day,
    orders: 0,
    touchedOrders: isTouched * figure.orders,
    singleTouchOrders: isSingle * figure.orders,
    netCents: 0,
    touchedNetCents: isTouched * figure.netCents,
    socialNetCents: isSocial * figure.netCents,
  }
}

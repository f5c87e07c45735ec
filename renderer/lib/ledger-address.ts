/** Filters of the ledger as an address, so that any figure can lead to its rows. */
import type { LineFilter, LineKind } from '../../shared/contract/ledger.ts'
import type { RevenueFilter } from '../../shared/contract/revenue.ts'
import { isActivity } from '../../shared/domain/activity.ts'
import { ATTRIBUTION_MODELS, type AttributionModel, type Scope } from '../../shared/domain/attribution.ts'
import type { Period } from '../../shared/domain/day.ts'
import { EVENT_KINDS } from '../../shared/domain/revenue-kinds.ts'
import type { WORK_SOURCES } from '../../shared/domain/work.ts'
import { POST_FORMATS, type PostFormat } from '../../shared/domain/post-format.ts'

const KINDS: readonly LineKind[] = ['labour', 'ads', 'tool', 'service', 'levy', 'other', 'revenue']
/** Stands for "without" where an id could stand. */
export const NONE = 'none'
/** Stands for "any at all" where an id could stand. */
export const ANY = 'any'

type WorkSource = (typeof WORK_SOURCES)[number]
type Reader = (name: string) => string | null

function put(params: URLSearchParams, name: string, value: number | string | null | undefined): void {
  if (value !== undefined) params.set(name, value === null ? NONE : String(value))
}

/** One expense, open in its form. */
export function expenseAddress(id: number): string {
  return `/ledger/costs?expense=${id}`
}

/** Where work of one wording is assigned to what it was for. */
export function workAddress(source: WorkSource, text: string): string {
  const params = new URLSearchParams({ tab: 'assign', missing: 'all', source })
  if (text !== '') params.set('text', text.slice(0, 200))
  return `/records?${params.toString()}`
}

export function linesAddress(filter: LineFilter): string {
  const params = new URLSearchParams({ from: filter.period.from, to: filter.period.to })
  if (filter.kinds) params.set('kinds', filter.kinds.join('.'))
  put(params, 'scope', filter.scope)
  put(params, 'channel', filter.channelId)
  put(params, 'campaign', filter.campaignId)
  put(params, 'activity', filter.activity)
  put(params, 'person', filter.personId)
  put(params, 'post', filter.postId)
  put(params, 'pillar', filter.pillarId)
  put(params, 'format', filter.format)
  put(params, 'conversation', filter.conversationId)
  put(params, 'client', filter.clientId)
  put(params, 'department', filter.departmentId)
  if (filter.onlyCorrections) params.set('corrections', 'only')
  return `/ledger?${params.toString()}`
}

export function purchasesAddress(filter: RevenueFilter): string {
  const params = new URLSearchParams({ from: filter.period.from, to: filter.period.to })
  params.set('model', filter.model)
  put(params, 'window', filter.windowDays)
  put(params, 'scope', filter.scope)
  put(params, 'channel', filter.channelId)
  put(params, 'campaign', filter.campaignId)
  put(params, 'post', filter.postId)
  put(params, 'pillar', filter.pillarId)
  put(params, 'format', filter.format)
  put(params, 'conversation', filter.conversationId)
  put(params, 'client', filter.clientId)
  put(params, 'only', filter.only)
  return `/ledger/revenue?${params.toString()}`
}

/** One purchase, opened over the list. */
export function purchaseAddress(eventId: number): string {
  return `/ledger/revenue?purchase=${eventId}`
}

/** One lead, opened over the list. */
export function leadAddress(id: number): string {
  return `/ledger/leads?lead=${id}`
}

const PURCHASE_GROUPS = ['touched', 'social', 'untouched', 'uncounted', 'client'] as const

export function readScope(text: string | null): Scope | undefined {
  return text === 'social' || text === 'other' ? text : undefined
}

export function readModel(text: string | null): AttributionModel {
  return ATTRIBUTION_MODELS.find((model) => model === text) ?? 'last'
}

export function readId(text: string | null): number | null | undefined {
  if (text === NONE) return null
  const id = Number(text)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

/** An id, "without", or "with any". */
function readLink(text: string | null): number | 'any' | null | undefined {
  return text === ANY ? ANY : readId(text)
}

function readFormat(text: string | null): PostFormat | null | undefined {
  return text === NONE ? null : POST_FORMATS.find((format) => format === text)
}

export function readKinds(text: string | null): LineKind[] {
  const words = text?.split('.') ?? []
  return KINDS.filter((kind) => words.includes(kind))
}

export function readLineFilter(get: Reader, period: Period): LineFilter {
  const kinds = readKinds(get('kinds'))
  const activity = get('activity')
  const text = get('text')?.slice(0, 200)
  const scope = readScope(get('scope'))
  return {
    period,
    ...(kinds.length > 0 && { kinds }),
    ...(scope && { scope }),
    channelId: readId(get('channel')),
    campaignId: readId(get('campaign')),
    personId: readId(get('person')),
    postId: readId(get('post')),
    pillarId: readId(get('pillar')),
    format: readFormat(get('format')),
    conversationId: readId(get('conversation')),
    clientId: readId(get('client')),
    departmentId: readId(get('department')),
    ...(activity === NONE ? { activity: null } : activity !== null && isActivity(activity) ? { activity } : {}),
    ...(text !== undefined && text !== '' && { text }),
    ...(get('corrections') === 'only' && { onlyCorrections: true }),
  }
}

export function readRevenueFilter(get: Reader, period: Period): RevenueFilter {
  const scope = readScope(get('scope'))
  const kind = EVENT_KINDS.find((known) => known === get('kind'))
  const text = get('text')?.slice(0, 200)
  const only = PURCHASE_GROUPS.find((group) => group === get('only'))
  const windowDays = Number(get('window'))
  return {
    period,
    model: readModel(get('model')),
    ...(windowDays >= 1 && windowDays <= 365 && Number.isInteger(windowDays) && { windowDays }),
    ...(scope && { scope }),
    ...(only && { only }),
    ...(kind && { kind }),
    ...(text !== undefined && text !== '' && { text }),
    channelId: readId(get('channel')),
    campaignId: readId(get('campaign')),
    postId: readLink(get('post')),
    pillarId: readId(get('pillar')),
    format: readFormat(get('format')),
    conversationId: readLink(get('conversation')),
    clientId: readId(get('client')),
  }
}

/** The figures of the moderation log as an address: period, filters, grouping, and the rows that are open beside them. */
import type {
  FigureFilter,
  FigureGrouping,
  FigureMeasure,
  GroupKey,
} from '../../../../shared/contract/moderation-figures.ts'
import { CONVERSATION_KINDS } from '../../../../shared/domain/conversation.ts'
import { FIGURE_GROUPINGS, FIGURE_MEASURES } from '../../../../shared/domain/figure-measures.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { NONE, readId } from '../../../lib/ledger-address.ts'

type Reader = (name: string) => string | null

/** Departments have a table of their own. */
export const PAGE_GROUPINGS: readonly FigureGrouping[] = FIGURE_GROUPINGS.filter((by) => by !== 'department')

export const FIGURE_FILTER_NAMES = ['channel', 'kind', 'topic', 'client'] as const

/** A bar or a row of a table. */
export interface FigureGroupRef {
  readonly by: FigureGrouping
  readonly key: GroupKey
}

/** The rows behind a figure. */
export interface FigureDrill {
  readonly measure: FigureMeasure
  /** Null: of the whole. */
  readonly group: FigureGroupRef | null
  /** Only what was handled for other departments, whichever. */
  readonly isServed?: boolean
}

export function readFigureFilter(get: Reader, period: Period): FigureFilter {
  const kind = CONVERSATION_KINDS.find((known) => known === get('kind'))
  const [channelId, topicId, clientId] = ['channel', 'topic', 'client'].map((name) => readId(get(name)))
  return {
    period,
    ...(kind && { kind }),
    ...(channelId !== undefined && { channelId }),
    ...(topicId !== undefined && { topicId }),
    ...(clientId !== undefined && { clientId }),
  }
}

export function readGrouping(text: string | null): FigureGrouping {
  return PAGE_GROUPINGS.find((by) => by === text) ?? 'channel'
}

/** Of what was handled for departments, all of them together. */
const SERVED = 'departments'

/** rows=late&of=topic.3: which rows are open; null: none. */
export function readDrill(get: Reader): FigureDrill | null {
  const measure = FIGURE_MEASURES.find((known) => known === get('rows'))
  if (!measure) return null
  const text = get('of')
  if (text === SERVED) return { measure, group: null, isServed: true }
  return { measure, group: text === null ? null : readGroup(text) }
}

function readGroup(text: string): FigureGroupRef | null {
  const [name, key = ''] = text.split('.')
  const by = FIGURE_GROUPINGS.find((known) => known === name)
  if (!by) return null
  if (key === NONE) return { by, key: null }
  if (by === 'kind') return CONVERSATION_KINDS.some((kind) => kind === key) ? { by, key } : null
  return /^\d{1,15}$/.test(key) ? { by, key: Number(key) } : null
}

export function drillParameters(drill: FigureDrill | null): { rows: string | undefined; of: string | undefined } {
  const group = drill?.group
  if (drill?.isServed) return { rows: drill.measure, of: SERVED }
  return { rows: drill?.measure, of: group ? `${group.by}.${group.key ?? NONE}` : undefined }
}

/** The page with its figures of a period and, where a figure is followed, the rows behind it. */
export function figuresAddress(period: Period, drill: FigureDrill | null = null): string {
  const params = new URLSearchParams({ from: period.from, to: period.to })
  const { rows, of } = drillParameters(drill)
  if (rows !== undefined) params.set('rows', rows)
  if (of !== undefined) params.set('of', of)
  return `/moderation/figures?${params.toString()}`
}

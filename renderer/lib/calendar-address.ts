/** The calendar as an address: its view, the day it is about, the post that is shown, filters. */
import type { PlanFilter } from '../../shared/contract/calendar-fields.ts'
import { type Day, isDay } from '../../shared/domain/day.ts'
import { POST_FORMATS } from '../../shared/domain/post-format.ts'
import { POST_STATUSES } from '../../shared/domain/post-status.ts'
import { NONE, readId } from './ledger-address.ts'

type Reader = (name: string) => string | null

export const CALENDAR_VIEWS = ['month', 'week', 'board', 'list'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

export const PLAN_FILTER_NAMES = ['text', 'channels', 'statuses', 'format', 'pillar', 'campaign', 'client'] as const

/** One post; without a view it is shown beside whichever is open. */
export function postAddress(postId: number, day?: Day): string {
  const params = new URLSearchParams({ post: String(postId), ...(day && { day }) })
  return `/calendar?${params.toString()}`
}

export function readView(text: string | null): CalendarView {
  return CALENDAR_VIEWS.find((view) => view === text) ?? 'month'
}

/** Null: none is said, or it is none. */
export function readDay(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null
}

function readIds(text: string | null): number[] {
  const ids = (text ?? '').split('.').map((part) => readId(part))
  return [...new Set(ids.filter((id) => typeof id === 'number'))].slice(0, 30)
}

export function readPlanFilter(get: Reader): PlanFilter {
  const text = get('text')?.slice(0, 200) ?? ''
  const channelIds = readIds(get('channels'))
  const named = (get('statuses') ?? '').split('.')
  const statuses = POST_STATUSES.filter((status) => named.includes(status))
  const formatText = get('format')
  const format = formatText === NONE ? null : POST_FORMATS.find((known) => known === formatText)
  const [pillarId, campaignId, clientId] = ['pillar', 'campaign', 'client'].map((name) => readId(get(name)))
  return {
    ...(text !== '' && { text }),
    ...(channelIds.length > 0 && { channelIds }),
    ...(statuses.length > 0 && { statuses }),
    ...(format !== undefined && { format }),
    ...(pillarId !== undefined && { pillarId }),
    ...(campaignId !== undefined && { campaignId }),
    ...(clientId !== undefined && { clientId }),
  }
}

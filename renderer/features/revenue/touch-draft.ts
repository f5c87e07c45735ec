/** A touch as it is being entered. */
import type { Purchase, PurchaseTouch, TouchInput } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { HAND_TOUCH_KINDS } from '../../../shared/domain/revenue-kinds.ts'

/** A channel's id, social media without one, or none of social media's. */
export type Place = number | 'social' | 'other'

export interface TouchDraft {
  readonly kind: TouchInput['kind']
  readonly day: Day | null
  readonly time: string
  readonly place: Place
  readonly campaignId: number | null
  readonly postId: number | null
  readonly conversationId: number | null
}

export function newTouch({ day, time }: Purchase, place: Place): TouchDraft {
  return { kind: 'manual', day, time, place, campaignId: null, postId: null, conversationId: null }
}

export function touchDraftOf(touch: PurchaseTouch): TouchDraft {
  const { day, time, channelId, scope, campaignId, postId, conversationId } = touch
  const kind = HAND_TOUCH_KINDS.find((known) => known === touch.kind) ?? 'manual'
  return { kind, day, time, place: channelId ?? scope, campaignId, postId, conversationId }
}

export const TOUCH_FIELDS = ['day', 'time', 'touch'] as const
const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/** "9.05" is 09:05. */
export function readClock(text: string): string | null {
  const match = CLOCK.exec(text.trim())
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : null
}

export function touchProblemsOf(draft: TouchDraft): Partial<Record<(typeof TOUCH_FIELDS)[number], string>> {
  return {
    ...(draft.day === null && { day: 'required' }),
    ...(readClock(draft.time) === null && { time: draft.time.trim() === '' ? 'required' : 'timeUnreadable' }),
  }
}

export function touchInputOf(draft: TouchDraft): TouchInput | null {
  const { day, place, kind, campaignId, postId, conversationId } = draft
  const time = readClock(draft.time)
  if (day === null || time === null) return null
  return {
    kind,
    day,
    time,
    ...placeInput(place),
    campaignId,
    postId: kind === 'post' ? postId : null,
    conversationId: kind === 'conversation' ? conversationId : null,
  }
}

export function placeInput(place: Place): Pick<TouchInput, 'channelId' | 'scope'> {
  if (typeof place === 'number') return { channelId: place, scope: 'social' }
  return { channelId: null, scope: place }
}

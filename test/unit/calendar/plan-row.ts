import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { calendarDayAt } from '../../../shared/domain/instant.ts'

export const ZONE = 'Europe/Berlin'

/** A variant that is ready for a moment. */
export function planRow(id: number, plannedAt: number | null, more: Partial<PlanRow> = {}): PlanRow {
  return {
    id,
    postId: id,
    title: `Beitrag ${id}`,
    channelId: 1,
    channel: 'Instagram',
    network: 'instagram',
    status: 'ready',
    format: null,
    pillarId: null,
    campaignId: null,
    clientId: null,
    plannedAt,
    publishedAt: null,
    day: plannedAt === null ? null : calendarDayAt(plannedAt, ZONE),
    draftDueOn: null,
    hasOwnText: false,
    ...more,
  }
}

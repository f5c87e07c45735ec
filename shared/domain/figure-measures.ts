/** By what figures of the moderation log are grouped, and what of it they count. */

export const FIGURE_GROUPINGS = ['channel', 'kind', 'topic', 'weekday', 'hour', 'department'] as const

/** What a figure counts; the rows behind it are those. */
export const FIGURE_MEASURES = [
  'all',
  'batches',
  'answered',
  'unanswered',
  'closedUnanswered',
  'first',
  'inTime',
  'late',
  'missed',
  'next',
  'nextInTime',
  'nextLate',
  'nextMissed',
  'resolution',
  'positive',
  'neutral',
  'negative',
  'angry',
  'complaints',
  'reachedNegative',
  'cost',
  'charged',
  'leads',
  'wonLeads',
  'revenue',
] as const

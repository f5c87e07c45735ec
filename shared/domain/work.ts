/** What can be assigned, and what it can be assigned to. */

/** Work that was logged, imported ads, costs and lines entered by hand. */
export const WORK_SOURCES = ['time', 'ad-spend', 'expense', 'manual'] as const

export const WORK_DIMENSIONS = [
  'activity',
  'channel',
  'campaign',
  'post',
  'conversation',
  'client',
  'department',
] as const
export type WorkDimension = (typeof WORK_DIMENSIONS)[number]

/** Rows of a report in words, and the entries behind them. */
import type { TFunction } from 'i18next'
import type { EntryFilter, ReportKey } from '../../../../shared/contract/time-entries.ts'
import { isActivity } from '../../../../shared/domain/activity.ts'
import { addDays, type Day, isoWeekOf, type Period } from '../../../../shared/domain/day.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import type { Format } from '../../../lib/format.ts'

export interface HoursRow {
  readonly key: string | number | null
  readonly name: string | null
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
  readonly plannedSeconds: number | null
  readonly actualSeconds: number | null
}

export function rowName(by: ReportKey, { key, name }: HoursRow, format: Format, t: TFunction<'timeReport'>): string {
  if (key === null) return t(`without.${by}`)
  if (by === 'day') return `${format.dayLong(String(key))} ${String(key).slice(0, 4)}`
  if (by === 'week') {
    const monday = String(key) as Day
    const { week } = isoWeekOf(monday)
    return t('week', { week, range: format.dayRange(monday, addDays(monday, 6)) })
  }
  if (by === 'activity' && isActivity(String(key))) return activityNames(format.language)[String(key) as 'dialogue']
  return name ?? String(key)
}

/** For the axis of a chart, where there is little room. */
export function shortName(by: ReportKey, row: HoursRow, format: Format, t: TFunction<'timeReport'>): string {
  if (row.key === null) return t(`without.${by}`)
  if (by === 'day') return format.dayShort(String(row.key))
  if (by === 'week') return String(isoWeekOf(String(row.key) as Day).week)
  const name = rowName(by, row, format, t)
  return name.length > 34 ? `${name.slice(0, 33)}…` : name
}

const FILTERS = {
  channel: 'channelId',
  post: 'postId',
  campaign: 'campaignId',
  client: 'clientId',
  project: 'projectId',
  department: 'departmentId',
} as const

/** The filter of the report with what the row adds to it. */
export function filterOfRow(
  filter: EntryFilter & { period: Period },
  by: ReportKey,
  key: HoursRow['key'],
): EntryFilter {
  if (by === 'day') return { ...filter, period: { from: String(key) as Day, to: String(key) as Day } }
  if (by === 'week') {
    const monday = String(key) as Day
    const [first, last] = [monday, addDays(monday, 6)]
    const { from, to } = filter.period
    return { ...filter, period: { from: first < from ? from : first, to: last > to ? to : last } }
  }
  if (by === 'activity') {
    const activity = key === null ? null : String(key)
    return activity === null || isActivity(activity) ? { ...filter, activity } : filter
  }
  if (by === 'person') return key === null ? filter : { ...filter, personId: Number(key) }
  return { ...filter, [FILTERS[by]]: key === null ? null : Number(key) }
}

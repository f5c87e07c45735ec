/** What entries, the lines that follow from them and the rollups of these are filtered by alike. */
import type { EntryFilter } from '../../../../shared/contract/time-entries.ts'
import type { Conditions } from '../../database/conditions.ts'

export const WORK_COLUMNS = [
  ['scope', 'scope'],
  ['personId', 'person_id'],
  ['activity', 'activity'],
  ['channelId', 'channel_id'],
  ['campaignId', 'campaign_id'],
  ['clientId', 'client_id'],
  ['departmentId', 'department_id'],
] as const satisfies readonly (readonly [keyof EntryFilter, string])[]

/** Conditions on the columns of an entry or a line. */
export function whereWork(conditions: Conditions, table: 'entry' | 'line', filter: EntryFilter): Conditions {
  for (const [name, column] of WORK_COLUMNS) conditions.equal(`${table}.${column}`, name, filter[name])
  return conditions
}

/** Filters of time entries as an address, so that any figure can lead to its entries. */
import type { EntryFilter } from '../../shared/contract/time-entries.ts'
import { isActivity } from '../../shared/domain/activity.ts'
import type { Period } from '../../shared/domain/day.ts'
import { NONE, readId, readScope } from './ledger-address.ts'

type Reader = (name: string) => string | null

/** What the address can filter by, beside the period. */
export const ENTRY_FILTER_NAMES = [
  'person',
  'activity',
  'channel',
  'client',
  'project',
  'campaign',
  'department',
  'post',
  'conversation',
  'scope',
  'billable',
  'invoiced',
  'estimate',
  'text',
] as const

function readFlag(text: string | null): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined
}

export function readEntryFilter(get: Reader, period: Period | null): EntryFilter {
  const activity = get('activity')
  const text = get('text')?.slice(0, 200)
  const scope = readScope(get('scope'))
  const personId = readId(get('person'))
  return {
    ...(period && { period }),
    ...(scope && { scope }),
    ...(personId !== null && personId !== undefined && { personId }),
    ...(activity === NONE ? { activity: null } : activity !== null && isActivity(activity) ? { activity } : {}),
    channelId: readId(get('channel')),
    clientId: readId(get('client')),
    projectId: readId(get('project')),
    campaignId: readId(get('campaign')),
    departmentId: readId(get('department')),
    postId: readId(get('post')),
    conversationId: readId(get('conversation')),
    isBillable: readFlag(get('billable')),
    isInvoiced: readFlag(get('invoiced')),
    isEstimate: readFlag(get('estimate')),
    ...(text !== undefined && text !== '' && { text }),
  }
}

/** The list of the entries that match. */
export function entriesAddress(filter: EntryFilter): string {
  const params = new URLSearchParams({ view: 'list' })
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== undefined) params.set(name, value === null ? NONE : String(value))
  }
  const flag = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no')
  put('from', filter.period?.from)
  put('to', filter.period?.to)
  put('person', filter.personId)
  put('activity', filter.activity)
  put('channel', filter.channelId)
  put('client', filter.clientId)
  put('project', filter.projectId)
  put('campaign', filter.campaignId)
  put('department', filter.departmentId)
  put('post', filter.postId)
  put('conversation', filter.conversationId)
  put('scope', filter.scope)
  put('billable', flag(filter.isBillable))
  put('invoiced', flag(filter.isInvoiced))
  put('estimate', flag(filter.isEstimate))
  put('text', filter.text)
  return `/time?${params.toString()}`
}

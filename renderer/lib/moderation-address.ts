/** The moderation log as an address: one of its lists, a conversation in it, filters. */
import type { QueueFilter, QueueList } from '../../shared/contract/moderation-fields.ts'
import { CONVERSATION_KINDS, PRIORITIES, SENTIMENTS } from '../../shared/domain/conversation.ts'
import { NONE, readId } from './ledger-address.ts'

type Reader = (name: string) => string | null

const LISTS: readonly QueueList[] = ['open', 'waiting', 'done']

/** What the address can filter by. */
export const QUEUE_FILTER_NAMES = [
  'text',
  'kind',
  'channel',
  'topics',
  'mood',
  'priority',
  'client',
  'department',
  'stars',
  'contact',
  'post',
  'crisis',
] as const

/** One conversation in its list; without a list it is shown beside whichever is open. */
export function conversationAddress(id: number, list?: QueueList): string {
  return queueAddress({}, list, id)
}

/** The conversations of a list that match. */
export function queueAddress(filter: QueueFilter, list?: QueueList, id?: number): string {
  const params = new URLSearchParams()
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== undefined) params.set(name, value === null ? NONE : String(value))
  }
  put('list', list)
  put('id', id)
  if (filter.text !== '') put('text', filter.text)
  put('kind', filter.kind)
  put('channel', filter.channelId)
  if (filter.topicIds && filter.topicIds.length > 0) put('topics', filter.topicIds.join('.'))
  put('mood', filter.sentiment)
  put('priority', filter.priority)
  put('client', filter.clientId)
  put('department', filter.departmentId)
  put('stars', filter.stars)
  put('contact', filter.contactId)
  put('post', filter.postId)
  put('crisis', filter.crisisId)
  const text = params.toString()
  return text === '' ? '/moderation' : `/moderation?${text}`
}

export function readQueueList(text: string | null): QueueList {
  return LISTS.find((list) => list === text) ?? 'open'
}

export function readTopicIds(text: string | null): number[] {
  const ids = (text ?? '').split('.').map((part) => readId(part))
  return [...new Set(ids.filter((id) => typeof id === 'number'))].slice(0, 20)
}

export function readQueueFilter(get: Reader): QueueFilter {
  const text = get('text')?.slice(0, 200) ?? ''
  const kind = CONVERSATION_KINDS.find((known) => known === get('kind'))
  const mood = get('mood')
  const sentiment = mood === NONE ? null : SENTIMENTS.find((known) => known === mood)
  const priority = PRIORITIES.find((known) => known === get('priority'))
  const topicIds = readTopicIds(get('topics'))
  const stars = Number(get('stars'))
  const [channelId, clientId, departmentId, postId] = ['channel', 'client', 'department', 'post'].map((name) =>
    readId(get(name)),
  )
  const [contactId, crisisId] = ['contact', 'crisis'].map((name) => readId(get(name)))
  return {
    ...(text !== '' && { text }),
    ...(kind && { kind }),
    ...(channelId !== undefined && { channelId }),
    ...(topicIds.length > 0 && { topicIds }),
    ...(sentiment !== undefined && { sentiment }),
    ...(priority && { priority }),
    ...(clientId !== undefined && { clientId }),
    ...(departmentId !== undefined && { departmentId }),
    ...(typeof contactId === 'number' && { contactId }),
    ...(postId !== undefined && { postId }),
    ...(typeof crisisId === 'number' && { crisisId }),
    ...(Number.isInteger(stars) && stars >= 1 && stars <= 5 && { stars }),
  }
}

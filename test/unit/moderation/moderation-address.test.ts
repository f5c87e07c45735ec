import { expect, test } from 'vitest'
import { queueAddress, readQueueFilter, readQueueList } from '../../../renderer/lib/moderation-address.ts'
import type { QueueFilter } from '../../../shared/contract/moderation-fields.ts'

const readBack = (address: string) => {
  const params = new URL(address, 'http://localhost').searchParams
  return readQueueFilter((name) => params.get(name))
}

test.each<QueueFilter>([
  {},
  { text: 'größe & kleinkram', kind: 'review', stars: 2 },
  { channelId: null, topicIds: [3, 9], sentiment: null },
  { channelId: 4, priority: 'urgent', clientId: 1, departmentId: null, sentiment: 'angry' },
  { contactId: 5, postId: null, crisisId: 8 },
])('the filter %j stands in the address and is read from it again', (filter) => {
  expect(readBack(queueAddress(filter, 'done', 12))).toEqual(filter)
})

test('what an address cannot mean is no filter', () => {
  expect(readBack('/moderation?kind=x&stars=9&topics=a..0&channel=-1&mood=so&contact=none&priority=')).toEqual({})
  expect([readQueueList('waiting'), readQueueList('x'), readQueueList(null)]).toEqual(['waiting', 'open', 'open'])
})

// Writing a post: who writes on leaves one line in the history.
import { expect, test } from 'vitest'
import { newCommandId, openDirectHost, TEST_NOW } from '../support/direct-host.ts'

const id = () => ({ commandId: newCommandId() })
const EMPTY = { brief: '', audience: '', link: null, pillarId: null, campaignId: null, clientId: null } as const
const POST = { ...EMPTY, title: 'Röstung', text: 'a'.repeat(281), format: null, draftDueOn: null, plannedMinutes: null }

async function openWithPost(now: () => number) {
  const host = await openDirectHost({}, now)
  const { calendar, settings } = host.client
  const channel = async (network: 'x' | 'instagram') =>
    (await settings.addChannel({ ...id(), network, name: network })).recordId!
  const channelIds = [await channel('x'), await channel('instagram')]
  const { recordId } = await calendar.add({ ...id(), post: POST, channelIds })
  return { host, calendar, postId: recordId!, read: () => calendar.post({ id: recordId! }) }
}

test('who writes on leaves one line with the text from before; after a break, or something else, another', async () => {
  let now = TEST_NOW
  const { host, calendar, postId, read } = await openWithPost(() => now)
  const write = (text: string) => calendar.edit({ ...id(), id: postId, patch: { text } })
  for (const text of ['Wir', 'Wir rösten', 'Wir rösten länger']) {
    await write(text)
    now += 60_000
  }
  const texts = async () =>
    (await read()).events.flatMap(({ kind, detail }) => (kind === 'text' ? [detail['text']] : []))
  expect(await texts()).toEqual([POST.text])
  now += 3_600_000
  await write('Wir rösten langsamer')
  expect(await texts()).toEqual(['Wir rösten länger', POST.text])
  await calendar.edit({ ...id(), id: postId, patch: { title: 'Langsam' } })
  await write('Langsam geröstet')
  expect(await texts()).toEqual(['Wir rösten langsamer', 'Wir rösten länger', POST.text])
  host.close()
})

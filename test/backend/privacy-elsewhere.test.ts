// What an erasure does beyond the window it was asked for in, and what it leaves to be done by hand.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stageEvidence } from '../support/crisis-ledger.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { capture, erasePerson } from '../support/erasing.ts'

let host: DirectHost
beforeEach(async () => void (host = await openDirectHost()))
afterEach(() => host.close())

const id = () => ({ commandId: newCommandId() })

test('crises whose evidence may show the person are named', async () => {
  const { moderation } = host.client
  const shown = await capture(host, { handle: 'zora.9', text: 'Eine Beschwerde' })
  const open = async (title: string, conversationIds: number[]) =>
    (await moderation.crisisOpen({ ...id(), title, level: 1, conversationIds })).recordId ?? 0
  const taking = await open('Rückruf', [shown])
  const naming = await open('Bahnstreik', [])
  const neither = await open('Hagel', [])
  for (const crisis of [taking, naming, neither])
    await moderation.crisisNote({
      ...id(),
      id: crisis,
      text: crisis === naming ? 'Auch @zora.9 schreibt dazu' : 'Bild gesichert',
      attach: [await stageEvidence(host.client, 'bild.png', Buffer.from(`\u0089PNG\r\n\u001a\n${crisis}`, 'latin1'))],
    })
  expect((await moderation.findPerson({ name: 'zora.9' })).crises).toEqual([
    { id: taking, title: 'Rückruf', files: 1 },
    { id: naming, title: 'Bahnstreik', files: 1 },
  ])
})

test('every window hears that nothing can be undone any more', async () => {
  await capture(host, { handle: 'zora.9', text: 'Eine Frage' })
  const stop = new AbortController()
  const notices = await host.client.app.changes(undefined, { signal: stop.signal })
  const heard = (async () => {
    for await (const { isUndoGone } of notices) if (isUndoGone) return true
    return false
  })()
  await erasePerson(host, 'zora.9')
  expect(await heard).toBe(true)
  stop.abort()
})

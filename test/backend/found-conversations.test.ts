// What is typed into a search finds conversations by their words, and by who wrote them: in the lists of the log and where one is chosen.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const NOW = Date.parse('2026-10-28T09:00:00Z')
let host: DirectHost
let parcel: number
let praise: number

beforeEach(async () => {
  host = await openDirectHost({}, NOW)
  parcel = await capture({ handle: 'Wanda.W', text: 'Wo bleibt\nmein Paket?' })
  praise = await capture({ handle: 'rahmenbruch', text: 'Tolle Räder!' })
})
afterEach(() => host.close())

async function capture(parts: { handle: string; text: string }): Promise<number> {
  const conversation = conversationDraft(NOW, parts)
  return (await host.client.moderation.capture({ commandId: newCommandId(), conversation })).recordId ?? 0
}

const pseudonymOf = async (id: number) => (await host.client.moderation.detail({ id })).contact ?? ''

const searches = {
  list: async (text: string) => (await host.client.moderation.list({ list: 'open', filter: { text } })).rows,
  choose: (text: string) => host.client.records.findConversations({ text }),
}

describe.each(Object.keys(searches) as (keyof typeof searches)[])('%s', (where) => {
  const found = async (text: string) => (await searches[where](text)).map(({ id }) => id)

  test('words of the text, the last one begun', async () => {
    expect(await found('mein Pak')).toEqual([parcel])
    expect(await found('Fahrrad')).toEqual([])
  })

  test('the name of who wrote it, whatever its case, and the pseudonym', async () => {
    expect(await found('@wanda.w')).toEqual([parcel])
    expect(await found('RAHMENBRUCH')).toEqual([praise])
    expect(await found((await pseudonymOf(praise)).toLowerCase())).toEqual([praise])
  })

  test('who wrote it and who is spoken of', async () => {
    const mention = await capture({ handle: 'kurt', text: 'Wie rahmenbruch schon schrieb.' })
    expect(new Set(await found('rahmenbruch'))).toEqual(new Set([praise, mention]))
  })

  test('it is called by its beginning, in one line', async () => {
    const [row] = await searches[where]('Paket')
    expect(row?.title).toBe('Wo bleibt mein Paket?')
    expect(row?.contact).toBe(await pseudonymOf(parcel))
  })
})

test('the one that is chosen is there whatever is typed', async () => {
  const rows = await host.client.records.findConversations({ text: 'Räder', id: parcel })
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([parcel, praise]))
})

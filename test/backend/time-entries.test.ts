// Entries entered after the fact: added, changed, shown on the timeline and in the list, refused at the field that is wrong.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryDraft } from '../../shared/contract/time-entries.ts'
import { newCommandId, openDirectHost, TEST_NOW, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
let person: number
let channel: number

beforeEach(async () => {
  host = await openDirectHost()
  const { client } = host
  person = (await client.settings.addPerson({ commandId: newCommandId(), name: 'Lena' })).recordId!
  channel = (await client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' }))
    .recordId!
  await client.settings.setRate({
    commandId: newCommandId(),
    personId: null,
    validFrom: '2026-01-01',
    centsPerHour: 4450,
    basis: null,
  })
})
afterEach(() => host.close())

const at = (text: string) => Date.parse(`${text}+01:00`)

function draft(from: string, to: string, more: Partial<EntryDraft> = {}): EntryDraft {
  return {
    personId: person,
    startedAt: at(from),
    endedAt: at(to),
    activity: 'content',
    channelId: channel,
    campaignId: null,
    clientId: null,
    projectId: null,
    departmentId: null,
    targets: [],
    note: '',
    scope: 'social',
    isBillable: false,
    ...more,
  }
}

async function add(entry: EntryDraft, onOverlap: 'refuse' | 'keep' | 'trim' = 'refuse'): Promise<number> {
  return (await host.client.time.add({ commandId: newCommandId(), entries: [entry], onOverlap })).recordId!
}

describe('an entry', () => {
  test('says what it was, what for and what it cost, with names', async () => {
    const id = await add(draft('2026-10-28T09:20:00', '2026-10-28T10:40:00', { note: 'Karussell' }))
    expect(await host.client.time.entry({ id })).toMatchObject({
      person: 'Lena',
      channel: 'Instagram',
      network: 'instagram',
      day: '2026-10-28',
      seconds: 4800,
      cents: 5933,
      note: 'Karussell',
      targets: [],
      isSealed: false,
      isBillable: false,
      batchId: null,
    })
  })
})

test('a timer is started, switched and stopped', async () => {
  const { client } = host
  const { personId: _p, startedAt: _s, endedAt: _e, ...work } = draft('2026-10-28T09:20:00', '2026-10-28T10:40:00')
  const first = await client.time.start({ commandId: newCommandId(), personId: null, at: TEST_NOW - 3_600_000, work })
  const second = await client.time.start({ commandId: newCommandId(), personId: null, at: null, work })
  const running = await client.time.running()
  expect(running).toMatchObject({
    selfPersonId: person,
    entries: [{ entry: { id: second.recordId }, centsPerHour: 4450 }],
  })
  expect(await client.time.entry({ id: first.recordId! })).toMatchObject({ seconds: 3600, cents: 4450 })
  const { entries, days } = await client.time.timeline({
    period: { from: '2026-11-02', to: '2026-11-02' },
    personId: null,
  })
  expect(entries.map((entry) => entry.id)).toEqual([first.recordId, second.recordId])
  expect(days).toEqual([{ day: '2026-11-02', seconds: 3600, cents: 4450, unpricedSeconds: 0, count: 2 }])
  const page = await client.time.list({ filter: { personId: person, text: '' }, limit: 1 })
  expect(page).toMatchObject({ rows: [{ id: second.recordId }], sums: { count: 2, seconds: 3600, cents: 4450 } })
  const next = await client.time.list({ filter: { personId: person }, cursor: page.next, limit: 1 })
  expect(next).toMatchObject({ rows: [{ id: first.recordId }], next: null, sums: null })
  await client.time.continue({ commandId: newCommandId(), id: first.recordId! })
  expect((await client.time.combinations()).recent).toHaveLength(1)
  await expect(client.time.entry({ id: second.recordId! })).rejects.toMatchObject({ code: 'not_found' })
})

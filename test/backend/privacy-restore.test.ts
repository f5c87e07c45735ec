// Restoring a backup: what it holds, what happens to the ledger it replaces, and that nobody comes back with it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { capture, erasePerson, expectNothingLeft, foundOnDisk } from '../support/erasing.ts'

let host: DirectHost
beforeEach(async () => void (host = await openDirectHost()))
afterEach(() => host.close())

const id = () => ({ commandId: newCommandId() })
const backUp = async () => basename((await host.client.safekeeping.backUp()).path)

test('brings the older state back and keeps the one it replaces', async () => {
  await capture(host, { text: 'Die erste Frage' })
  const name = await backUp()
  await capture(host, { text: 'Die zweite Frage' })
  expect(await host.client.safekeeping.inspectBackup({ name })).toMatchObject({
    conversations: 1,
    isOlderFormat: false,
    erasedSince: { people: 0, conversations: 0 },
  })
  const { replaced } = await host.client.safekeeping.restore({ name })
  expect((await host.client.moderation.list({ list: 'open' })).rows.map((row) => row.title)).toEqual([
    'Die erste Frage',
  ])
  expect(existsSync(`${host.path}.restoring`)).toBe(false)
  await host.client.safekeeping.restore({ name: basename(replaced) })
  expect((await host.client.moderation.list({ list: 'open' })).rows).toHaveLength(2)
  expect((await host.client.ledger.verify()).isSound).toBe(true)
})

test('nobody who was erased comes back, and it is said which copies still hold them', async () => {
  const conversation = await capture(host, { handle: 'zora.9', text: 'Geheimes aus Gotha' })
  await capture(host, { handle: 'jemand', text: 'Ich meine auch, was @zora.9 sagt' })
  const name = await backUp()
  await erasePerson(host, 'zora.9')
  expect((await host.client.safekeeping.inspectBackup({ name })).erasedSince).toEqual({ people: 1, conversations: 1 })
  const restored = await host.client.safekeeping.restore({ name })
  expect(restored.erasedAgain).toBeGreaterThan(0)
  expectNothingLeft(host, ['zora.9', 'Geheimes aus Gotha'])
  expect(await host.client.moderation.detail({ id: conversation })).toMatchObject({
    isErased: true,
    text: '',
    handle: null,
  })
  expect((await host.client.moderation.findPerson({ name: 'zora.9' })).mentions).toEqual([])
  expect(foundOnDisk([restored.replaced], ['zora.9', 'Geheimes aus Gotha'])).toEqual([])
})

test('an erased conversation stays erased although its contact is still known', async () => {
  const first = await capture(host, { handle: 'zora.9', text: 'Erstes aus Gotha' })
  await capture(host, { handle: 'zora.9', text: 'Zweites aus Gotha' })
  const name = await backUp()
  for await (const _event of await host.client.moderation.eraseConversation({ ...id(), id: first }));
  await host.client.safekeeping.restore({ name })
  expectNothingLeft(host, ['Erstes aus Gotha'])
  expect((await host.client.moderation.findPerson({ name: 'zora.9' })).own).toMatchObject({
    conversations: 2,
    texts: 1,
  })
})

test('a copy that is damaged, of another program or gone leaves the ledger as it is', async () => {
  await capture(host, { text: 'Bleibt' })
  const name = await backUp()
  const path = `${host.folder}/test backups/kaputt.gegenwert`
  writeFileSync(path, readFileSync(`${host.folder}/test backups/${name}`).fill(7, 8_192, 60_000))
  writeFileSync(`${host.folder}/test backups/text.gegenwert`, 'kein Hauptbuch '.repeat(500))
  for (const wrong of ['kaputt.gegenwert', 'text.gegenwert', 'fort.gegenwert', '../test.gegenwert'])
    await expect(host.client.safekeeping.restore({ name: wrong })).rejects.toMatchObject({ code: 'ledger_unreadable' })
  expect((await host.client.moderation.list({ list: 'open' })).rows.map((row) => row.title)).toEqual(['Bleibt'])
  await host.client.safekeeping.removeBackup({ name: 'kaputt.gegenwert' })
  expect((await host.client.safekeeping.backups()).map((one) => one.name)).not.toContain('kaputt.gegenwert')
})

test('copies from before the last erasure go with one command, which leaves a new one', async () => {
  host.close()
  let now = Date.parse('2026-10-28T14:00:00Z')
  host = await openDirectHost({}, () => (now += 1_000))
  const { safekeeping, moderation } = host.client
  await capture(host, { handle: 'zora.9', text: 'Geheimes aus Gotha' })
  const old = await backUp()
  writeFileSync(`${host.folder}/test backups/kaputt.gegenwert`, 'kein Hauptbuch '.repeat(500))
  expect(await safekeeping.outdatedBackups()).toEqual({ names: [], bytes: 0 })
  await erasePerson(host, 'zora.9')
  expect((await safekeeping.outdatedBackups()).names).toEqual([old])
  const { written, removed } = await safekeeping.renewBackups()
  expect(removed).toBe(1)
  const names = (await safekeeping.backups()).map(({ name }) => name)
  expect(names.toSorted()).toEqual([basename(written), 'kaputt.gegenwert'].toSorted())
  expect(foundOnDisk([written], ['zora.9', 'Geheimes aus Gotha'])).toEqual([])
  expect(await safekeeping.outdatedBackups()).toEqual({ names: [], bytes: 0 })
  await safekeeping.restore({ name: basename(written) })
  expect((await moderation.list({ list: 'open' })).rows).toHaveLength(1)
})

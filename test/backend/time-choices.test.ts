// Projects, favourites and recent combinations: what can be started again with one key.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Work } from '../../shared/contract/time-entries.ts'
import { newCommandId } from '../support/direct-host.ts'
import {
  addEntry,
  addPost,
  NO_WORK,
  onPost,
  openTimeLedger,
  storedTime,
  undo,
  type TimeLedger,
} from '../support/time-ledger.ts'

let ledger: TimeLedger
beforeEach(async () => {
  ledger = await openTimeLedger()
})
afterEach(() => ledger.host.close())

const command = () => ({ commandId: newCommandId() })
const clock = (hour: number) => `2026-10-28T${String(hour).padStart(2, '0')}:00:00+01:00`
const hour = (from: number) => ({ from: clock(from), to: clock(from + 1) })
async function addClient(name: string): Promise<number> {
  return (await ledger.client.records.addNamed({ ...command(), list: 'client', name })).recordId!
}
async function addProject(name: string, clientId: number | null): Promise<number> {
  return (await ledger.client.time.addProject({ ...command(), clientId, name, isBillable: true, plannedMinutes: 600 }))
    .recordId!
}
const favourites = async () => (await ledger.client.time.combinations()).favourites
const keep = async (work: Partial<Work>) =>
  (await ledger.client.time.addFavourite({ ...command(), work: { ...NO_WORK, ...work } })).recordId!

test('a project shows its client and what was logged, and its name is taken once for each client', async () => {
  const [ahoi, nord] = [await addClient('Ahoi'), await addClient('Nord')]
  const id = await addProject('Reels', ahoi)
  await addProject('Reels', nord)
  await expect(addProject('reels', ahoi)).rejects.toMatchObject({ code: 'name_taken', data: { field: 'name' } })
  await addEntry(ledger, hour(9), { projectId: id })
  expect(await ledger.client.time.projects()).toMatchObject([
    {
      client: 'Ahoi',
      name: 'Reels',
      isBillable: true,
      isArchived: false,
      plannedMinutes: 600,
      seconds: 3600,
      useCount: 1,
    },
    { client: 'Nord', name: 'Reels', seconds: 0, useCount: 0 },
  ])
  await ledger.client.time.updateProject({ ...command(), id, patch: { name: 'Stories', isArchived: true } })
  await expect(ledger.client.time.updateProject({ ...command(), id, patch: { clientId: 999 } })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(
    ledger.client.time.updateProject({ ...command(), id, patch: { clientId: nord, name: 'Reels' } }),
  ).rejects.toMatchObject({ code: 'name_taken' })
  expect((await ledger.client.time.projects())[0]).toMatchObject({ name: 'Stories', isArchived: true, clientId: ahoi })
})

test('a project that is used stays; one that is not goes and comes back', async () => {
  const id = await addProject('Reels', null)
  const kept = await keep({ projectId: id })
  await expect(ledger.client.time.removeProject({ ...command(), id })).rejects.toMatchObject({
    code: 'in_use',
    data: { what: 'project', count: 1 },
  })
  await ledger.client.time.removeFavourite({ ...command(), id: kept })
  const { commandId } = await ledger.client.time.removeProject({ ...command(), id })
  expect(await ledger.client.time.projects()).toEqual([])
  await undo(ledger, commandId)
  expect(await ledger.client.time.projects()).toHaveLength(1)
})

test('a project brings its client along; another client leaves it behind; both at once must agree', async () => {
  const [ahoi, nord] = [await addClient('Ahoi'), await addClient('Nord')]
  const project = await addProject('Reels', ahoi)
  const own = await addProject('Eigenes', null)
  const id = await addEntry(ledger, hour(9), { projectId: project })
  const entry = () => ledger.client.time.entry({ id })
  const update = (patch: Partial<Work>) => ledger.client.time.update({ ...command(), id, patch })
  expect(await entry()).toMatchObject({ client: 'Ahoi', project: 'Reels' })
  await update({ clientId: nord })
  expect(await entry()).toMatchObject({ client: 'Nord', project: null })
  await expect(update({ clientId: nord, projectId: project })).rejects.toMatchObject({
    data: { field: 'projectId', reason: 'project_of_other_client' },
  })
  await update({ projectId: own })
  expect(await entry()).toMatchObject({ client: 'Nord', project: 'Eigenes' })
  await update({ projectId: project })
  expect(await entry()).toMatchObject({ client: 'Ahoi', project: 'Reels' })
})

test('favourites keep their order, are kept once, and are moved and removed with undo', async () => {
  const post = await addPost(ledger, 'Äthiopien')
  const ids = [
    await keep({ note: 'a' }),
    await keep({ note: 'b', channelId: ledger.channel }),
    await keep({ note: 'c', targets: [onPost(post)] }),
  ] as const
  expect(await keep({ note: 'a' })).toBe(ids[0])
  expect(await favourites()).toMatchObject([
    { id: ids[0], note: 'a', channel: null, targets: [] },
    { note: 'b', channel: 'Instagram', network: 'instagram' },
    { note: 'c', targets: [{ postId: post, name: 'Äthiopien' }] },
  ])
  const before = storedTime(ledger)
  const move = async (id: number, position: number) => {
    const { commandId } = await ledger.client.time.moveFavourite({ ...command(), id, position })
    return [commandId, (await favourites()).map((one) => one.note).join('')] as const
  }
  const [first, order] = await move(ids[2], 0)
  expect(order).toBe('cab')
  await undo(ledger, first)
  expect(storedTime(ledger)).toEqual(before)
  expect((await move(ids[0], 1))[1]).toBe('bac')
  expect((await move(ids[1], 49))[1]).toBe('acb')
  await expect(move(999, 0)).rejects.toMatchObject({ code: 'not_found' })
  await expect(ledger.client.time.removeFavourite({ ...command(), id: 999 })).rejects.toMatchObject({
    code: 'not_found',
  })
  const other = await addPost(ledger, 'B')
  await expect(keep({ targets: [onPost(post), onPost(other)] })).rejects.toMatchObject({
    data: { field: 'targets', reason: 'one_target' },
  })
})

test('recent combinations are one’s own, each once, the latest first', async () => {
  const { recordId: jonas } = await ledger.client.settings.addPerson({ ...command(), name: 'Jonas' })
  await ledger.client.settings.update({ ...command(), patch: { selfPersonId: ledger.person } })
  const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B')]
  await addEntry(ledger, hour(9), { note: 'früh' })
  await addEntry(ledger, hour(10), { note: 'beide', targets: posts.map((post) => onPost(post)) })
  await addEntry(ledger, hour(11), { note: 'früh' })
  await addEntry(ledger, hour(12), { note: 'Kollege', personId: jonas! })
  const { recent } = await ledger.client.time.combinations()
  expect(recent.map(({ note, targets }) => [note, targets.map((target) => target.name)])).toEqual([
    ['früh', []],
    ['beide', ['A', 'B']],
  ])
})

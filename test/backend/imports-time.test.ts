// Hours from other trackers: what they become in the ledger, and what a later export does to what a person changed since.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FilePreview, MappingAnswer } from '../../shared/contract/imports.ts'
import type { TimeEntry } from '../../shared/contract/time-entries.ts'
import {
  importBytes,
  newCommandId,
  openDirectHost,
  readFixture,
  stageFile,
  type DirectHost,
} from '../support/direct-host.ts'
import { addRow, changeRow } from '../support/ledger-sources.ts'
import { NO_WORK } from '../support/time-ledger.ts'

type Readable = Extract<FilePreview, { state: 'readable' }>
const NAMES = [
  'clockify-detailed.csv',
  'clockify-de.csv',
  'harvest-detailed.csv',
  'harvest-de.csv',
  'kimai-de.csv',
  'kimai-en.csv',
]

let host: DirectHost
beforeEach(async () => void (host = await openDirectHost({ businessKind: 'freelancer' })))
afterEach(() => host.close())

const bytesOf = (name: string) => readFixture(name).bytes
const harvest = () => bytesOf('harvest-detailed.csv').toString('utf8')

async function preview(name: string, content: string | Buffer): Promise<Readable> {
  const handle = await stageFile(host.client, name, Buffer.from(content))
  const [file] = (await host.client.imports.inspect({ files: [{ handle }] })).files
  if (file?.state !== 'readable') throw new Error(`${name}: not readable`)
  return file
}

const importText = (content: string | Buffer, options: Parameters<typeof importBytes>[2] = {}) =>
  importBytes(host.client, [{ name: 'x.csv', bytes: Buffer.from(content) }], options)

async function entries(): Promise<TimeEntry[]> {
  return (await host.client.time.list({ filter: {}, limit: 200 })).rows.toReversed()
}

const noted = async (note: string) => {
  const found = (await entries()).find((entry) => entry.note === note)
  if (!found) throw new Error(`no entry ${note}`)
  return found
}

const secondsOf = (rows: readonly TimeEntry[]) => rows.reduce((sum, row) => sum + row.seconds, 0)
const isSound = async () => (await host.client.ledger.verify()).isSound
const update = (id: number, patch: Parameters<typeof host.client.time.update>[0]['patch']) =>
  host.client.time.update({ commandId: newCommandId(), id, patch, onOverlap: 'keep' })

describe.each(['Europe/Berlin', 'America/Los_Angeles'])('in a ledger in %s', (timeZone) => {
  beforeEach(async () => {
    host.close()
    host = await openDirectHost({ businessKind: 'freelancer', timeZone })
  })

  test('every file brings the hours it shows; the same files again bring nothing; taken back, nothing is left', async () => {
    let expected = 0
    for (const name of NAMES) {
      const file = await preview(name, bytesOf(name))
      expect(file.comparison, name).toMatchObject({ newRows: file.rows, changedRows: 0, goneRows: 0 })
      expected += file.seconds
    }
    const { batchIds } = await importBytes(host.client, NAMES.map(readFixture))
    expect(batchIds).toHaveLength(NAMES.length)
    expect(secondsOf(await entries())).toBe(expected)
    expect((await host.client.time.list({ filter: {} })).sums?.seconds).toBe(expected)
    expect(await isSound()).toBe(true)
    for (const name of NAMES) {
      const file = await preview(name, bytesOf(name))
      expect(file.comparison, name).toMatchObject({ newRows: 0, sameRows: file.rows, changedRows: 0 })
    }
    expect((await importBytes(host.client, NAMES.map(readFixture))).batchIds).toEqual([])
    for (const batchId of batchIds) await host.client.imports.undoBatch({ commandId: newCommandId(), batchId })
    expect(await entries()).toEqual([])
    expect(await isSound()).toBe(true)
  })

  test('hours without clock times stand one after the other from nine, on their day, with their length', async () => {
    const file = await preview('harvest.csv', harvest())
    expect(file.untimedRows).toBe(file.rows)
    await importText(harvest())
    const all = await entries()
    expect(all.every((entry) => entry.isUntimed)).toBe(true)
    const ofJule = all.filter(({ person, day }) => person === 'Jule Sommer' && day === '2026-03-02')
    expect(ofJule.map(({ seconds }) => seconds / 3600).toSorted((a, b) => a - b)).toEqual([0.75, 0.75, 1.25, 2.5])
    for (const [index, entry] of ofJule.entries())
      if (index > 0) expect(entry.startedAt).toBe(ofJule[index - 1]!.endedAt)
    const clock = new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' })
    expect(clock.format(ofJule[0]!.startedAt)).toBe('09:00')
    for (const day of ['2026-03-29', '2026-10-25']) {
      const [sunday] = all.filter((entry) => entry.day === day)
      expect(sunday!.seconds).toBe(day === '2026-03-29' ? 10_800 : 15_300)
    }
  })
})

describe('projects', () => {
  test('a tracker’s project is one of the client, with what is billable; a channel’s name is the channel', async () => {
    await importBytes(host.client, [readFixture('harvest-detailed.csv'), readFixture('kimai-de.csv')])
    const relaunch = await noted('Reel schneiden')
    expect(relaunch).toMatchObject({ client: 'Café Fjord', project: 'Relaunch', isBillable: true, channel: null })
    expect(await noted('Titelbild und drei Texte')).toMatchObject({ projectId: relaunch.projectId })
    expect(await noted('Nachtdreh')).toMatchObject({ client: 'Hafenkontor', project: null, channel: 'TikTok' })
    // Inside a client "Intern" is a project of it.
    const internal = (await entries()).find((entry) => entry.activity === 'coordination')
    expect(internal).toMatchObject({ client: 'Hafenkontor', project: 'Intern', isBillable: false })
    const projects = await host.client.time.projects()
    expect(projects.map(({ client, name, isBillable }) => [client, name, isBillable])).toEqual([
      ['Café Fjord', 'Relaunch', true],
      ['Hafenkontor', 'Intern', false],
    ])
  })

  test('a project mapped to a channel is both, unless it bears its name', async () => {
    const { recordId } = await host.client.settings.addChannel({
      commandId: newCommandId(),
      network: 'linkedin',
      name: 'Relaunch',
    })
    await importText(harvest())
    expect(await noted('Titelbild und drei Texte')).toMatchObject({ channel: 'Relaunch', project: null })
    const mapping: MappingAnswer = {
      source: 'project',
      value: 'Instagram',
      target: { kind: 'channel', channelId: recordId! },
    }
    await host.client.imports.remap({ commandId: newCommandId(), mapping })
    expect(await noted('Umstellung auf Winterzeit')).toMatchObject({ channel: 'Relaunch', project: null })
  })

  test('“Allgemein” without a client is no project', async () => {
    await importBytes(host.client, [readFixture('clockify-detailed.csv')])
    expect(await noted('Früh am Morgen')).toMatchObject({ client: null, project: null })
    expect((await host.client.time.projects()).map(({ client, name }) => [client, name])).toEqual([
      ['Café Fjord', 'Herbstkampagne'],
      ['Rösterei Nordlicht', 'Herbstkampagne'],
    ])
  })
})

describe('a later export', () => {
  const MORE =
    '2026-03-04,Café Fjord,Relaunch,FJ-01,Content,Nachtrag,"1,5","1,5",Yes,No,No,Jule,Sommer,,,,,,,Euro - EUR,\n'

  test('corrected, longer and shorter: shown, then written, then taken back', async () => {
    await importText(harvest())
    const before = await entries()
    const later =
      harvest()
        .replace('drei Texte,"2,5"', 'drei Texte,4')
        .replace(/^.*Sommerzeit.*\n/m, '') + MORE
    // Rows that cannot be read leave open what is gone.
    const readable = later.replace(/^.*(?:zwei|02-30).*\n/gm, '')
    const file = await preview('later.csv', readable)
    expect(file.comparison).toEqual({ newRows: 1, sameRows: 5, changedRows: 1, goneRows: 1 })
    expect(file.changes).toMatchObject([
      {
        kind: 'changed',
        fields: [{ field: 'seconds', unit: 'seconds', before: '9000', after: '14400', isKept: false }],
      },
      { kind: 'gone' },
      { kind: 'new' },
    ])
    const { batchIds } = await importText(readable, { removeGone: true })
    const after = await entries()
    expect(secondsOf(after)).toBe(secondsOf(before) + 5_400 + 5_400 - 10_800)
    const ofDay = after.filter(({ person, day }) => person === 'Jule Sommer' && day === '2026-03-02')
    for (const [index, entry] of ofDay.entries()) if (index > 0) expect(entry.startedAt).toBe(ofDay[index - 1]!.endedAt)
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! })
    expect(secondsOf(await entries())).toBe(secondsOf(before))
    expect(await isSound()).toBe(true)
    const again = await preview('first.csv', harvest())
    expect(again.comparison).toMatchObject({ newRows: 0, changedRows: 0 })
  })

  test('of rows that differ in nothing but their length one goes: that one, not another', async () => {
    const row = (hours: string) => `2026-03-02,C,P,,Community,,"${hours}",Yes,Ada`
    const file = (...hours: string[]) =>
      ['Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,First Name', ...hours.map(row), ''].join('\n')
    await importText(file('1,5', '2,25', '3,75'))
    expect((await preview('x.csv', file('3,75', '1,5', '2,25'))).comparison).toMatchObject({
      sameRows: 3,
      changedRows: 0,
    })
    const shorter = await preview('x.csv', file('2,25', '3,75'))
    expect(shorter.comparison).toEqual({ newRows: 0, sameRows: 2, changedRows: 0, goneRows: 1 })
    await importText(file('2,25', '3,75'), { removeGone: true })
    expect((await entries()).map(({ seconds }) => seconds / 3600).toSorted((a, b) => a - b)).toEqual([2.25, 3.75])
    expect((await preview('x.csv', file('2,25', '3,75'))).comparison).toMatchObject({ sameRows: 2, newRows: 0 })
    await importText(file('2,25', '3,75', '0,5', '0,25'))
    expect((await entries()).map(({ seconds }) => seconds / 3600).toSorted((a, b) => a - b)).toEqual([
      0.25, 0.5, 2.25, 3.75,
    ])
  })

  test('hours that look like some of another tracker are shown', async () => {
    await importText(harvest())
    const other =
      'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,First Name,Last Name\n2026-03-02,X,Y,,Z,anders,"2,5",No,Jule,Sommer\n'
    const { nearDuplicates } = await preview('other.csv', other)
    expect(nearDuplicates).toMatchObject([{ line: 2, existing: expect.stringContaining('Titelbild') }])
  })
})

describe('what was changed by hand', () => {
  const kimai = () => bytesOf('kimai-de.csv').toString('utf8')

  test('stays through a later export of the same rows, and the preview says so', async () => {
    await importText(kimai())
    const reel = await noted('Reel schneiden')
    const post = await host.client.records.addPost({
      commandId: newCommandId(),
      post: { title: 'Beitrag', channelId: null, format: null, pillarId: null, campaignId: null, publishedOn: null },
    })
    const second = await host.client.records.addPost({
      commandId: newCommandId(),
      post: { title: 'Zweiter', channelId: null, format: null, pillarId: null, campaignId: null, publishedOn: null },
    })
    const other = await host.client.settings.addPerson({ commandId: newCommandId(), name: 'Alex' })
    const targets = [post, second].map(({ recordId }) => ({ postId: recordId, conversationId: null, weight: 1 }))
    const endedAt = reel.endedAt! + 600_000
    const mine = {
      note: 'Reel, von Hand',
      isBillable: false,
      endedAt,
      personId: other.recordId!,
      projectId: null,
      targets,
    }
    await update(reel.id, mine)
    const changed = kimai().replace('Content,Reel schneiden,,1,"Reel, Content"', 'Content,Reel schneiden,,,Planung')
    const file = await preview('later.csv', changed)
    expect(file).toMatchObject({ keptRows: 1, comparison: { changedRows: 1 } })
    const fields = file.changes.flatMap((change) => change.fields)
    expect(fields.map(({ field, isKept }) => [field, isKept])).toEqual([
      ['activityLabel', false],
      ['isBillable', true],
    ])
    const { batchIds } = await importText(changed)
    const after = await host.client.time.entry({ id: reel.id })
    expect(after).toMatchObject({ note: 'Reel, von Hand', isBillable: false, endedAt, person: 'Alex', project: null })
    expect(after.targets.map(({ name }) => name)).toEqual(['Beitrag', 'Zweiter'])
    expect(after.activity).toBe('planning')
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! })
    expect(await host.client.time.entry({ id: reel.id })).toMatchObject({
      endedAt,
      note: 'Reel, von Hand',
      activity: 'content',
    })
    expect(await isSound()).toBe(true)
  })

  test.each(['open', 'closed'])('comes back with what a later export had removed, in %s months', async (state) => {
    await importText(kimai())
    const reel = await noted('Reel schneiden')
    const addPost = (title: string) =>
      host.client.records.addPost({
        commandId: newCommandId(),
        post: { title, channelId: null, format: null, pillarId: null, campaignId: null, publishedOn: null },
      })
    const [first, second, third] = [await addPost('Eins'), await addPost('Zwei'), await addPost('Drei')]
    const targets = [first, second, third].map(({ recordId }) => ({
      postId: recordId,
      conversationId: null,
      weight: 1,
    }))
    const { recordId: campaignId } = await host.client.records.addNamed({
      commandId: newCommandId(),
      list: 'campaign',
      name: 'Sommer',
    })
    const other = await host.client.settings.addPerson({ commandId: newCommandId(), name: 'Alex' })
    await update(reel.id, { note: 'von Hand', targets, campaignId, personId: other.recordId!, isBillable: false })
    const month = reel.day.slice(0, 7)
    if (state === 'closed') await host.client.ledger.closeMonth({ commandId: newCommandId(), month, withEarlier: true })
    const before = await host.client.time.entry({ id: reel.id })
    const lines = () =>
      host.backend.ledger.reader
        .prepare<[]>("SELECT id, source_id, cents FROM ledger_line WHERE source_kind = 'time' ORDER BY id")
        .all()
    const linesBefore = lines()

    const without = kimai()
      .replace(/^.*Reel schneiden.*\n/m, '')
      .replace(/^.*25:00.*\n/m, '')
    const { batchIds } = await importText(without, { removeGone: true })
    expect((await entries()).some(({ id }) => id === reel.id)).toBe(false)
    // What it was for may be gone by then.
    if (state === 'open')
      await host.client.records.remove({ commandId: newCommandId(), kind: 'post', id: third.recordId! })
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! })
    const { targets: left, ...back } = await host.client.time.entry({ id: reel.id })
    const { targets: had, ...same } = before
    expect(back).toEqual(same)
    expect(left).toEqual(state === 'open' ? had.slice(0, 2) : had)
    if (state === 'closed') expect(lines()).toEqual(linesBefore)
    expect(await isSound()).toBe(true)
    expect((await preview('x.csv', kimai())).comparison).toMatchObject({ newRows: 0, changedRows: 0 })
  })

  test('times of hours without a clock stay where a person put them', async () => {
    await importText(harvest())
    const texts = await noted('Titelbild und drei Texte')
    const startedAt = Date.parse('2026-03-02T17:00:00Z')
    await update(texts.id, { startedAt, endedAt: startedAt + 3_600_000 })
    await importText(harvest().replace('drei Texte,"2,5"', 'drei Texte,4').replace(',,"1,25"', ',,"1,5"'))
    expect(await noted('Titelbild und drei Texte')).toMatchObject({ startedAt, seconds: 3_600 })
  })

  test('an entry removed by hand stays removed, and nothing takes its place', async () => {
    await importText(kimai())
    const last = (await entries()).toSorted((a, b) => a.id - b.id).at(-1)!
    await host.client.time.remove({ commandId: newCommandId(), ids: [last.id] })
    await host.client.time.add({
      commandId: newCommandId(),
      entries: [
        {
          ...NO_WORK,
          personId: last.personId,
          startedAt: Date.parse('2026-06-01T08:00:00Z'),
          endedAt: Date.parse('2026-06-01T09:00:00Z'),
          note: 'eigener Eintrag',
        },
      ],
    })
    expect((await noted('eigener Eintrag')).batchId).toBeNull()
    const count = (await entries()).length
    const changed = kimai().replaceAll('Jour fixe,,,,', 'Jour fixe,,,1,')
    expect((await preview('x.csv', changed)).comparison.newRows).toBe(0)
    const { batchIds } = await importText(kimai())
    expect(batchIds).toEqual([])
    expect(await entries()).toHaveLength(count)
    const [batch] = await host.client.imports.batches()
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batch!.id })
    expect((await entries()).map(({ note }) => note)).toEqual(['eigener Eintrag'])
  })
})

describe('what was invoiced', () => {
  const kimai = () => bytesOf('kimai-de.csv').toString('utf8')

  async function invoice(entry: TimeEntry): Promise<void> {
    const { id } = await addRow(host, 'invoice', {
      client_id: entry.clientId,
      number: 'R-1',
      from_day: entry.day,
      to_day: entry.day,
      locked_at: 0,
      raw_seconds: entry.seconds,
      billed_seconds: entry.seconds,
      cents: 100,
    })
    await changeRow(host, 'time_entry', entry.id, { invoice_id: id })
  }

  test('is left alone by a later export, which says so; its import cannot be taken back', async () => {
    await importText(kimai())
    const reel = await noted('Reel schneiden')
    await invoice(reel)
    const invoiced = await noted('Reel schneiden')
    const changed = kimai()
      .replace('Content,Reel schneiden,,1,', 'Content,Reel schneiden,,,')
      .replace(/^.*25:00.*\n/m, '')
    const file = await preview('later.csv', changed)
    expect(file).toMatchObject({ invoicedRows: 1, comparison: { changedRows: 0 } })
    expect(file.changes).toMatchObject([{ kind: 'changed', isInvoiced: true, fields: [{ field: 'isBillable' }] }])
    expect((await importText(changed)).batchIds).toEqual([])
    const without = changed.replace(/^.*Reel schneiden.*\n/m, '').replace(/^.*Lange Nacht.*\n/m, '')
    const gone = await preview('later.csv', without)
    expect(gone).toMatchObject({ invoicedRows: 1, comparison: { goneRows: 1 } })
    await importText(without, { removeGone: true })
    expect(await noted('Reel schneiden')).toEqual(invoiced)
    const batches = await host.client.imports.batches()
    const [later, first] = batches
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: later!.id })
    await expect(
      host.client.imports.undoBatch({ commandId: newCommandId(), batchId: first!.id }),
    ).rejects.toMatchObject({ code: 'entry_invoiced', data: { entryId: reel.id, number: 'R-1' } })
    expect(await noted('Reel schneiden')).toEqual(invoiced)
  })

  test('a mapping changed later changes its channel, not its client or project', async () => {
    await importText(kimai())
    const reel = await noted('Reel schneiden')
    await invoice(reel)
    const target = { kind: 'newChannel', network: 'instagram', name: 'Insta' } as const
    await host.client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'project', value: 'Relaunch', target },
    })
    await host.client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'client', value: 'Café Fjord', target: { kind: 'none' } },
    })
    expect(await noted('Reel schneiden')).toMatchObject({ channel: 'Insta', client: 'Café Fjord', project: 'Relaunch' })
  })
})

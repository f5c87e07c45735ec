// One import is one batch: compared before, undone as a whole, never half-written.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FilePreview } from '../../shared/contract/imports.ts'
import {
  commitHandles,
  FIXTURES,
  importBytes,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  readFixture,
  stageFile,
  type DirectHost,
} from '../support/direct-host.ts'

const period = { from: '2026-01-01', to: '2026-10-31' }
let host: DirectHost
afterEach(() => host.close())

type Readable = Extract<FilePreview, { state: 'readable' }>

async function inspect(name: string, bytes: Uint8Array): Promise<{ preview: FilePreview; handle: string }> {
  const handle = await stageFile(host.client, name, bytes)
  const { files } = await host.client.imports.inspect({ files: [{ handle }] })
  return { preview: files[0]!, handle }
}

async function inspectReadable(name: string, bytes: Uint8Array): Promise<Readable & { handle: string }> {
  const { preview } = await inspect(name, bytes)
  if (preview.state !== 'readable') throw new Error(`${name}: ${preview.reason}`)
  return preview
}

const totals = async () => (await host.client.result.summary({ period, model: 'last', by: 'channel' })).totals
const text = (name: string) => readFixture(name).bytes.toString('utf8')

/** The shop a week later: two orders refunded since, one order more. */
function laterShopExport(): Buffer {
  const lines = text('shopify-orders.csv')
    .replace(/^(#1001,.*?),paid,(.*)$/m, '$1,refunded,$2')
    .replace(/^(#1002,.*?),paid,(.*)$/m, '$1,refunded,$2')
  const refunded = refund(refund(lines, '#1001', '56.70'), '#1002', '29.80')
  const added =
    '#2223,kunde2223@example.com,paid,2026-10-31 20:00:00 +0100,fulfilled,,no,EUR,100.00,0.00,15.97,100.00,INSTA10,0.00,,2026-10-31 20:00:00 +0100,1,Filterkaffee 500 g,100.00,,,,,,,,,Shopify Payments,,0.00,Nordlicht,5000000002223,,Low,web,0.00\n'
  return Buffer.from(refunded + added)
}

function refund(csv: string, name: string, amount: string): string {
  const start = csv.indexOf(`${name},`)
  const end = csv.indexOf('Shopify Payments,,0.00', start)
  return `${csv.slice(0, end)}Shopify Payments,,${amount}${csv.slice(end + 'Shopify Payments,,0.00'.length)}`
}

describe('with the four files imported', () => {
  beforeEach(async () => void (host = await openFixtureLedger()))

  test('the same files again add nothing', async () => {
    const before = await totals()
    for (const { name, bytes } of FIXTURES.map(readFixture)) {
      const { comparison, rows } = await inspectReadable(name, bytes)
      expect(comparison, name).toEqual({ newRows: 0, sameRows: rows, changedRows: 0, goneRows: 0 })
    }
    await importBytes(host.client, FIXTURES.map(readFixture))
    expect(await totals()).toEqual(before)
  })

  test('a later export says how many of its rows lie in closed months', async () => {
    await host.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-01', withEarlier: true })
    const preview = await inspectReadable('later.csv', laterShopExport())
    // Two purchases of January were refunded since; the new one is of October.
    expect(preview.closedRows).toBe(2)
  })

  test('a later export shows new and changed rows before agreeing, and applies them on consent', async () => {
    const preview = await inspectReadable('later.csv', laterShopExport())
    expect(preview.comparison).toEqual({ newRows: 1, sameRows: 1220, changedRows: 2, goneRows: 0 })
    expect(preview.closedRows).toBe(0)
    expect(preview.changes.map((change) => [change.kind, change.label])).toEqual([
      ['changed', '2026-01-01 · #1001'],
      ['changed', '2026-01-01 · #1002'],
      ['new', '2026-10-31 · #2223'],
    ])
    const before = await totals()
    const { batchIds } = await commitHandles(host.client, [preview.handle])
    const after = await totals()
    expect(after.orders).toBe(before.orders + 1)
    expect(after.grossCents).toBe(before.grossCents + 100_00 - 56_70 - 29_80)
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! })
    expect(await totals()).toEqual(before)
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })

  test('changed rows stay as they are without consent', async () => {
    const before = await totals()
    await importBytes(host.client, [{ name: 'later.csv', bytes: laterShopExport() }], { applyChanged: false })
    expect((await totals()).grossCents).toBe(before.grossCents + 100_00)
  })

  test('an import another one builds on is not taken back first', async () => {
    const { batchIds } = await importBytes(host.client, [{ name: 'later.csv', bytes: laterShopExport() }])
    const shop = (await host.client.imports.batches()).find((batch) => batch.fileName === 'shopify-orders.csv')!
    const takeBack = (batchId: number) => host.client.imports.undoBatch({ commandId: newCommandId(), batchId })
    await expect(takeBack(shop.id)).rejects.toMatchObject({
      code: 'import_superseded',
      data: { laterBatchId: batchIds[0] },
    })
    await takeBack(batchIds[0]!)
    await takeBack(shop.id)
    expect((await totals()).orders).toBe(0)
    expect((await totals()).seconds).toBe(3_595_092)
  })

  test('rows that are missing in a later file are shown, and removed only on request', async () => {
    const lines = text('toggl-detailed.csv').split('\n')
    const shorter = Buffer.from(lines.filter((_, index) => index !== 5).join('\n'))
    const preview = await inspectReadable('toggl.csv', shorter)
    expect(preview.comparison).toMatchObject({ newRows: 0, goneRows: 1 })
    const before = await totals()
    await commitHandles(host.client, [preview.handle])
    expect(await totals()).toEqual(before)
    const { batchIds } = await importBytes(host.client, [{ name: 'toggl.csv', bytes: shorter }], { removeGone: true })
    expect((await totals()).seconds).toBeLessThan(before.seconds)
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! })
    expect(await totals()).toEqual(before)
  })

  test('the same work under another description is shown as a near duplicate', async () => {
    const changed = Buffer.from(
      text('toggl-detailed.csv').replace('"Reel-Produktion","Reel-Produktion"', '"Reel-Produktion","Reel, anders"'),
    )
    const preview = await inspectReadable('toggl.csv', changed)
    expect(preview.comparison).toMatchObject({ newRows: 1, goneRows: 1 })
    expect(preview.nearDuplicates).toHaveLength(1)
  })

  test('a mapping found wrong is changed for what is imported already', async () => {
    const remap = (channelId: number) =>
      host.client.imports.remap({
        commandId: newCommandId(),
        mapping: { source: 'project', value: 'Facebook', target: { kind: 'channel', channelId } },
      })
    const channels = await host.client.settings.channels()
    const id = (name: string) => channels.find((channel) => channel.name === name)!.id
    const secondsOf = async (name: string) =>
      (await host.client.result.summary({ period, model: 'last', by: 'channel' })).rows.find((row) => row.key === name)!
        .seconds
    const [facebook, instagram] = [await secondsOf('Facebook'), await secondsOf('Instagram')]
    await remap(id('Instagram'))
    expect(await secondsOf('Instagram')).toBe(facebook + instagram)
    await remap(id('Facebook'))
    expect(await secondsOf('Instagram')).toBe(instagram)
    expect(
      (await host.client.imports.mappings()).find((item) => item.value === 'Facebook' && item.source === 'project'),
    ).toMatchObject({ count: 190 })
  })

  test('codes, campaigns, sources and answers are remapped too', async () => {
    const net = async () => {
      const { rows, other } = await host.client.result.summary({ period, model: 'last', by: 'channel' })
      return Object.fromEntries([...rows.map((row) => [row.key, row.netCents]), ['other', other.netCents]])
    }
    const before = await net()
    await host.client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'utm-source', value: 'facebook', target: { kind: 'other' } },
    })
    const after = await net()
    expect(after['Facebook']).toBe(0)
    expect(after['other']).toBe((before['other'] ?? 0) + (before['Facebook'] ?? 0))
    const adsOf = async (name: string) =>
      (await host.client.result.summary({ period, model: 'last', by: 'channel' })).rows.find((row) => row.key === name)!
        .adsCents
    const mapping = {
      source: 'meta-campaign',
      value: 'Herbst-Lookalike',
      target: { kind: 'ads', channel: { network: 'facebook', name: 'Facebook' }, scope: 'social' },
    } as const
    await host.client.imports.remap({ commandId: newCommandId(), mapping })
    expect(await adsOf('Facebook')).toBe(377_120)
  })

  test('a target that does not fit is refused', async () => {
    const mapping = { source: 'project', value: 'Facebook', target: { kind: 'activity', activity: 'ads' } } as const
    await expect(host.client.imports.remap({ commandId: newCommandId(), mapping })).rejects.toMatchObject({
      code: 'invalid_value',
    })
  })
})

describe('questions are few', () => {
  beforeEach(async () => void (host = await openDirectHost()))

  test('guesses are filled in, nothing is written before the import', async () => {
    const handles = await Promise.all(
      FIXTURES.map(readFixture).map(({ name, bytes }) => stageFile(host.client, name, bytes)),
    )
    const { mappings } = await host.client.imports.inspect({ files: handles.map((handle) => ({ handle })) })
    const find = (value: string, source: string) =>
      mappings.find((item) => item.value === value && item.source === source)
    expect(find('Instagram', 'project')).toMatchObject({
      certainty: 'certain',
      target: { kind: 'newChannel', network: 'instagram' },
      count: 192,
    })
    expect(find('Dialog', 'activity')).toMatchObject({ certainty: 'certain', target: { activity: 'dialogue' } })
    expect(find('Allgemein', 'project')).toMatchObject({ certainty: 'certain', target: { kind: 'none' } })
    expect(find('TIKTOK5', 'discount-code')).toMatchObject({ certainty: 'guess', target: { network: 'tiktok' } })
    expect(find('newsletter', 'utm-source')).toMatchObject({ target: { kind: 'other' } })
    expect(mappings.filter((item) => item.certainty === 'open').map((item) => item.value)).toEqual(['Herbst-Lookalike'])
    expect(await host.client.settings.channels()).toEqual([])
    expect(await host.client.result.extent()).toBeNull()
    await commitHandles(host.client, handles)
    const again = await host.client.imports.inspect({
      files: [{ handle: await stageFile(host.client, 'a.csv', readFixture('toggl-detailed.csv').bytes) }],
    })
    expect(again.mappings.every((item) => item.certainty === 'remembered')).toBe(true)
  })

  test('clients of a time tracker are taken by name by who works for clients, and left out by a company', async () => {
    const header = 'User,Client,Project,Description,Start date,Start time,Duration'
    const rows = [
      'Ada,Nordlicht,Instagram,Reel,2026-10-01,09:00:00,01:00:00',
      'Ada,,Instagram,Reel,2026-10-02,09:00:00,01:00:00',
    ]
    const file = { name: 'toggl.csv', bytes: Buffer.from([header, ...rows].join('\n')) }
    const clientsOf = () =>
      host.backend.ledger.reader
        .prepare('SELECT client.name FROM time_entry LEFT JOIN client ON client.id = client_id ORDER BY day')
        .pluck()
        .all()
    await importBytes(host.client, [file])
    expect(clientsOf()).toEqual([null, null])
    host.close()
    host = await openDirectHost({ businessKind: 'freelancer' })
    await importBytes(host.client, [file])
    expect(clientsOf()).toEqual(['Nordlicht', null])
    const handle = await stageFile(host.client, 'again.csv', file.bytes)
    const again = await host.client.imports.inspect({ files: [{ handle }] })
    expect(again.mappings.find((item) => item.source === 'client')).toMatchObject({ certainty: 'remembered' })
    const { clients } = await host.client.records.options()
    expect(clients.map((client) => client.name)).toEqual(['Nordlicht'])
    const mapping = { source: 'client', value: 'Nordlicht', target: { kind: 'none' } } as const
    await host.client.imports.remap({ commandId: newCommandId(), mapping })
    expect(clientsOf()).toEqual([null, null])
    await expect(
      host.client.imports.remap({
        commandId: newCommandId(),
        mapping: { ...mapping, target: { kind: 'other' } },
      }),
    ).rejects.toMatchObject({ code: 'invalid_value' })
  })

  test('answers are taken instead of guesses and remembered', async () => {
    await importBytes(host.client, [readFixture('toggl-detailed.csv')], {
      mappings: [
        {
          source: 'project',
          value: 'TikTok',
          target: { kind: 'newChannel', network: 'youtube', name: 'Unser YouTube' },
        },
      ],
    })
    const { rows } = await host.client.result.summary({ period, model: 'last', by: 'channel' })
    expect(rows.find((row) => row.key === 'Unser YouTube')).toMatchObject({ seconds: 668_337, network: 'youtube' })
    expect(rows.find((row) => row.key === 'TikTok')).toBeUndefined()
  })
})

describe('bad input', () => {
  beforeEach(async () => void (host = await openDirectHost()))

  test.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a PDF renamed', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'not_a_table'],
    ['a table nobody knows', Buffer.from('Farbe;Anzahl\nrot;3\nblau;4\n'), 'unknown_table'],
  ])('%s gets its reason', async (_, bytes, reason) => {
    const { preview, handle } = await inspect('datei.csv', bytes)
    expect(preview).toMatchObject({ state: 'unreadable', reason })
    await expect(commitHandles(host.client, [handle])).rejects.toMatchObject({ code: 'invalid_value' })
  })

  test('a missing column is named', async () => {
    const { preview } = await inspect(
      'toggl.csv',
      Buffer.from(text('toggl-detailed.csv').replace('"Duration"', '"Dauerwurst"').replace('"End time"', '"Ende?"')),
    )
    expect(preview).toMatchObject({ state: 'unreadable', reason: 'missing_column' })
  })

  test('five broken rows among a thousand are listed with line and column; the others are imported', async () => {
    const lines = text('toggl-detailed.csv').split('\n')
    for (const index of [10, 20, 30, 40, 50]) lines[index] = lines[index]!.replace(/"2026-\d\d-\d\d"/, '"2026-13-45"')
    const preview = await inspectReadable('toggl.csv', Buffer.from(lines.join('\n')))
    expect(preview.rows).toBe(1018)
    expect(preview.problems.map((problem) => problem.line)).toEqual([11, 21, 31, 41, 51])
    expect(preview.problems[0]).toMatchObject({ column: 'Start date', value: '2026-13-45', reason: 'not_a_date' })
    await commitHandles(host.client, [preview.handle])
    expect((await host.client.imports.batches())[0]).toMatchObject({ newRows: 1018, problemRows: 5 })
  })

  test('amounts in another currency are listed, not converted by guess', async () => {
    const preview = await inspectReadable(
      'shop.csv',
      Buffer.from(text('shopify-orders.csv').replace(',no,EUR,56.70', ',no,USD,56.70')),
    )
    expect(preview.problems).toMatchObject([{ line: 2, reason: 'currency', value: '56.70 USD' }])
    expect(preview.rows).toBe(1221)
  })

  test('what is missing is only said of a file that was read as a whole', async () => {
    await importBytes(host.client, [readFixture('shopify-orders.csv')])
    const unread = text('shopify-orders.csv').replace(',no,EUR,56.70', ',no,USD,56.70')
    const broken = await inspectReadable('shop.csv', Buffer.from(unread))
    expect(broken.comparison).toEqual({ newRows: 0, sameRows: 1221, changedRows: 0, goneRows: 0 })
    await commitHandles(host.client, [broken.handle], { removeGone: true })
    expect((await host.client.imports.batches())[0]).toMatchObject({ goneRows: 0 })
  })

  test('a file beyond the limit is refused before it is read', async () => {
    await expect(host.client.imports.stage({ name: 'riesig.csv', bytes: 300 * 1024 * 1024 })).rejects.toMatchObject({
      code: 'file_too_large',
    })
  })

  test('a truncated UTF-16 file says so or lists what cannot be read', async () => {
    const utf16 = Buffer.from(`\ufeff${text('meta-ads-de.csv')}`, 'utf16le')
    const { preview } = await inspect('meta.csv', utf16.subarray(0, utf16.length - 1001))
    if (preview.state === 'readable') expect(preview.notes.length + preview.problemCount).toBeGreaterThan(0)
    else expect(preview.reason).toBe('truncated')
  })

  test('a file that is forgotten after a restart is asked for again', async () => {
    const handle = await stageFile(host.client, 'toggl.csv', readFixture('toggl-detailed.csv').bytes)
    host = await host.reopen()
    await expect(host.client.imports.inspect({ files: [{ handle }] })).rejects.toMatchObject({ code: 'file_gone' })
  })

  test('cancelling in the middle leaves nothing behind, and other commands go on', async () => {
    const handles = await Promise.all(
      FIXTURES.map(readFixture).map(({ name, bytes }) => stageFile(host.client, name, bytes)),
    )
    const stop = new AbortController()
    const run = async () => {
      const stream = await host.client.imports.commit(
        { commandId: newCommandId(), files: handles.map((handle) => ({ handle })), mappings: [] },
        { signal: stop.signal },
      )
      for await (const event of stream) if (event.kind === 'progress') stop.abort()
    }
    await expect(run()).rejects.toThrow()
    await host.client.settings.addChannel({ commandId: newCommandId(), network: 'x', name: 'X' })
    expect(await host.client.result.extent()).toBeNull()
    expect(await host.client.imports.batches()).toEqual([])
    expect((await host.client.settings.channels()).map((channel) => channel.name)).toEqual(['X'])
  })

  test('a failure half-way leaves nothing behind', async () => {
    const toggl = await stageFile(host.client, 'toggl.csv', readFixture('toggl-detailed.csv').bytes)
    const mapping = { source: 'project', value: 'Nie', target: { kind: 'channel', channelId: 99 } } as const
    await expect(commitHandles(host.client, [toggl], { mappings: [mapping] })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await host.client.imports.batches()).toEqual([])
    expect(await host.client.settings.channels()).toEqual([])
    await commitHandles(host.client, [toggl])
    expect((await host.client.imports.batches())[0]?.newRows).toBe(1023)
  })
})

describe('work that is none of social media’s', () => {
  test('stands beside the result', async () => {
    host = await openDirectHost({ marginBasisPoints: 5500 })
    await importBytes(host.client, [readFixture('toggl-detailed.csv')], {
      mappings: [{ source: 'project', value: 'Allgemein', target: { kind: 'other' } }],
    })
    const summary = () => host.client.result.summary({ period, model: 'last', by: 'channel' })
    expect((await summary()).totals.seconds).toBe(3_595_092 - 951_898)
    const lines = await host.client.ledger.lines({ filter: { period, scope: 'other', kinds: ['labour'] } })
    expect(lines.sums?.seconds).toBe(951_898)
    const mapping = { source: 'project', value: 'Allgemein', target: { kind: 'none' } } as const
    await host.client.imports.remap({ commandId: newCommandId(), mapping })
    expect((await summary()).totals.seconds).toBe(3_595_092)
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })
})

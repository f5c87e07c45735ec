// What a strict reader found: each of these lost data, gave a wrong result or an error without words.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { MappingAnswer } from '../../shared/contract/imports.ts'
import {
  importBytes,
  makeBackend,
  newCommandId,
  openDirectHost,
  readFixture,
  stageFile,
  type DirectHost,
} from '../support/direct-host.ts'

const period = { from: '2026-01-01', to: '2026-12-31' }
let host: DirectHost
beforeEach(async () => void (host = await openDirectHost({ marginBasisPoints: 5000 })))
afterEach(() => host.close())

const [togglHeader] = readFixture('toggl-detailed.csv').bytes.toString('utf8').split('\n')
const [shopHeader] = readFixture('shopify-orders.csv').bytes.toString('utf8').split('\n')

interface Hour {
  user?: string
  project?: string
  description?: string
  day: string
}

function hours(...entries: Hour[]): Buffer {
  const rows = entries.map(({ user = 'Anna', project = 'Instagram', description = 'Dialog', day }) =>
    [user, '', '', project, '', description, 'No', day, '08:00:00', day, '09:00:00', '01:00:00', '', '']
      .map((cell) => `"${cell}"`)
      .join(','),
  )
  return Buffer.from([togglHeader, ...rows, ''].join('\n'))
}

function orders(...sales: { n: number; utm?: string }[]): Buffer {
  const at = '2026-03-01 10:00:00 +0100'
  const rows = sales.map(
    ({ n, utm = '' }) =>
      `#${n},k@example.com,paid,${at},fulfilled,,no,EUR,100.00,0.00,0.00,100.00,,0.00,,${at},1,Kaffee,100.00,,,,,,,"${utm}",,Shopify Payments,,0.00,Nordlicht,50000${n},,Low,web,0.00`,
  )
  return Buffer.from([shopHeader, ...rows, ''].join('\n'))
}

const summary = (by: 'channel' | 'person') => host.client.result.summary({ period, model: 'last', by })
const undo = (commandId: string) => host.client.history.undo({ commandId: newCommandId(), undoes: commandId })
const channel = async (name: string) =>
  (await host.client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name })).recordId!
const sale = (day: string, channelId: number, paidCents = 100_00) =>
  host.client.revenue.addSale({
    commandId: newCommandId(),
    sale: {
      name: 'Verkauf',
      day: day as never,
      paidCents,
      taxCents: 0,
      refundedCents: 0,
      origin: { kind: 'channel', channelId },
      campaignId: null,
    },
  })

describe('imports', () => {
  test('what one file of an import brings is not missing in the next', async () => {
    const [bea, anna] = ['Bea', 'Anna'].map((user) => (day: number) => ({ user, day: `2026-01-0${day}` }))
    await importBytes(host.client, [{ name: 'b.csv', bytes: hours(bea!(5), bea!(6), bea!(7)) }])
    const files = [hours(anna!(5), anna!(6), anna!(7)), hours(bea!(5), bea!(7))]
    await importBytes(
      host.client,
      files.map((bytes, index) => ({ name: `${index}.csv`, bytes })),
      { removeGone: true },
    )
    expect((await summary('person')).rows.find((row) => row.key === 'Anna')?.seconds).toBe(3 * 3600)
  })

  test('a person keeps her hours and her rate under a new name', async () => {
    await importBytes(host.client, [{ name: '1.csv', bytes: hours({ user: 'C. Chef', day: '2026-01-05' }) }])
    const [person] = (await host.client.settings.people()).people
    await host.client.settings.updatePerson({
      commandId: newCommandId(),
      id: person!.id,
      patch: { name: 'Geschäftsführung' },
    })
    await host.client.settings.setRate({
      commandId: newCommandId(),
      personId: person!.id,
      validFrom: '2026-01-01',
      centsPerHour: 9600,
      basis: null,
    })
    const mapping: MappingAnswer = { source: 'project', value: 'Instagram', target: { kind: 'none' } }
    await host.client.imports.remap({ commandId: newCommandId(), mapping })
    await importBytes(host.client, [{ name: '2.csv', bytes: hours({ user: 'C. Chef', day: '2026-02-05' }) }])
    expect((await summary('person')).rows).toMatchObject([{ key: 'Geschäftsführung', labourCents: 192_00 }])
  })

  test('an answer for a channel that was removed is not taken for the next channel', async () => {
    const file = { name: '1.csv', bytes: hours({ day: '2026-01-05' }) }
    const { batchIds } = await importBytes(host.client, [file])
    await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! })
    const [made] = await host.client.settings.channels()
    await host.client.settings.removeChannel({ commandId: newCommandId(), id: made!.id })
    await host.client.settings.addChannel({ commandId: newCommandId(), network: 'youtube', name: 'Ganz anderer Kanal' })
    await importBytes(host.client, [file])
    expect((await summary('channel')).rows.map((row) => row.key)).not.toContain('Ganz anderer Kanal')
  })

  test('answers hold however many words there are', async () => {
    const mapping: MappingAnswer = {
      source: 'project',
      value: 'Kundenpflege',
      target: { kind: 'newChannel', network: 'facebook', name: 'Facebook' },
    }
    await importBytes(host.client, [{ name: '1.csv', bytes: hours({ project: 'Kundenpflege', day: '2026-01-05' }) }], {
      mappings: [mapping],
    })
    await host.backend.ledger.run('words', newCommandId(), (db) => {
      const add = db.prepare<[string]>(
        `INSERT INTO value_mapping (source, value, target) VALUES ('activity', ?, '{"kind":"activity","activity":null}')`,
      )
      for (let n = 0; n < 5_000; n++) add.run(`Wort ${n}`)
      return null
    })
    await importBytes(host.client, [{ name: '2.csv', bytes: hours({ project: 'Kundenpflege', day: '2026-01-06' }) }])
    expect((await summary('channel')).rows).toMatchObject([{ key: 'Facebook', seconds: 7200 }])
  })

  test('a mail in front does not make a network something else', async () => {
    const bytes = orders(
      { n: 1, utm: 'utm_source: instagram\nutm_medium: email' },
      { n: 2, utm: 'utm_source: instagram\nutm_medium: social' },
    )
    await importBytes(host.client, [{ name: 's.csv', bytes }])
    expect((await summary('channel')).rows).toMatchObject([{ key: 'Instagram', orders: 1 }])
  })

  test('an import whose removed rows came back is not taken back before the one that brought them', async () => {
    const [all, fewer] = [orders({ n: 1 }, { n: 2 }), orders({ n: 1 })]
    await importBytes(host.client, [{ name: '1.csv', bytes: all }])
    const { batchIds } = await importBytes(host.client, [{ name: '2.csv', bytes: fewer }], { removeGone: true })
    await importBytes(host.client, [{ name: '3.csv', bytes: all }])
    await expect(
      host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0]! }),
    ).rejects.toMatchObject({ code: 'import_superseded' })
  })

  test('half a file is not read as a whole one', async () => {
    const bytes = hours({ day: '2026-01-05' }, { day: '2026-01-06' })
    const { handle } = await host.client.imports.stage({ name: 'a.csv', bytes: bytes.length })
    await host.client.imports.append({
      handle,
      base64: bytes.subarray(0, bytes.indexOf('2026-01-06')).toString('base64'),
    })
    await expect(host.client.imports.inspect({ files: [{ handle }] })).rejects.toMatchObject({ code: 'file_gone' })
  })

  test('a file is forgotten once it is imported, also when nobody listens on', async () => {
    const handle = await stageFile(host.client, 'a.csv', hours({ day: '2026-01-05' }))
    for await (const event of await host.client.imports.commit({
      commandId: newCommandId(),
      files: [{ handle }],
      mappings: [],
    }))
      if (event.kind === 'done') break
    expect(() => host.backend.stagedFiles.describe(handle)).toThrow()
  })
})

describe('undo', () => {
  test('does not overwrite what another process changed since', async () => {
    const rate = (client: DirectHost['client'], centsPerHour: number) =>
      client.settings.setRate({
        commandId: newCommandId(),
        personId: null,
        validFrom: '2026-01-01',
        centsPerHour,
        basis: null,
      })
    await rate(host.client, 1000)
    const mine = await rate(host.client, 2000)
    const other = makeBackend(host.folder, host.path)
    await other.openLedger(host.path)
    await rate(directClient(other), 3000)
    other.close()
    await expect(undo(mine.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
    expect((await host.client.settings.people()).defaultRates[0]?.centsPerHour).toBe(3000)
  })

  test('of a rename whose old name is taken, or of an import others build on, is a conflict', async () => {
    const id = await channel('Alt')
    const renamed = await host.client.settings.updateChannel({ commandId: newCommandId(), id, patch: { name: 'Neu' } })
    await channel('Alt')
    await expect(undo(renamed.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
    const { receipt } = await importBytes(host.client, [{ name: '1.csv', bytes: hours({ day: '2026-01-05' }) }])
    await importBytes(host.client, [{ name: '2.csv', bytes: hours({ day: '2026-02-05' }) }])
    await expect(undo(receipt.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
  })
})

describe('the result', () => {
  test('the verdict does not depend on what was undone', async () => {
    const [instagram, tiktok] = [await channel('A'), await channel('B')]
    await sale('2026-01-05', tiktok)
    for (let n = 0; n < 24; n++)
      await sale(new Date(Date.UTC(2026, 5, 1 + n * 3)).toISOString().slice(0, 10), instagram, 100_00 + n * 100)
    const verdict = async () =>
      (await host.client.result.confidence({ period, model: 'last' })).rows.find((row) => row.id === instagram)?.verdict
    const before = await verdict()
    expect(before?.kind).toBe('earns')
    await undo((await sale('2026-01-06', instagram)).commandId)
    expect(await verdict()).toEqual(before)
  })

  test('the curve ends at the result, also in a century', async () => {
    const id = await channel('A')
    await sale('1926-09-01', id)
    await sale('2026-09-01', id)
    await host.client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        kind: 'tool',
        name: 'Planer',
        cents: 1000,
        startsOn: '2026-09-01' as never,
        endsOn: null,
        repetition: 'monthly',
        channelId: null,
        campaignId: null,
        scope: 'social',
        note: '',
      },
    })
    const whole = { from: '1926-01-01', to: '2026-12-31' }
    const { totals } = await host.client.result.summary({ period: whole, model: 'last', by: 'channel' })
    expect((await host.client.result.confidence({ period: whole, model: 'last' })).cumulative.at(-1)?.cents).toBe(
      totals.resultCents,
    )
  })
})

describe('the ledger', () => {
  test('is found in capital and small letters, umlauts too', async () => {
    await host.client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        kind: 'tool',
        name: 'Übersetzung',
        cents: 100,
        startsOn: '2026-01-01' as never,
        endsOn: null,
        repetition: 'once',
        channelId: null,
        campaignId: null,
        scope: 'social',
        note: '',
      },
    })
    expect((await host.client.ledger.lines({ filter: { period, text: 'übersetzung' } })).lines).toHaveLength(1)
  })

  test('pages hold every line once, and add up to the sums of the first', async () => {
    await importBytes(host.client, [readFixture('toggl-detailed.csv')])
    const seen = new Set<number>()
    let [cursor, seconds]: [{ day: never; id: number } | null, number] = [null, 0]
    const { sums } = await host.client.ledger.lines({ filter: { period } })
    do {
      const page = await host.client.ledger.lines({ filter: { period }, cursor, limit: 37 })
      for (const line of page.lines) {
        seen.add(line.id)
        seconds += line.seconds
      }
      cursor = page.next as typeof cursor
    } while (cursor)
    expect([seen.size, seconds]).toEqual([sums?.count, sums?.seconds])
  })

  test('more campaigns than a page shows still add up', async () => {
    const utm = (n: number) => `utm_source: instagram\nutm_medium: social\nutm_campaign: aktion-${n}`
    const many = Array.from({ length: 2_050 }, (_, index) => ({ n: index + 1, utm: utm(index) }))
    await importBytes(host.client, [{ name: 's.csv', bytes: orders(...many) }])
    const { rows, totals } = await host.client.result.summary({ period, model: 'last', by: 'campaign' })
    expect(rows).toHaveLength(600)
    expect(rows.reduce((sum, row) => sum + row.netCents, 0)).toBe(totals.netCents)
    expect(rows.at(-1)?.key).toBeNull()
  })

  test('campaigns that differ only far into their names stay apart', async () => {
    const name = (end: string) => `${'lang-'.repeat(30)}${end}`
    const utm = (end: string) => `utm_source: instagram\nutm_medium: social\nutm_campaign: ${name(end)}`
    await importBytes(host.client, [{ name: 's.csv', bytes: orders({ n: 1, utm: utm('a') }, { n: 2, utm: utm('b') }) }])
    expect(await host.client.settings.campaigns()).toHaveLength(2)
  })

  test('an import that is sent again answers its receipt', async () => {
    const handle = await stageFile(host.client, 's.csv', orders({ n: 1 }))
    const commandId = newCommandId()
    const send = async () => {
      for await (const event of await host.client.imports.commit({ commandId, files: [{ handle }], mappings: [] })) {
        if (event.kind === 'done') return event.receipt
      }
      return null
    }
    const first = await send()
    expect(first).not.toBeNull()
    expect(await send()).toEqual(first)
    expect(await host.client.imports.batches()).toHaveLength(1)
  })

  test('the check sees a wrong coverage', async () => {
    await importBytes(host.client, [{ name: 's.csv', bytes: orders({ n: 1 }) }])
    await host.backend.ledger.withWriter((db) => db.prepare('UPDATE coverage_day SET net_cents = 1').run())
    expect((await host.client.ledger.verify()).isSound).toBe(false)
  })

  test('a ledger that could not be finished leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gegenwert-new-'))
    const backend = makeBackend(folder, undefined)
    const settings = {
      name: {
        toJSON: () => {
          throw new Error('in the middle')
        },
      } as never,
    }
    await expect(backend.createLedger(join(folder, 'neu.gegenwert'), settings)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
    backend.close()
    rmSync(folder, { recursive: true })
  })
})

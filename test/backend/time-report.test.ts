// Reports of hours, each against sums over the ledger's lines that are worked out here and nowhere else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryFilter, ReportKey } from '../../shared/contract/time-entries.ts'
import { REPORT_KEYS } from '../../shared/contract/time-entries.ts'
import type { Activity } from '../../shared/domain/activity.ts'
import { mondayOf, toDay, type Period } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { addRow, changeRow, workOn } from '../support/ledger-sources.ts'
import { openRandomHistory } from '../support/random-history.ts'

interface Line {
  readonly day: string
  readonly scope: string
  readonly kind: string
  readonly cents: number
  readonly seconds: number
  readonly is_priced: number
  readonly person_id: number | null
  readonly activity: string | null
  readonly channel_id: number | null
  readonly campaign_id: number | null
  readonly post_id: number | null
  readonly conversation_id: number | null
  readonly client_id: number | null
  readonly department_id: number | null
  readonly source_kind: string
  readonly source_id: number
}

interface Entry {
  readonly id: number
  readonly project_id: number | null
  readonly is_billable: number
  readonly is_estimate: number
  readonly invoice_id: number | null
  readonly note: string
}

const period = (from: string, to: string): Period => ({ from: toDay(from), to: toDay(to) })
const ALL = period('2025-01-01', '2026-12-31')
const NAMES = [
  'person',
  'channel',
  'campaign',
  'post',
  'conversation',
  'client',
  'department',
] as const satisfies readonly string[]

/** The labour lines that match, with the entry behind each. */
function matching({ backend }: DirectHost, filter: EntryFilter & { period: Period }) {
  const { reader } = backend.ledger
  const entries = new Map(
    reader
      .prepare<[], Entry>('SELECT * FROM time_entry')
      .all()
      .map((entry) => [entry.id, entry]),
  )
  const lines = reader.prepare<[], Line>("SELECT * FROM ledger_line WHERE kind = 'labour'").all()
  return lines
    .map((line) => ({ line, entry: line.source_kind === 'time' ? entries.get(line.source_id) : undefined }))
    .filter(({ line, entry }) => {
      const wanted = (name: (typeof NAMES)[number]) => filter[`${name}Id`]
      return (
        line.day >= filter.period.from &&
        line.day <= filter.period.to &&
        NAMES.every((name) => wanted(name) === undefined || wanted(name) === line[`${name}_id`]) &&
        (filter.activity === undefined || filter.activity === line.activity) &&
        (filter.scope === undefined || filter.scope === line.scope) &&
        (filter.projectId === undefined || filter.projectId === (entry?.project_id ?? null)) &&
        (filter.isBillable === undefined || filter.isBillable === (entry?.is_billable === 1)) &&
        (filter.isEstimate === undefined || filter.isEstimate === (entry?.is_estimate === 1)) &&
        (filter.isInvoiced === undefined || filter.isInvoiced === ((entry?.invoice_id ?? null) !== null)) &&
        (filter.text === undefined || (entry?.note ?? '').toLowerCase().includes(filter.text.toLowerCase()))
      )
    })
}

type Matched = ReturnType<typeof matching>[number]

function keyOf(by: ReportKey, { line, entry }: Matched): string | number | null {
  if (by === 'activity') return line.activity
  if (by === 'day') return line.day
  if (by === 'week') return mondayOf(toDay(line.day))
  if (by === 'project') return entry?.project_id ?? null
  return line[`${by}_id`]
}

function sumOf(lines: readonly Matched[]) {
  const sum = (of: (line: Line) => number) => lines.reduce((total, { line }) => total + of(line), 0)
  return {
    count: lines.length,
    seconds: sum((line) => line.seconds),
    cents: sum((line) => line.cents),
    unpricedSeconds: sum((line) => (line.is_priced === 1 ? 0 : line.seconds)),
  }
}

/** What is answered and what is so: both in the order of their keys. */
async function askedAndTrue(host: DirectHost, filter: EntryFilter & { period: Period }, by: ReportKey) {
  const report = await host.client.time.report({ filter, by })
  const lines = matching(host, filter)
  const wanted = [...Map.groupBy(lines, (line) => keyOf(by, line))]
    .map(([key, group]) => ({ key, ...sumOf(group) }))
    .filter(({ seconds, cents }) => seconds !== 0 || cents !== 0)
  const answered = report.rows.map(({ key, count, seconds, cents, unpricedSeconds }) => {
    return { key, count, seconds, cents, unpricedSeconds }
  })
  const inOrder = (a: { key: unknown }, b: { key: unknown }) => (String(a.key) < String(b.key) ? -1 : 1)
  return [
    { by, sums: report.sums, rows: answered.toSorted(inOrder) },
    { by, sums: sumOf(lines), rows: wanted.toSorted(inOrder) },
  ]
}

/** A company with everything a report can be asked for, a closed month and what was corrected in it. */
async function openHistory(): Promise<DirectHost> {
  const host = await openRandomHistory(11)
  const { client } = host
  const agency = await addRow(host, 'project', { name: 'Relaunch', client_id: 1, planned_minutes: 600 })
  const shop = await addRow(host, 'project', { name: 'Shop' })
  await host.backend.ledger.run('test.mark', newCommandId(), (db) => {
    db.prepare<[number, number]>(
      `UPDATE time_entry SET project_id = CASE id % 5 WHEN 0 THEN ? WHEN 1 THEN ? END, is_billable = id % 2, is_estimate = id % 7 = 0,
         note = CASE id % 3 WHEN 0 THEN 'Äpfel ' || id ELSE 'Birnen' END`,
    ).run(agency.id, shop.id)
    return null
  })
  // An entry over several posts has a line for each.
  const shared = host.backend.ledger.reader
    .prepare<[], { id: number }>('SELECT id FROM time_entry WHERE id % 13 = 0')
    .all()
  for (const { id } of shared) {
    await changeRow(host, 'time_entry', id, { post_id: null, conversation_id: null })
    for (const position of [1, 2, 3])
      await addRow(host, 'time_share', { entry_id: id, position, post_id: position + 1, weight: position })
  }
  const invoice = { client_id: 1, number: '7', from_day: '2026-01-01', to_day: '2026-01-31', locked_at: 1 }
  const made = await addRow(host, 'invoice', { ...invoice, raw_seconds: 0, billed_seconds: 0, cents: 0 })
  await host.backend.ledger.run('test.invoice', newCommandId(), (db) => {
    db.prepare<[number]>('UPDATE time_entry SET invoice_id = ? WHERE id % 10 = 5').run(made.id)
    return null
  })
  const byHand = {
    day: '2026-03-03',
    scope: 'social',
    kind: 'labour',
    cents: 4_711,
    seconds: 3_600,
    personId: 1,
  } as const
  const without = {
    channelId: 1,
    campaignId: null,
    postId: null,
    conversationId: null,
    clientId: null,
    departmentId: null,
  }
  const manual = {
    ...byHand,
    ...without,
    activity: 'dialogue' as Activity,
    text: 'Messe',
    reversesLineId: null,
    correctsLineId: null,
  }
  await client.ledger.addManualLine({ commandId: newCommandId(), line: manual })
  await client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-02', withEarlier: true })
  // What a closed month's work was for may change: the open time gets a reversal and the line that stands for it.
  const closed = host.backend.ledger.reader
    .prepare<[], { id: number }>(
      "SELECT id FROM time_entry WHERE day BETWEEN '2026-01-01' AND '2026-02-28' ORDER BY id LIMIT 6",
    )
    .all()
  for (const { id } of closed)
    await changeRow(host, 'time_entry', id, { activity: 'learning', channel_id: 2, post_id: null })
  return host
}

describe('sums are those of the labour lines, to the cent and the second', () => {
  let host: DirectHost
  beforeAll(async () => void (host = await openHistory()))
  afterAll(() => host.close())

  const filters: readonly (readonly [string, EntryFilter])[] = [
    ['everything', {}],
    ['other work', { scope: 'other' }],
    ['a channel', { channelId: 2 }],
    ['no channel', { channelId: null }],
    ['a person and an activity', { personId: 1, activity: 'content' }],
    ['no activity', { activity: null }],
    ['a post', { postId: 3 }],
    ['no post', { postId: null, clientId: 1 }],
    ['a conversation', { conversationId: 2 }],
    ['a project', { projectId: 1 }],
    ['no project', { projectId: null }],
    ['billable and not invoiced', { isBillable: true, isInvoiced: false }],
    ['invoiced', { isInvoiced: true }],
    ['measured', { isEstimate: false }],
    ['words', { text: 'ÄPFEL 1' }],
    ['a department and a campaign', { departmentId: 1, campaignId: null }],
  ]
  const periods = [
    ALL,
    period('2026-01-01', '2026-03-31'),
    period('2025-12-17', '2026-09-02'),
    period('2026-02-11', '2026-02-11'),
  ]

  test.each(filters)('%s', async (_name, filter) => {
    for (const asked of periods) {
      for (const by of REPORT_KEYS) {
        const [answered, wanted] = await askedAndTrue(host, { ...filter, period: asked }, by)
        expect(answered).toEqual(wanted)
      }
    }
  })

  test('corrections of the closed months and work entered by hand are among them', async () => {
    const corrections = host.backend.ledger.reader
      .prepare<[]>("SELECT count(*) FROM ledger_line WHERE kind = 'labour' AND for_day IS NOT NULL")
      .pluck()
      .get()
    expect(corrections).toBeGreaterThan(6)
    const { byHand } = await host.client.time.report({ filter: { period: ALL }, by: 'person' })
    expect(byHand).toEqual({ seconds: 3_600, cents: 4_711 })
    const elsewhere = await host.client.time.report({ filter: { period: ALL, channelId: 2 }, by: 'person' })
    expect(elsewhere.byHand).toEqual({ seconds: 0, cents: 0 })
  })

  test('the dialogue share is of social work on the channels', async () => {
    const social = matching(host, { period: ALL, scope: 'social' })
    const secondsOf = (activities: readonly string[]) =>
      sumOf(social.filter(({ line }) => activities.includes(line.activity ?? ''))).seconds
    const share = secondsOf(['dialogue']) / secondsOf(['dialogue', 'content', 'publishing', 'ads'])
    const report = await host.client.time.report({ filter: { period: ALL }, by: 'channel' })
    expect(report.dialogueShareBasisPoints).toBe(Math.round(share * 10_000))
    const { dialogue } = await host.client.result.insights({ period: ALL, model: 'last' })
    expect(report.dialogueShareBasisPoints).toBe(dialogue.share)
    const planning = await host.client.time.report({ filter: { period: ALL, activity: 'planning' }, by: 'day' })
    expect(planning.dialogueShareBasisPoints).toBeNull()
  })
})

describe('rows', () => {
  let host: DirectHost
  let person: number
  beforeAll(async () => {
    host = await openDirectHost()
    person = (await addRow(host, 'person', { name: 'Lena' })).id
    await addRow(host, 'cost_rate', { person_id: null, valid_from: '2019-01-01', cents_per_hour: 3_600 })
  })
  afterAll(() => host.close())

  test('of weeks follow each other, over the turn of a year with 53 weeks', async () => {
    for (const day of ['2020-12-27', '2020-12-28', '2021-01-03', '2021-01-04'])
      await addRow(host, 'time_entry', workOn(day, person))
    const filter = { period: period('2020-12-01', '2021-01-31') }
    const { rows } = await host.client.time.report({ filter, by: 'week' })
    expect(rows.map(({ key, seconds }) => [key, seconds / 3_600])).toEqual([
      ['2020-12-21', 10],
      ['2020-12-28', 20],
      ['2021-01-04', 10],
    ])
  })

  test('set all that was ever logged beside what was planned', async () => {
    const post = await addRow(host, 'post', { title: 'Reel', planned_minutes: 300 })
    const other = await addRow(host, 'post', { title: 'Ohne Plan' })
    const project = await addRow(host, 'project', { name: 'Relaunch', planned_minutes: 6_000 })
    await addRow(host, 'time_entry', workOn('2022-03-01', person, { post_id: post.id, project_id: project.id }))
    await addRow(host, 'time_entry', workOn('2022-04-01', person, { post_id: post.id, project_id: project.id }))
    await addRow(host, 'time_entry', workOn('2022-04-02', person, { post_id: other.id }))
    const april = { period: period('2022-04-01', '2022-04-30') }
    const { rows } = await host.client.time.report({ filter: april, by: 'post' })
    expect(rows.find(({ key }) => key === post.id)).toMatchObject({
      name: 'Reel',
      seconds: 36_000,
      plannedSeconds: 18_000,
      actualSeconds: 72_000,
    })
    expect(rows.find(({ key }) => key === other.id)).toMatchObject({ plannedSeconds: null, actualSeconds: null })
    const projects = await host.client.time.report({ filter: april, by: 'project' })
    expect(projects.rows).toEqual([
      expect.objectContaining({ key: project.id, name: 'Relaunch', plannedSeconds: 360_000, actualSeconds: 72_000 }),
      expect.objectContaining({ key: null, seconds: 36_000 }),
    ])
  })

  test('without a rate say so', async () => {
    await addRow(host, 'time_entry', workOn('2018-05-02', person))
    const filter = { period: period('2018-05-01', '2018-05-31') }
    const { rows, sums } = await host.client.time.report({ filter, by: 'person' })
    expect(rows).toEqual([
      expect.objectContaining({ name: 'Lena', seconds: 36_000, cents: 0, unpricedSeconds: 36_000 }),
    ])
    expect(sums.unpricedSeconds).toBe(36_000)
  })
})

/** What the moderation log takes: queue, search, capture, figures, its table, and the erasure of one handle, with few and with many conversations. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { FIGURE_GROUPINGS } from '../../shared/domain/figure-measures.ts'
import { addDays, type Period } from '../../shared/domain/day.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { makeBackend, newCommandId, TEST_NOW } from '../support/direct-host.ts'
import { LOGS, TEN_YEARS, type LogName } from './datasets.ts'
import { nowMs, type Measurement } from './measure.ts'
import { compared, inTurns } from './time-benches.ts'

export interface LogFile {
  readonly conversations: number
  readonly path: string
}

export function logFiles(pathOf: (name: LogName) => string): LogFile[] {
  return (Object.keys(LOGS) as LogName[]).map((name) => ({
    conversations: LOGS[name].conversations,
    path: pathOf(name),
  }))
}

interface Case {
  readonly what: string
  readonly ask: (client: Client, conversations: number) => Promise<unknown>
}

/** What takes long is asked less often. */
const FEW_RUNS = 3

const { from, to } = TEN_YEARS.period
const PERIODS: readonly (readonly [name: string, period: Period])[] = [
  ['a month', { from: addDays(to, -30), to }],
  ['a year', { from: addDays(to, -364), to }],
  ['ten years', { from, to }],
]

const QUEUE: readonly Case[] = [
  { what: 'queue: open, first page', ask: ({ moderation }) => moderation.list({ list: 'open' }) },
  { what: 'queue: done, first page', ask: ({ moderation }) => moderation.list({ list: 'done' }) },
  { what: 'queue: counts', ask: ({ moderation }) => moderation.counts() },
  {
    what: 'search: a word of a third, among the done',
    ask: ({ moderation }) => moderation.list({ list: 'done', filter: { text: 'lieferung' } }),
  },
  {
    what: 'search: a rare number, among the done',
    ask: ({ moderation }) => moderation.list({ list: 'done', filter: { text: '77123' } }),
  },
  {
    what: 'search: two words, one begun, among the open',
    ask: ({ moderation }) => moderation.list({ list: 'open', filter: { text: 'bestellung lief' } }),
  },
  { what: 'detail', ask: ({ moderation }, conversations) => moderation.detail({ id: conversations - 5_000 }) },
]

const FIGURES: readonly Case[] = PERIODS.flatMap(([name, period]) => [
  ...FIGURE_GROUPINGS.map((by) => ({
    what: `figures of ${name} by ${by}`,
    ask: ({ moderation }: Client) => moderation.figures({ filter: { period }, by }),
  })),
  { what: `complaints of ${name}`, ask: ({ moderation }: Client) => moderation.complaints({ filter: { period } }) },
  { what: `services of ${name}`, ask: ({ moderation }: Client) => moderation.services({ filter: { period } }) },
  {
    what: `rows behind late answers of ${name}`,
    ask: ({ moderation }: Client) => moderation.figureRows({ filter: { period }, measure: 'late' }),
  },
])

interface OpenedLog extends LogFile {
  readonly backend: Backend
  readonly client: Client
}

/** Medians of runs taken in turns on the logs; the first is the base of the ratios. */
export async function benchModeration(folder: string, files: readonly LogFile[]): Promise<Measurement[]> {
  const logs = await Promise.all(files.map((file) => openLog(folder, file)))
  const rows: Measurement[] = []
  for (const { what, ask } of [...QUEUE, capture(), ...FIGURES]) {
    const runs = what.includes('ten years') ? FEW_RUNS : undefined
    rows.push(await measure(logs, what, ({ client, conversations }) => ask(client, conversations), runs))
  }
  rows.push(await measure(logs, 'the whole log as CSV', ({ client }) => readAll(client), FEW_RUNS))
  for (const { backend } of logs) backend.close()
  return rows
}

async function openLog(folder: string, file: LogFile): Promise<OpenedLog> {
  const backend = makeBackend(folder, file.path)
  await backend.openLedger(file.path)
  return { ...file, backend, client: directClient(backend) }
}

async function measure(
  logs: readonly OpenedLog[],
  what: string,
  ask: (log: OpenedLog) => Promise<unknown>,
  runs?: number,
): Promise<Measurement> {
  return compared(
    what,
    await inTurns(
      logs.map((log) => () => ask(log)),
      runs,
    ),
  )
}

/** Each run notes one more; a few more among so many change nothing about the rest. */
function capture(): Case {
  return {
    what: 'capture one',
    ask: ({ moderation }) =>
      moderation.capture({
        commandId: newCommandId(),
        conversation: conversationDraft(TEST_NOW - 60_000, { channelId: 1, handle: 'person.1' }),
      }),
  }
}

async function readAll({ moderation }: Client): Promise<number> {
  let length = 0
  for await (const piece of await moderation.exportConversations({ filter: {}, language: 'de' }))
    if (piece.kind === 'piece') length += piece.text.length
  return length
}

const ERASURES = 3

/** Of a copy each time: what is erased once is gone. Until it is gone from the ledger, and until the whole file is written anew. */
export async function benchErasure(folder: string, files: readonly LogFile[]): Promise<Measurement[]> {
  const gone = files.map((): number[] => [])
  const writtenAnew = files.map((): number[] => [])
  for (let run = 0; run < ERASURES; run++)
    for (const [index, { path }] of files.entries()) {
      // A folder of its own: what is kept of erasures there is replayed in every ledger of the same origin, as drawn ones are.
      const home = mkdtempSync(join(folder, `erasing-${index}-`))
      const copy = join(home, 'log.gegenwert')
      copyFileSync(path, copy)
      const log = await openLog(home, { conversations: 0, path: copy })
      const name = someoneWhoWrote(log, run)
      const start = nowMs()
      await erase(log.client, name, () => gone[index]?.push(nowMs() - start))
      writtenAnew[index]?.push(nowMs() - start)
      log.backend.close()
      rmSync(home, { recursive: true })
    }
  return [
    compared('erasure of one handle, until it is in no table', gone),
    compared('with the file written anew', writtenAnew),
  ]
}

function someoneWhoWrote({ backend }: OpenedLog, which: number): string {
  const name = backend.ledger.reader
    .prepare<[number], string>(
      `SELECT handle FROM contact_handle WHERE EXISTS (SELECT 1 FROM conversation WHERE conversation.contact_id = contact_handle.contact_id)
       ORDER BY id LIMIT 1 OFFSET ?`,
    )
    .pluck()
    .get(which)
  if (name === undefined) throw new Error('nobody wrote')
  return name
}

async function erase({ moderation }: Client, name: string, onGone: () => void): Promise<void> {
  for await (const event of await moderation.erasePerson({ commandId: newCommandId(), name })) {
    if (event.kind === 'progress' && event.step === 'file') onGone()
    if (event.kind !== 'done') continue
    if (event.conversations === 0) throw new Error(`nobody called ${name}`)
    if (!event.isWiped) throw new Error('the file was not written anew')
  }
}

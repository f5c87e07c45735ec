// Figures of the moderation log: a month worked out by hand, and any question about a drawn log against the rules of the domain.
import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import {
  type FigureFilter,
  type FigureGrouping,
  type FigureMeasure,
  type FigureRow,
  type GroupKey,
  type ModerationFigures,
} from '../../shared/contract/moderation-figures.ts'
import { FIGURE_GROUPINGS, FIGURE_MEASURES } from '../../shared/domain/figure-measures.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { CONVERSATION_KINDS } from '../../shared/domain/conversation.ts'
import { addDays, daysBetween, mondayOf, type Day } from '../../shared/domain/day.ts'
import { figuresBy, type ResponseFigures, type ResponseRow } from '../../shared/domain/response-figures.ts'
import { scaleDataset, TEN_YEARS } from '../bench/datasets.ts'
import { makeLedger } from '../bench/make-ledger.ts'
import { makeBackend, TEST_NOW } from '../support/direct-host.ts'

const SIZE = scaleDataset(TEN_YEARS, 0.012)

let folder = ''
let backend: Backend
let client: Client
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-figures-'))
  const { path } = makeLedger(folder, 'log', SIZE)
  backend = makeBackend(folder, path)
  await backend.openLedger(path)
  client = directClient(backend)
})
afterAll(() => {
  backend.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Stored extends ResponseRow {
  readonly id: number
  readonly keys: Readonly<Record<FigureGrouping, readonly GroupKey[]>>
  readonly clientId: number | null
  readonly day: Day
}

/** The log read row by row, without any of the statements under test. */
function readLog(): Stored[] {
  const { reader } = backend.ledger
  const all = (sql: string) => reader.prepare<[], Record<string, number & string>>(sql).all()
  const grouped = (rows: Record<string, number & string>[], key: string) => Map.groupBy(rows, (row) => row[key])
  const topics = grouped(all('SELECT * FROM conversation_topic'), 'conversation_id')
  const nexts = grouped(all('SELECT * FROM next_response'), 'conversation_id')
  const lines = grouped(all("SELECT * FROM ledger_line WHERE kind <> 'revenue'"), 'conversation_id')
  return all('SELECT * FROM conversation').map((row): Stored => {
    const id = row['id']!
    const isBatch = row['batch_count'] !== null
    const count = isBatch ? Number(row['batch_count']) : 1
    const next = nexts.get(id) ?? []
    const day = row['day'] as unknown as Day
    return {
      id,
      isBatch,
      count,
      answers: isBatch
        ? count
        : (row['first_answered_at'] === null ? 0 : 1) + next.filter((n) => n['answered_at'] !== null).length,
      dueAt: row['first_due_at']!,
      answeredAt: row['first_answered_at']!,
      isDone: row['status'] === ('done' as never),
      doneAt: row['resolved_at']!,
      hasMeasure: row['measure'] !== null,
      firstSeconds: row['first_response_seconds']!,
      nextSeconds: next.flatMap((n) => (n['response_seconds'] === null ? [] : [n['response_seconds']!])),
      resolutionSeconds: row['resolution_seconds']!,
      sentiment: row['sentiment'] as never,
      costCents: (lines.get(id) ?? []).reduce((sum, line) => sum + line['cents']!, 0),
      keys: {
        channel: [row['channel_id']!],
        kind: [row['kind']!],
        topic: topics.get(id)?.map((link) => link['topic_id']!) ?? [null],
        weekday: [daysBetween(mondayOf(day), day)],
        hour: [row['hour']!],
        department: [row['department_id']!],
      },
      clientId: row['client_id']!,
      day,
    }
  })
}

function matches(row: Stored, { period, channelId, kind, topicId, clientId }: FigureFilter): boolean {
  return (
    row.day >= period.from &&
    row.day <= period.to &&
    (channelId === undefined || row.keys.channel.includes(channelId)) &&
    (kind === undefined || row.keys.kind.includes(kind)) &&
    (topicId === undefined || row.keys.topic.includes(topicId)) &&
    (clientId === undefined || row.clientId === clientId)
  )
}

/** What the domain says, in the words of the contract. */
function expectedOf(figures: ResponseFigures): Partial<ModerationFigures> {
  const { standings, sentiments } = figures
  return {
    conversations: figures.conversations,
    answers: figures.answers,
    unanswered: figures.unanswered,
    closedUnanswered: figures.closedUnanswered,
    first: figures.first,
    next: figures.next,
    resolution: figures.resolution,
    firstStanding: {
      inTime: standings['in-time'],
      late: standings.late,
      missed: standings.missed,
      withinBasisPoints: figures.withinTargetBasisPoints,
    },
    ...sentiments,
    positiveBasisPoints: figures.positiveBasisPoints,
    costPerAnswerCents: figures.costPerAnswerCents,
  }
}

const filters = fc
  .record(
    {
      start: fc.integer({ min: 0, max: daysBetween(SIZE.period.from, SIZE.period.to) }),
      length: fc.integer({ min: 1, max: 60 }),
      channelId: fc.constantFrom(1, 2, 3, null),
      kind: fc.constantFrom(...CONVERSATION_KINDS),
      topicId: fc.constantFrom(1, 5, 12, null),
      clientId: fc.constantFrom(1, 2, null),
    },
    { requiredKeys: ['start', 'length'] },
  )
  .map(({ start, length, ...rest }): FigureFilter => {
    const from = addDays(SIZE.period.from, start)
    return { period: { from, to: addDays(from, length - 1) }, ...rest }
  })

const ADDITIVE = [
  'rows',
  'conversations',
  'batches',
  'batched',
  'answered',
  'answers',
  'unanswered',
  'closedUnanswered',
  'positive',
  'neutral',
  'negative',
  'angry',
  'reachedNegative',
  'seconds',
  'costCents',
  'unpricedSeconds',
  'chargedSeconds',
  'chargedCents',
  'leads',
  'leadCents',
  'wonLeads',
  'wonLeadCents',
  'netCents',
] as const satisfies readonly (keyof ModerationFigures)[]

/** How many rows of the log, or how much, a measure of a figure says. */
const SAID: Readonly<Record<FigureMeasure, (figures: ModerationFigures) => number>> = {
  all: (f) => f.conversations,
  batches: (f) => f.batched,
  answered: (f) => f.answered,
  unanswered: (f) => f.unanswered,
  closedUnanswered: (f) => f.closedUnanswered,
  first: (f) => f.first.count,
  inTime: (f) => f.firstStanding.inTime,
  late: (f) => f.firstStanding.late,
  missed: (f) => f.firstStanding.missed,
  next: (f) => f.next.count,
  nextInTime: (f) => f.nextStanding.inTime,
  nextLate: (f) => f.nextStanding.late,
  nextMissed: (f) => f.nextStanding.missed,
  resolution: (f) => f.resolution.count,
  positive: (f) => f.positive,
  neutral: (f) => f.neutral,
  negative: (f) => f.negative,
  angry: (f) => f.angry,
  complaints: (f) => f.negative + f.angry,
  reachedNegative: (f) => f.reachedNegative,
  cost: (f) => f.costCents,
  charged: (f) => f.chargedCents,
  leads: (f) => f.leadCents,
  wonLeads: (f) => f.wonLeadCents,
  revenue: (f) => f.netCents,
}

async function allRows(question: Omit<Parameters<Client['moderation']['figureRows']>[0], 'cursor'>) {
  const first = await client.moderation.figureRows(question)
  const rows: FigureRow[] = [...first.rows]
  for (let { next } = first; next !== null;) {
    const page = await client.moderation.figureRows({ ...question, cursor: next })
    expect(page.sums).toBeNull()
    rows.push(...page.rows)
    next = page.next
  }
  return { rows, sums: first.sums! }
}

describe('for any question about a log', () => {
  test('figures of the whole and of each group are those of the domain', async () => {
    const log = readLog()
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...FIGURE_GROUPINGS), async (filter, by) => {
        const { total, groups } = await client.moderation.figures({ filter, by })
        const rows = log.filter((row) => matches(row, filter))
        const whole = figuresBy(rows, () => [true], TEST_NOW).get(true)
        if (whole) expect(total).toMatchObject(expectedOf(whole))
        else expect(total.rows).toBe(0)
        const expected = figuresBy(rows, (row) => row.keys[by], TEST_NOW)
        expect(new Set(groups.map(({ key }) => key))).toEqual(new Set(expected.keys()))
        for (const { key, figures } of groups) expect(figures).toMatchObject(expectedOf(expected.get(key)!))
      }),
      { numRuns: 60 },
    )
  })

  test('groups add up to the whole; of topics, where one may have several, to no less than it', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...FIGURE_GROUPINGS), async (filter, by) => {
        const { total, groups } = await client.moderation.figures({ filter, by, model: 'linear' })
        for (const name of ADDITIVE) {
          const sum = groups.reduce((added, { figures }) => added + figures[name], 0)
          if (by === 'topic') expect(sum, name).toBeGreaterThanOrEqual(total[name])
          else expect(sum, name).toBe(total[name])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the rows behind a bar come to what it says, page by page, none twice, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...FIGURE_GROUPINGS),
        fc.constantFrom(...FIGURE_MEASURES),
        fc.constantFrom(...ATTRIBUTION_MODELS),
        fc.nat(),
        async (filter, by, measure, model, pick) => {
          const { total, groups } = await client.moderation.figures({ filter, by, model })
          const group = groups[pick % (groups.length + 1)]
          const { rows, sums } = await allRows({
            filter,
            measure,
            model,
            limit: 7,
            ...(group && { group: { by, key: group.key } }),
          })
          const isCount = sums.value === null || ['first', 'inTime', 'late', 'resolution'].includes(measure)
          expect(isCount ? sums.conversations : sums.value).toBe(SAID[measure](group?.figures ?? total))
          expect(sums.rows).toBe(rows.length)
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
          const order = rows.map(({ value, day, id }) => [value ?? day, id] as const)
          expect(order).toEqual(order.toSorted(([a, x], [b, y]) => (a === b ? y - x : a < b ? 1 : -1)))
        },
      ),
      { numRuns: 120 },
    )
  })
})

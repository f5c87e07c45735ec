/** What the conversations of a period add up to, group by group: one pass over the index for each table that is asked. */
import type { FigureGrouping } from '../../../../../shared/contract/moderation-figures.ts'
import type { Connection } from '../../../database/connection.ts'
import {
  GROUP_KEYS,
  LINES,
  matching,
  MEASURED,
  NEXT_STANDINGS,
  SHARES,
  WEIGHT,
  type FigureQuestion,
} from './figure-conditions.ts'

type StoredKey = number | string | null

/** Conversations of a measure. */
const countOf = (measure: keyof typeof MEASURED) => `coalesce(sum(${WEIGHT}) FILTER (WHERE ${MEASURED[measure]}), 0)`
const CONVERSATION_COUNTS = {
  rows: 'count(*)',
  conversations: countOf('all'),
  batches: `count(*) FILTER (WHERE ${MEASURED.batches})`,
  batched: countOf('batches'),
  answered: countOf('answered'),
  unanswered: countOf('unanswered'),
  closedUnanswered: countOf('closedUnanswered'),
  inTime: countOf('inTime'),
  late: countOf('late'),
  missed: countOf('missed'),
  positive: countOf('positive'),
  neutral: countOf('neutral'),
  negative: countOf('negative'),
  angry: countOf('angry'),
  reachedNegative: countOf('reachedNegative'),
} as const
const NEXT_COUNTS = {
  nextAnswered: 'count(next.answered_at)',
  nextInTime: `count(*) FILTER (WHERE ${NEXT_STANDINGS.nextInTime})`,
  nextLate: `count(*) FILTER (WHERE ${NEXT_STANDINGS.nextLate})`,
  nextMissed: `count(*) FILTER (WHERE ${NEXT_STANDINGS.nextMissed})`,
} as const
const LINE_SUMS = {
  seconds: 'sum(line.seconds)',
  costCents: 'sum(line.cents)',
  unpricedSeconds: 'sum(CASE WHEN line.is_priced = 1 THEN 0 ELSE line.seconds END)',
  answeredCostCents: `coalesce(sum(line.cents) FILTER (WHERE ${MEASURED.answered}), 0)`,
  chargedSeconds: 'coalesce(sum(line.seconds) FILTER (WHERE line.department_id IS NOT NULL), 0)',
  chargedCents: 'coalesce(sum(line.cents) FILTER (WHERE line.department_id IS NOT NULL), 0)',
} as const
const LEAD_SUMS = {
  leads: 'count(*)',
  leadCents: 'sum(lead.value_cents)',
  wonLeads: "count(*) FILTER (WHERE lead.status = 'won')",
  wonLeadCents: "coalesce(sum(lead.value_cents) FILTER (WHERE lead.status = 'won'), 0)",
} as const
const SHARE_SUMS = {
  weight: 'sum(share.weight)',
  netCents: 'sum(share.net_cents)',
  contributionCents: 'coalesce(sum(share.contribution_cents), 0)',
  unpricedShares: 'sum(share.contribution_cents IS NULL)',
} as const
/** Lists of times, as text with commas: a single value for a group instead of a row for each. */
const CONVERSATION_TIMES = {
  first: 'group_concat(conversation.first_response_seconds)',
  resolution: 'group_concat(conversation.resolution_seconds)',
} as const
const NEXT_TIMES = { next: 'group_concat(next.response_seconds)' } as const

const COUNTS = { ...CONVERSATION_COUNTS, ...NEXT_COUNTS, ...LINE_SUMS, ...LEAD_SUMS, ...SHARE_SUMS }
export type CountName = keyof typeof COUNTS
const COUNT_NAMES = Object.keys(COUNTS) as CountName[]
export type TimeName = 'first' | 'resolution' | 'next'
const TIME_NAMES = ['first', 'resolution', 'next'] as const satisfies readonly TimeName[]

type SumRow = { readonly key: StoredKey } & Partial<Readonly<Record<CountName, number>>> &
  Partial<Readonly<Record<TimeName, string | null>>>

/** A sum that grows: groups are put together from parts, and the whole from groups. */
export class FigureSum {
  readonly counts = Object.fromEntries(COUNT_NAMES.map((name) => [name, 0])) as Record<CountName, number>
  readonly #times: Record<TimeName, number[][]> = { first: [], resolution: [], next: [] }

  addRow(row: SumRow): void {
    for (const name of COUNT_NAMES) this.counts[name] += row[name] ?? 0
    for (const name of TIME_NAMES) {
      const text = row[name]
      if (text) this.#times[name].push(JSON.parse(`[${text}]`) as number[])
    }
  }

  addSum(sum: FigureSum): void {
    for (const name of COUNT_NAMES) this.counts[name] += sum.counts[name]
    for (const name of TIME_NAMES) this.#times[name].push(...sum.#times[name])
  }

  times(name: TimeName): number[] {
    return this.#times[name].flat()
  }
}

/** By group, `null` as `by`: everything under the key null. */
export function readSums(
  db: Connection,
  question: FigureQuestion,
  by: FigureGrouping | null,
): Map<StoredKey, FigureSum> {
  const sums = new Map<StoredKey, FigureSum>()
  const { where, values } = matching(question)
  for (const sql of statements(by, where))
    for (const row of db.prepare<[object], SumRow>(sql).iterate(values)) {
      let sum = sums.get(row.key)
      if (!sum) sums.set(row.key, (sum = new FigureSum()))
      sum.addRow(row)
    }
  return sums
}

/**
 * Always from the conversations of the period to what belongs to them, by the index that holds all that is asked: their number is known to
 * be small where the period is short. Only leads are so few that they are read first.
 */
function statements(by: FigureGrouping | null, where: string): string[] {
  const key = by === null ? 'NULL' : GROUP_KEYS[by]
  const conversations = 'conversation INDEXED BY conversation_by_day'
  const group = by === null ? '' : 'GROUP BY 1'
  const sumsOf = (columns: Readonly<Record<string, string>>, from: string) =>
    `SELECT ${key} AS key, ${Object.entries(columns)
      .map(([name, sql]) => `${sql} AS ${name}`)
      .join(', ')}
     FROM ${from} WHERE ${where} ${group}`
  return [
    sumsOf({ ...CONVERSATION_COUNTS, ...CONVERSATION_TIMES }, conversations),
    sumsOf(
      { ...NEXT_COUNTS, ...NEXT_TIMES },
      `${conversations} CROSS JOIN next_response AS next ON next.conversation_id = conversation.id`,
    ),
    sumsOf(
      LINE_SUMS,
      `${conversations} CROSS JOIN ledger_line AS line INDEXED BY ledger_line_by_conversation ON ${LINES}`,
    ),
    sumsOf(LEAD_SUMS, 'lead CROSS JOIN conversation ON conversation.id = lead.conversation_id'),
    sumsOf(SHARE_SUMS, `${conversations} CROSS JOIN attribution_share AS share ON ${SHARES}`),
  ]
}

/** The conversations a figure counts. */
import type {
  FigureCursor,
  FigureGrouping,
  FigureMeasure,
  FigureRow,
  GroupKey,
} from '../../../../../shared/contract/moderation-figures.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import type { Connection } from '../../../database/connection.ts'
import { readRows } from '../queue-row.ts'
import {
  CHARGED_LINES,
  LINES,
  matching,
  MEASURED,
  NEXT_STANDINGS,
  ofGroup,
  SHARES,
  WEIGHT,
  type FigureQuestion,
} from './figure-conditions.ts'

export interface RowsQuestion extends FigureQuestion {
  readonly group?: { readonly by: FigureGrouping; readonly key: GroupKey } | undefined
  readonly measure: FigureMeasure
  readonly cursor: FigureCursor | null
  readonly limit: number
}

export interface RowsPage {
  readonly rows: FigureRow[]
  readonly next: FigureCursor | null
  readonly sums: { readonly rows: number; readonly conversations: number; readonly value: number | null } | null
}

const nextOf = (value: string, condition: string) =>
  `(SELECT ${value} FROM next_response AS next WHERE next.conversation_id = conversation.id AND ${condition})`
const centsOf = (lines: string) => `(SELECT coalesce(sum(line.cents), 0) FROM ledger_line AS line WHERE ${lines})`
const leadsOf = '(SELECT sum(lead.value_cents) FROM lead WHERE lead.conversation_id = conversation.id)'
const wonLeadsOf = `(SELECT sum(lead.value_cents) FROM lead WHERE lead.conversation_id = conversation.id AND lead.status = 'won')`
const sharesOf = `(SELECT sum(share.net_cents) FROM attribution_share AS share WHERE ${SHARES})`

interface Value {
  /** By what rows are ordered, the largest first. */
  readonly each: string
  /** What adds up to the figure. */
  readonly counted: string
}

/** Measures that are more than a number of conversations. The others are ordered by day. */
const VALUES: Partial<Readonly<Record<FigureMeasure, Value>>> = {
  first: { each: 'conversation.first_response_seconds', counted: '1' },
  inTime: { each: 'coalesce(conversation.first_response_seconds, 0)', counted: '1' },
  late: { each: 'coalesce(conversation.first_response_seconds, 0)', counted: '1' },
  resolution: { each: 'conversation.resolution_seconds', counted: '1' },
  next: nextValue('next.response_seconds IS NOT NULL'),
  nextInTime: nextValue(NEXT_STANDINGS.nextInTime),
  nextLate: nextValue(NEXT_STANDINGS.nextLate),
  nextMissed: nextValue(NEXT_STANDINGS.nextMissed),
  cost: sumValue(centsOf(LINES)),
  charged: sumValue(centsOf(CHARGED_LINES)),
  leads: sumValue(leadsOf),
  wonLeads: sumValue(wonLeadsOf),
  revenue: sumValue(sharesOf),
}

function sumValue(sum: string): Value {
  return { each: sum, counted: sum }
}

function nextValue(condition: string): Value {
  return { each: nextOf('coalesce(max(next.response_seconds), 0)', condition), counted: nextOf('count(*)', condition) }
}

interface Found {
  readonly id: number
  readonly day: Day
  readonly at: number | Day
}

/** Page by page from the place where the last one ended; sums of all with the first. */
export function readFigureRows(db: Connection, question: RowsQuestion): RowsPage {
  const { measure, cursor, limit } = question
  const value = VALUES[measure]
  const order = value?.each ?? 'conversation.day'
  const conditions = rowsOf(question)
  if (cursor !== null)
    conditions
      .add(`(${order}, conversation.id) < (@cursorAt, @cursorId)`, 'cursorAt', cursor.at)
      .add('true', 'cursorId', cursor.id)
  const found = db
    .prepare<[object], Found>(
      `SELECT conversation.id, conversation.day, ${order} AS at FROM conversation INDEXED BY conversation_by_day
       WHERE ${conditions.where} ORDER BY ${order} DESC, conversation.id DESC LIMIT @limit`,
    )
    .all({ ...conditions.values, limit })
  const last = found.at(-1)
  return {
    rows: describe(db, found, value !== undefined),
    next: last && found.length === limit ? { at: last.at, id: last.id } : null,
    sums: cursor === null ? sumRows(db, question) : null,
  }
}

function rowsOf(question: RowsQuestion) {
  const conditions = matching(question).add(MEASURED[question.measure])
  return question.group ? ofGroup(conditions, question.group.by, question.group.key) : conditions
}

function describe(db: Connection, found: readonly Found[], hasValue: boolean): FigureRow[] {
  const rows = readRows(
    db,
    found.map(({ id }) => id),
  )
  const byId = new Map(found.map((each) => [each.id, each]))
  return rows.flatMap((row) => {
    const { day, at } = byId.get(row.id) ?? {}
    return day === undefined ? [] : [{ ...row, day, value: hasValue ? Number(at) : null }]
  })
}

function sumRows(db: Connection, question: RowsQuestion) {
  const { where, values } = rowsOf(question)
  const counted = VALUES[question.measure]?.counted
  return (
    db
      .prepare<[object], NonNullable<RowsPage['sums']>>(
        `SELECT count(*) AS rows, coalesce(sum(${WEIGHT}), 0) AS conversations,
           ${counted === undefined ? 'NULL' : `coalesce(sum(${counted}), 0)`} AS value
         FROM conversation INDEXED BY conversation_by_day WHERE ${where}`,
      )
      .get(values) ?? null
  )
}

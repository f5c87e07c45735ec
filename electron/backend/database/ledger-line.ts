/** Writing the lines of sources: what stands there already stays untouched, so that nothing is rewritten without need. */
import type { Day } from '../../../shared/domain/day.ts'
import { BulkInsert } from './bulk-insert.ts'
import type { Connection } from './connection.ts'
import { closingAt, openLinesOf, type Closing } from './sealed-lines.ts'
import { lastSealedDay } from './seals.ts'

export interface LineDraft {
  readonly day: string
  readonly scope: string
  readonly kind: string
  readonly cents: number
  readonly seconds: number
  readonly isPriced: 0 | 1
  readonly personId: number | null
  readonly activity: string | null
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly postId: number | null
  readonly conversationId: number | null
  readonly clientId: number | null
  readonly departmentId: number | null
  /** Revenue only: what was paid, tax included. */
  readonly grossCents: number
  /** Lines entered by hand only: the line this one takes back, and the line it stands for instead. */
  readonly reversesLineId: number | null
  readonly correctsLineId: number | null
}

/** A line to be written: a correction is booked on another day than the one it speaks of. */
export interface LineToWrite extends LineDraft {
  readonly forDay: string | null
}

export interface StoredLine extends LineToWrite {
  readonly id: number
  readonly part: number
  /** A line entered by hand takes it back. */
  readonly isSettledByHand: 0 | 1
}

/** A line as it stands in the ledger. */
export interface WrittenLine {
  readonly part: number
  readonly day: string
  readonly cents: number
  readonly grossCents: number
  readonly reversesLineId: number | null
}

export const NO_DIMENSIONS = {
  seconds: 0,
  isPriced: 1,
  personId: null,
  activity: null,
  channelId: null,
  campaignId: null,
  postId: null,
  conversationId: null,
  clientId: null,
  departmentId: null,
  grossCents: 0,
  reversesLineId: null,
  correctsLineId: null,
} as const

const COLUMNS = `line.id, line.part, line.day, line.scope, line.kind, line.cents, line.seconds, line.is_priced AS isPriced,
  line.person_id AS personId, line.activity, line.channel_id AS channelId, line.campaign_id AS campaignId, line.post_id AS postId,
  line.conversation_id AS conversationId, line.client_id AS clientId, line.department_id AS departmentId, line.gross_cents AS grossCents,
  line.for_day AS forDay, line.reverses_line_id AS reversesLineId, line.corrects_line_id AS correctsLineId,
  EXISTS (SELECT 1 FROM manual_line WHERE manual_line.reverses_line_id = line.id) AS isSettledByHand`

const FIELDS: readonly (keyof LineToWrite)[] = [
  'day',
  'scope',
  'kind',
  'cents',
  'seconds',
  'isPriced',
  'personId',
  'activity',
  'channelId',
  'campaignId',
  'postId',
  'conversationId',
  'clientId',
  'departmentId',
  'grossCents',
  'reversesLineId',
  'correctsLineId',
  'forDay',
]

export type SourceKind = 'time' | 'ad-spend' | 'expense' | 'revenue' | 'manual'

/** Columns of the fields in their order, and what a line has beside them. */
const COLUMNS_TO_WRITE = [
  'day',
  'scope',
  'kind',
  'cents',
  'seconds',
  'is_priced',
  'person_id',
  'activity',
  'channel_id',
  'campaign_id',
  'post_id',
  'conversation_id',
  'client_id',
  'department_id',
  'gross_cents',
  'reverses_line_id',
  'corrects_line_id',
  'for_day',
  'source_kind',
  'source_id',
  'part',
]

/**
 * Writes lines of the sources selected as temp.selected_source: what stands there is read once for all of them, and what is new
 * is written with `flush`. What lies in closed months is never touched; differences become corrections.
 */
export class LineWriter {
  readonly #db: Connection
  readonly #kind: SourceKind
  readonly #closing: Closing | null
  readonly #existing: ReadonlyMap<number, StoredLine[]>
  readonly #inserts: BulkInsert
  /** Sources whose open lines go before the new ones are put in. */
  readonly #replaced: number[] = []

  constructor(db: Connection, kind: SourceKind, today: Day) {
    this.#db = db
    this.#kind = kind
    this.#inserts = new BulkInsert(db, 'ledger_line', COLUMNS_TO_WRITE)
    const lastSealed = lastSealedDay(db)
    this.#closing = lastSealed === null ? null : closingAt(lastSealed, today)
    const rows = db
      .prepare<[SourceKind], StoredLine & { sourceId: number }>(
        `SELECT line.source_id AS sourceId, ${COLUMNS} FROM temp.selected_source AS source CROSS JOIN ledger_line AS line
           ON line.source_kind = ? AND line.source_id = source.id ORDER BY source.id, line.part`,
      )
      .all(kind)
    this.#existing = Map.groupBy(rows, (row) => row.sourceId)
  }

  /** Makes the lines of a source be these, in this order, and answers what stands there then, sealed lines first. */
  write(sourceId: number, drafts: readonly LineDraft[]): WrittenLine[] {
    const existing = this.#existing.get(sourceId) ?? []
    const closing = this.#closing
    if (!closing) return this.#writeOpen(sourceId, [], existing, drafts.map(asOpen))
    const sealed = existing.filter((line) => line.day <= closing.lastSealedDay)
    const open = existing.filter((line) => line.day > closing.lastSealedDay)
    return this.#writeOpen(sourceId, sealed, open, openLinesOf(this.#kind, existing, drafts, closing))
  }

  #writeOpen(
    sourceId: number,
    sealed: readonly StoredLine[],
    open: readonly StoredLine[],
    wanted: readonly LineToWrite[],
  ): WrittenLine[] {
    if (open.length === wanted.length && open.every((line, index) => isSame(line, wanted[index])))
      return [...sealed, ...open].map(asWritten)
    const firstPart = sealed.reduce((part, line) => Math.max(part, line.part + 1), 0)
    if (open.length > 0) this.#replaced.push(sourceId)
    const written = wanted.map((line, index) => {
      const part = firstPart + index
      this.#inserts.add([...FIELDS.map((field) => line[field]), this.#kind, sourceId, part])
      return asWritten({ ...line, part })
    })
    return [...sealed.map(asWritten), ...written]
  }

  /** Puts the new lines into the ledger. To be called when all sources are written. */
  flush(): void {
    if (this.#replaced.length > 0)
      this.#db
        .prepare<[string, SourceKind, string]>(
          `DELETE FROM ledger_line WHERE id IN (SELECT line.id FROM json_each(?) AS source CROSS JOIN ledger_line AS line
             ON line.source_kind = ? AND line.source_id = source.value AND line.day > ?)`,
        )
        .run(JSON.stringify(this.#replaced), this.#kind, this.#closing?.lastSealedDay ?? '')
    this.#replaced.length = 0
    this.#inserts.flush()
  }
}

/** Removes the lines of the sources selected as temp.selected_source, before these go themselves. Those with sealed lines keep theirs. */
export function forgetLines(db: Connection, kind: SourceKind): void {
  db.prepare<[SourceKind, SourceKind, string]>(
    `DELETE FROM ledger_line WHERE source_kind = ? AND source_id IN (SELECT id FROM temp.selected_source EXCEPT
       SELECT source_id FROM ledger_line WHERE source_kind = ? AND day <= ?)`,
  ).run(kind, kind, lastSealedDay(db) ?? '')
}

/** The open lines of a source as they stand, and as they would be. */
export interface LinesAhead {
  readonly before: readonly LineToWrite[]
  readonly after: readonly LineToWrite[]
}

/** What writing these lines of sources would do to the open months. Writes nothing. */
export function openLinesAhead(
  db: Connection,
  kind: SourceKind,
  drafts: ReadonlyMap<number, readonly LineDraft[]>,
  today: Day,
): LinesAhead[] {
  const lastSealed = lastSealedDay(db)
  const find = db.prepare<[SourceKind, number], StoredLine>(
    `SELECT ${COLUMNS} FROM ledger_line AS line WHERE line.source_kind = ? AND line.source_id = ? ORDER BY line.part`,
  )
  return [...drafts].map(([sourceId, wanted]) => {
    const existing = find.all(kind, sourceId)
    if (lastSealed === null) return { before: existing, after: wanted.map(asOpen) }
    const after = openLinesOf(kind, existing, wanted, closingAt(lastSealed, today))
    return { before: existing.filter((line) => line.day > lastSealed), after }
  })
}

function asOpen(draft: LineDraft): LineToWrite {
  return { ...draft, forDay: null }
}

function isSame(line: LineToWrite, wanted: LineToWrite | undefined): boolean {
  return wanted !== undefined && FIELDS.every((field) => line[field] === wanted[field])
}

function asWritten({ part, day, cents, grossCents, reversesLineId }: LineToWrite & { part: number }): WrittenLine {
  return { part, day, cents, grossCents, reversesLineId }
}

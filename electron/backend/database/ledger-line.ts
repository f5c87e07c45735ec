/** Writing the lines of sources: what stands there already stays untouched, so that nothing is rewritten without need. */
import type { Connection } from './connection.ts'

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
}

/** A line as it stands in the ledger. */
export interface WrittenLine {
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
} as const

const COLUMNS = `day, scope, kind, cents, seconds, is_priced AS isPriced, person_id AS personId, activity, channel_id AS channelId,
  campaign_id AS campaignId, post_id AS postId, conversation_id AS conversationId, client_id AS clientId, department_id AS departmentId,
  gross_cents AS grossCents`

const FIELDS: readonly (keyof LineDraft)[] = [
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
]

export type SourceKind = 'time' | 'ad-spend' | 'expense' | 'revenue'

const INSERT = `
  INSERT INTO ledger_line (day, scope, kind, cents, seconds, is_priced, person_id, activity, channel_id, campaign_id, post_id,
    conversation_id, client_id, department_id, gross_cents, source_kind, source_id, part)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Writes lines of the sources selected as temp.selected_source: what stands there is read once for all of them. */
export class LineWriter {
  readonly #db: Connection
  readonly #sourceKind: SourceKind
  readonly #existing: ReadonlyMap<number, LineDraft[]>

  constructor(db: Connection, sourceKind: SourceKind) {
    this.#db = db
    this.#sourceKind = sourceKind
    const rows = db
      .prepare<[SourceKind], LineDraft & { sourceId: number }>(
        `SELECT source_id AS sourceId, ${COLUMNS} FROM temp.selected_source AS source CROSS JOIN ledger_line AS line
           ON line.source_kind = ? AND line.source_id = source.id ORDER BY source.id, part`,
      )
      .all(sourceKind)
    this.#existing = Map.groupBy(rows, (row) => row.sourceId)
  }

  /** Makes the lines of a source be exactly these, in this order, and answers what stands there then. */
  write(sourceId: number, drafts: readonly LineDraft[]): WrittenLine[] {
    const existing = this.#existing.get(sourceId) ?? []
    if (existing.length === drafts.length && existing.every((line, index) => isSame(line, drafts[index])))
      return drafts.map(asWritten)
    if (existing.length > 0) {
      this.#db
        .prepare<[SourceKind, number]>('DELETE FROM ledger_line WHERE source_kind = ? AND source_id = ?')
        .run(this.#sourceKind, sourceId)
    }
    const insert = this.#db.prepare<(string | number | null)[]>(INSERT)
    for (const [part, draft] of drafts.entries())
      insert.run(...FIELDS.map((field) => draft[field]), this.#sourceKind, sourceId, part)
    return drafts.map(asWritten)
  }
}

function isSame(line: LineDraft, draft: LineDraft | undefined): boolean {
  return draft !== undefined && FIELDS.every((field) => line[field] === draft[field])
}

function asWritten({ day, cents, grossCents }: LineDraft): WrittenLine {
  return { day, cents, grossCents, reversesLineId: null }
}

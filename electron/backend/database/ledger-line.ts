/** Writing the lines of a source: what stands there already stays untouched, so that nothing is rewritten without need. */
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
} as const

const COLUMNS = `day, scope, kind, cents, seconds, is_priced AS isPriced, person_id AS personId, activity, channel_id AS channelId,
  campaign_id AS campaignId, post_id AS postId, conversation_id AS conversationId, client_id AS clientId, department_id AS departmentId`

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
]

export type SourceKind = 'time' | 'ad-spend' | 'expense' | 'revenue'

/** Makes the lines of a source be exactly these, in this order. */
export function writeLines(
  db: Connection,
  sourceKind: SourceKind,
  sourceId: number,
  drafts: readonly LineDraft[],
): void {
  const existing = db
    .prepare<[string, number], LineDraft>(
      `SELECT ${COLUMNS} FROM ledger_line WHERE source_kind = ? AND source_id = ? ORDER BY part`,
    )
    .all(sourceKind, sourceId)
  if (existing.length === drafts.length && existing.every((line, index) => isSame(line, drafts[index]))) return
  if (existing.length > 0) removeLines(db, sourceKind, sourceId)
  const insert = db.prepare<[LineDraft & { sourceKind: string; sourceId: number; part: number }]>(`
    INSERT INTO ledger_line (day, scope, kind, cents, seconds, is_priced, person_id, activity, channel_id, campaign_id, post_id,
      conversation_id, client_id, department_id, source_kind, source_id, part)
    VALUES (@day, @scope, @kind, @cents, @seconds, @isPriced, @personId, @activity, @channelId, @campaignId, @postId,
      @conversationId, @clientId, @departmentId, @sourceKind, @sourceId, @part)`)
  drafts.forEach((draft, part) => insert.run({ ...draft, sourceKind, sourceId, part }))
}

export function removeLines(db: Connection, sourceKind: SourceKind, sourceId: number): void {
  db.prepare<[string, number]>('DELETE FROM ledger_line WHERE source_kind = ? AND source_id = ?').run(
    sourceKind,
    sourceId,
  )
}

function isSame(line: LineDraft, draft: LineDraft | undefined): boolean {
  return draft !== undefined && FIELDS.every((field) => line[field] === draft[field])
}

/** Lines entered by hand, and sealed lines taken back or corrected by hand. */
import type { ManualLine } from '../../../../shared/contract/ledger.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertOpen, firstOpenDayFrom, lastSealedDay } from '../../database/seals.ts'

const COLUMNS = [
  'day',
  'scope',
  'kind',
  'cents',
  'seconds',
  'text',
  'person_id',
  'activity',
  'channel_id',
  'campaign_id',
  'post_id',
  'client_id',
  'department_id',
] as const

const VALUES = `@day, @scope, @kind, @cents, @seconds, @text, @personId, @activity, @channelId, @campaignId, @postId, @clientId, @departmentId`

/** How a line of the ledger is read as the form takes it. */
export const AS_FORM = `line.day, line.scope, line.kind, line.cents, line.seconds, line.person_id AS personId, line.activity,
  line.channel_id AS channelId, line.campaign_id AS campaignId, line.post_id AS postId, line.client_id AS clientId,
  line.department_id AS departmentId`

export function addManualLine(db: Connection, line: ManualLine): number {
  assertTakeable(db, line)
  return insert(db, line, null, null)
}

export function updateManualLine(db: Connection, id: number, line: ManualLine): void {
  assertChangeable(db, id)
  assertTakeable(db, line)
  if ((pointerOf(db, id)?.reverses ?? null) !== null)
    throw expected('invalid_value', { field: 'id', reason: 'is_reversal' })
  db.prepare<[ManualLine & { id: number }]>(
    `UPDATE manual_line SET (${COLUMNS.join(', ')}) = (${VALUES}) WHERE id = @id`,
  ).run({ ...line, id })
}

/** Removes a line; of a reversal and the correction that came with it, both. */
export function removeManualLine(db: Connection, id: number): void {
  assertChangeable(db, id)
  const pointer = pointerOf(db, id)
  const target = pointer?.reverses ?? pointer?.corrects ?? null
  db.prepare<[object]>(
    `DELETE FROM manual_line WHERE id = @id
       OR (@target IS NOT NULL AND @target IN (reverses_line_id, corrects_line_id) AND day > @sealed)`,
  ).run({ id, target, sealed: lastSealedDay(db) ?? '' })
}

/** Books the opposite of a sealed line. */
export function reverseLine(db: Connection, lineId: number, text: string, today: Day): number {
  const line = reversibleLine(db, lineId)
  const opposite = { ...line, day: firstOpenDayFrom(db, today), cents: -line.cents, seconds: -line.seconds, text }
  return insert(db, opposite, lineId, null)
}

/** The same, with a line in its place. */
export function correctLine(db: Connection, lineId: number, line: ManualLine, today: Day): number {
  assertTakeable(db, line)
  reverseLine(db, lineId, line.text, today)
  return insert(db, line, null, lineId)
}

function insert(db: Connection, line: ManualLine, reverses: number | null, corrects: number | null): number {
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO manual_line (${COLUMNS.join(', ')}, reverses_line_id, corrects_line_id) VALUES (${VALUES}, @reverses, @corrects)`,
      )
      .run({ ...line, reverses, corrects }).lastInsertRowid,
  )
}

/** A sealed cost that still counts; anything else has another way of being changed. */
function reversibleLine(db: Connection, lineId: number): ManualLine {
  const line = db
    .prepare<[number], ManualLine & { isReversal: number; isReversed: number }>(
      `SELECT ${AS_FORM}, reverses_line_id IS NOT NULL AS isReversal,
         EXISTS (SELECT 1 FROM ledger_line AS other WHERE other.reverses_line_id = line.id) AS isReversed
       FROM ledger_line AS line WHERE id = ?`,
    )
    .get(lineId)
  if (!line) throw expected('not_found', { what: 'line', id: lineId })
  const sealed = lastSealedDay(db)
  const refuse = (reason: string) => expected('invalid_value', { field: 'lineId', reason })
  if (sealed === null || line.day > sealed) throw refuse('not_sealed')
  if ((line.kind as string) === 'revenue') throw refuse('is_revenue')
  if (line.isReversal === 1) throw refuse('is_reversal')
  if (line.isReversed === 1) throw refuse('already_reversed')
  const { isReversal: _, isReversed: __, ...fields } = line
  return fields
}

function pointerOf(db: Connection, id: number) {
  return db
    .prepare<[number], { reverses: number | null; corrects: number | null }>(
      'SELECT reverses_line_id AS reverses, corrects_line_id AS corrects FROM manual_line WHERE id = ?',
    )
    .get(id)
}

function assertChangeable(db: Connection, id: number): void {
  const day = db.prepare<[number]>('SELECT day FROM manual_line WHERE id = ?').pluck().get(id) as Day | undefined
  if (day === undefined) throw expected('not_found', { what: 'line', id })
  assertOpen(db, day, 'id')
}

const REFERENCES = {
  personId: 'person',
  channelId: 'channel',
  campaignId: 'campaign',
  postId: 'post',
  clientId: 'client',
  departmentId: 'department',
} as const

function assertTakeable(db: Connection, line: ManualLine): void {
  assertOpen(db, line.day, 'day')
  const refuse = (field: string, reason: string) => expected('invalid_value', { field, reason })
  if (line.cents === 0 && line.seconds === 0) throw refuse('cents', 'zero')
  if (line.kind !== 'labour' && line.seconds !== 0) throw refuse('seconds', 'only_labour')
  if (line.cents * line.seconds < 0) throw refuse('seconds', 'opposite_signs')
  for (const [field, table] of Object.entries(REFERENCES)) {
    const id = line[field as keyof typeof REFERENCES]
    if (id !== null && !db.prepare<[number]>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id))
      throw expected('not_found', { what: table, id })
  }
}

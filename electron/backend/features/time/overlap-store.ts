/** Entries of a person that lie over each other: found, refused, kept, or cut to make room. */
import type { OverlapChoice } from '../../../../shared/contract/time-entries.ts'
import { cutAround, type Stretch } from '../../../../shared/domain/time-range.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertChangeable, writePieces } from './entry-pieces.ts'
import { findEntry, type StoredEntry } from './entry-rows.ts'

export interface PlacedStretch extends Stretch {
  readonly personId: number
}

const DAY_MS = 86_400_000
const MOST_NAMED = 20

/** Estimates and work of which only the day is known lie where there is room: they stand in nobody's way. */
const IS_TIMED = 'is_estimate = 0 AND is_untimed = 0 AND id IS NOT @except'

const OVERLAPPING = `
  SELECT * FROM time_entry WHERE person_id = @personId AND started_at >= @from - ${DAY_MS} AND started_at < @to AND ended_at > @from AND ${IS_TIMED}
  UNION SELECT * FROM time_entry INDEXED BY time_entry_long WHERE person_id = @personId AND started_at < @from - ${DAY_MS} AND ended_at > @from
    AND ended_at - started_at > ${DAY_MS} AND ${IS_TIMED}
  UNION SELECT * FROM time_entry INDEXED BY time_entry_running WHERE person_id = @personId AND ended_at IS NULL AND started_at < @to AND @now > @from AND ${IS_TIMED}
  ORDER BY started_at, id`

function findOverlapping(db: Connection, stretch: PlacedStretch, now: number, except: number | null): StoredEntry[] {
  return db.prepare<[object], StoredEntry>(OVERLAPPING).all({ ...stretch, now, except })
}

/** Fails with `overlap`, naming the entries. */
export function refuseOverlap(db: Connection, ids: readonly number[]): never {
  const label = db.prepare<[number], { label: string }>(
    `SELECT coalesce(nullif(entry.note, ''), post.title, nullif(conversation.label, ''), project.name, client.name, channel.name, '') AS label
     FROM time_entry AS entry LEFT JOIN post ON post.id = entry.post_id LEFT JOIN conversation ON conversation.id = entry.conversation_id
       LEFT JOIN project ON project.id = entry.project_id LEFT JOIN client ON client.id = entry.client_id
       LEFT JOIN channel ON channel.id = entry.channel_id WHERE entry.id = ?`,
  )
  const entries = ids.slice(0, MOST_NAMED).map((id) => {
    const { started_at: startedAt, ended_at: endedAt } = findEntry(db, id)
    return { id, startedAt, endedAt, label: label.get(id)?.label ?? '' }
  })
  throw expected('overlap', { entries })
}

/**
 * Decides what becomes of a stretch among the person's other entries, and cuts those that give way. Answers its own pieces, in order.
 * `except`: the entry that is being moved.
 */
export function makeRoom(
  db: Connection,
  context: CommandContext,
  stretch: PlacedStretch,
  onOverlap: OverlapChoice,
  except: number | null,
): readonly [Stretch, ...Stretch[]] {
  if (onOverlap === 'keep') return [stretch]
  const { now } = context
  const others = findOverlapping(db, stretch, now, except)
  if (others.length === 0) return [stretch]
  const ids = others.map((other) => other.id)
  if (onOverlap === 'refuse') return refuseOverlap(db, ids)
  // What runs would be cut off by what lies ahead of it.
  if (others.some((other) => other.ended_at === null) && stretch.to > now) return refuseOverlap(db, ids)
  const places = others.map((other) => ({ id: other.id, from: other.started_at, to: other.ended_at ?? now }))
  const cut = cutAround(stretch, places)
  const [first, ...rest] = cut?.own ?? []
  if (!cut || !first) return refuseOverlap(db, ids)
  for (const other of others) {
    const pieces = cut.others.get(other.id)
    if (!pieces) continue
    assertChangeable(db, other)
    const isRunning = other.ended_at === null && pieces.at(-1)?.to === now
    writePieces(db, other, pieces, { ...context, isRunning })
  }
  return [first, ...rest]
}

/** What can be started with one key: kept combinations, and those worked on last. */
import type { Combination, TimeEntry, Work } from '../../../../shared/contract/time-entries.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { readEntries } from './entry-rows.ts'
import { assertWork, columnsOfWork, distinctTargets } from './work-fields.ts'

const MOST_FAVOURITES = 50
const MOST_RECENT = 20
/** Entries looked at for recent combinations. */
const LOOKED_BACK = 400

interface FavouriteRow extends Omit<Combination, 'targets' | 'isBillable'> {
  readonly id: number
  readonly isBillable: number
  readonly postId: number | null
  readonly conversationId: number | null
  readonly targetName: string
}

export function readFavourites(db: Connection): (Combination & { id: number })[] {
  return db
    .prepare<[], FavouriteRow>(
      `SELECT favourite.id, favourite.activity, favourite.channel_id AS channelId, favourite.campaign_id AS campaignId,
         favourite.client_id AS clientId, favourite.project_id AS projectId, favourite.department_id AS departmentId,
         favourite.post_id AS postId, favourite.conversation_id AS conversationId, favourite.note, favourite.scope,
         favourite.is_billable AS isBillable, NULL AS person, channel.name AS channel, channel.network, campaign.name AS campaign,
         client.name AS client, project.name AS project, department.name AS department,
         coalesce(conversation.label, post.title, '') AS targetName
       FROM favourite LEFT JOIN channel ON channel.id = favourite.channel_id LEFT JOIN campaign ON campaign.id = favourite.campaign_id
         LEFT JOIN client ON client.id = favourite.client_id LEFT JOIN project ON project.id = favourite.project_id
         LEFT JOIN department ON department.id = favourite.department_id LEFT JOIN post ON post.id = favourite.post_id
         LEFT JOIN conversation ON conversation.id = favourite.conversation_id
       ORDER BY favourite.position, favourite.id LIMIT ${MOST_FAVOURITES}`,
    )
    .all()
    .map(({ postId, conversationId, targetName, ...row }) => ({
      ...row,
      isBillable: row.isBillable === 1,
      targets:
        postId === null && conversationId === null ? [] : [{ postId, conversationId, weight: 1, name: targetName }],
    }))
}

/** The latest combinations of a person, or of everyone, each once. */
export function readRecent(db: Connection, personId: number | null): Combination[] {
  const ids = db
    .prepare<[object], number>(
      `SELECT id FROM time_entry WHERE ${personId === null ? '' : 'person_id = @personId AND '}is_estimate = 0
       ORDER BY started_at DESC, id DESC LIMIT ${LOOKED_BACK}`,
    )
    .pluck()
    .all({ ...(personId !== null && { personId }) }) as number[]
  const distinct = new Map<string, Combination>()
  for (const entry of readEntries(db, ids)) {
    const combination = asCombination(entry)
    const key = JSON.stringify(combination)
    if (!distinct.has(key)) distinct.set(key, combination)
    if (distinct.size === MOST_RECENT) break
  }
  return [...distinct.values()]
}

function asCombination(entry: TimeEntry): Combination {
  const { activity, channelId, campaignId, clientId, projectId, departmentId, targets, note, scope, isBillable } = entry
  const work = { activity, channelId, campaignId, clientId, projectId, departmentId, targets, note, scope, isBillable }
  const { channel, network, campaign, client, project, department } = entry
  return { ...work, person: null, channel, network, campaign, client, project, department }
}

/** Keeps a combination; one that is kept already stays where it is. */
export function addFavourite(db: Connection, work: Work): number {
  assertWork(db, work)
  if (distinctTargets(work.targets).length > 1)
    throw expected('invalid_value', { field: 'targets', reason: 'one_target' })
  const columns = columnsOfWork(db, work)
  const names = Object.keys(columns)
  const same = db
    .prepare<[object], { id: number }>(
      `SELECT id FROM favourite WHERE ${names.map((name) => `${name} IS @${name}`).join(' AND ')}`,
    )
    .get(columns)
  if (same) return same.id
  const { count, last } = db
    .prepare<[], { count: number; last: number | null }>(
      'SELECT count(*) AS count, max(position) AS last FROM favourite',
    )
    .get() ?? { count: 0, last: null }
  if (count >= MOST_FAVOURITES) throw expected('invalid_value', { field: 'work', reason: 'too_many_favourites' })
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO favourite (position, ${names.join(', ')}) VALUES (@position, ${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run({ ...columns, position: (last ?? -1) + 1 })
  return Number(lastInsertRowid)
}

export function removeFavourite(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>('DELETE FROM favourite WHERE id = ?').run(id)
  if (changes !== 1) throw expected('not_found', { what: 'favourite', id })
}

/** Puts a favourite at a place in the order, counted from 0; beyond the end: at the end. */
export function moveFavourite(db: Connection, id: number, position: number): void {
  const ids = db.prepare<[], number>('SELECT id FROM favourite ORDER BY position, id').pluck().all() as number[]
  if (!ids.includes(id)) throw expected('not_found', { what: 'favourite', id })
  const order = ids.filter((other) => other !== id).toSpliced(position, 0, id)
  const write = db.prepare<[number, number, number]>('UPDATE favourite SET position = ? WHERE id = ? AND position <> ?')
  for (const [place, one] of order.entries()) write.run(place, one, place)
}

/** Changing what is said about the idea, whatever channels it is for. */
import type { PostCheck, PostContent, PostPatch } from '../../../../shared/contract/calendar-fields.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { readWebAddress } from '../../../../shared/domain/web-address.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import { addPostEvent, addWritingEvent } from './post-events.ts'

/** Characters of an earlier text that the history keeps. */
const KEPT_TEXT = 5_000

export interface NewPost {
  readonly post: PostContent
  readonly channelIds: readonly number[]
  readonly plannedAt: Instant | null
  readonly status: 'idea' | 'draft'
}

export function addPost(
  db: Connection,
  context: CommandContext,
  { post, channelIds, plannedAt, status }: NewPost,
): number {
  const id = insertPost(db, post)
  addPostEvent(db, context, { postId: id, kind: 'created' })
  const channels = [...new Set(channelIds)]
  for (const channelId of channels.length > 0 ? channels : [null])
    insertVariant(db, context, { postId: id, channelId, status, plannedAt, text: null, format: null })
  return id
}

export function insertPost(db: Connection, post: PostContent): number {
  assertBelonging(db, post)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO post (title, text, brief, audience, link, format, pillar_id, campaign_id, client_id, draft_due_on, planned_minutes)
         VALUES (@title, @text, @brief, @audience, @link, @format, @pillarId, @campaignId, @clientId, @draftDueOn, @plannedMinutes)`,
      )
      .run({ ...post, link: readLink(post.link) }).lastInsertRowid,
  )
}

export interface NewVariant {
  readonly postId: number
  readonly channelId: number | null
  readonly status: 'idea' | 'draft'
  readonly plannedAt: Instant | null
  readonly text: string | null
  readonly format: PostContent['format']
}

export function insertVariant(db: Connection, { settings }: CommandContext, variant: NewVariant): number {
  assertRecord(db, 'channel', variant.channelId)
  const { plannedAt } = variant
  const plannedOn = plannedAt === null ? null : dayAt(plannedAt, settings.timeZone)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO variant (post_id, channel_id, status, text, format, planned_at, planned_on)
         VALUES (@postId, @channelId, @status, @text, @format, @plannedAt, @plannedOn)`,
      )
      .run({ ...variant, plannedOn }).lastInsertRowid,
  )
}

/** Fixed fragments: the column of each field. */
const COLUMNS = {
  title: 'title',
  text: 'text',
  brief: 'brief',
  audience: 'audience',
  link: 'link',
  format: 'format',
  pillarId: 'pillar_id',
  campaignId: 'campaign_id',
  clientId: 'client_id',
  draftDueOn: 'draft_due_on',
  plannedMinutes: 'planned_minutes',
} as const satisfies Readonly<Record<keyof PostContent, string>>
type Field = keyof typeof COLUMNS
const FIELDS = Object.keys(COLUMNS) as Field[]

/** Fields that are as they were are none that changed. */
export function editPost(db: Connection, context: CommandContext, id: number, patch: PostPatch): void {
  const before = findPost(db, id)
  const wanted = patch.link === undefined ? patch : { ...patch, link: readLink(patch.link) }
  assertBelonging(db, wanted)
  const changed = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== before[field])
  if (changed.length === 0) return
  const values = Object.fromEntries(changed.map((field) => [field, wanted[field] ?? null]))
  db.prepare<[object]>(
    `UPDATE post SET ${changed.map((field) => `${COLUMNS[field]} = @${field}`).join(', ')} WHERE id = @id`,
  ).run({ ...values, id })
  const others = changed.filter((field) => field !== 'text')
  if (changed.includes('text'))
    addWritingEvent(db, context, { postId: id, kind: 'text', detail: { text: before.text.slice(0, KEPT_TEXT) } })
  if (others.length > 0) addPostEvent(db, context, { postId: id, kind: 'edited', detail: { fields: others } })
}

export function findPost(db: Connection, id: number): PostContent {
  const columns = FIELDS.map((field) => `${COLUMNS[field]} AS ${field}`).join(', ')
  const post = db.prepare<[number], PostContent>(`SELECT ${columns} FROM post WHERE id = ?`).get(id)
  if (!post) throw expected('not_found', { what: 'post', id })
  return post
}

export function setChecks(db: Connection, context: CommandContext, id: number, checks: readonly PostCheck[]): void {
  assertRecord(db, 'post', id)
  db.prepare<[number]>('DELETE FROM post_check WHERE post_id = ?').run(id)
  const add = db.prepare<[number, number, string, number]>(
    'INSERT INTO post_check (post_id, position, text, is_done) VALUES (?, ?, ?, ?)',
  )
  for (const [position, { text, isDone }] of checks.entries()) add.run(id, position, text, isDone ? 1 : 0)
  const done = checks.filter(({ isDone }) => isDone).length
  addPostEvent(db, context, { postId: id, kind: 'checked', detail: { done, count: checks.length } })
}

/** As a browser writes it. */
function readLink(link: string | null): string | null {
  if (link === null || link === '') return null
  const address = readWebAddress(link)
  if (!address) throw expected('invalid_value', { field: 'link', reason: 'not_http' })
  return address.url
}

function assertBelonging(db: Connection, { pillarId = null, campaignId = null, clientId = null }: PostPatch): void {
  assertRecord(db, 'pillar', pillarId)
  assertRecord(db, 'campaign', campaignId)
  assertRecord(db, 'client', clientId)
}

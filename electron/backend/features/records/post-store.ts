/** Posts: what was published where, in which form, for which pillar and campaign. */
import type { PostCursor, PostDraft, PostFilter, PostRow } from '../../../../shared/contract/records.ts'
import { postUrlKeyOf } from '../../../../shared/domain/conversation-place.ts'
import { readWebAddress } from '../../../../shared/domain/web-address.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, joinUses } from '../../database/references.ts'
import { addNotedVariant, changeNotedVariant, type NotedVariant } from '../../database/variants.ts'
import { figuresByIndex } from './figures.ts'
import { Conditions } from '../../database/conditions.ts'

const COLUMNS = `post.id, post.title, post.channel_id AS channelId, channel.name AS channel, channel.network, post.format,
  post.pillar_id AS pillarId, pillar.name AS pillar, post.campaign_id AS campaignId, campaign.name AS campaign,
  post.published_on AS publishedOn, post.planned_minutes AS plannedMinutes, post.permalink, coalesce(used.count, 0) AS useCount, ${figuresByIndex('post')}`

export function readPosts(db: Connection, filter: PostFilter, cursor: PostCursor | null, limit: number): PostRow[] {
  const conditions = matching(filter)
  if (cursor !== null) startAfter(conditions, cursor)
  // The page first: figures are summed up for its rows only.
  return db
    .prepare<[object], PostRow>(
      `WITH page AS MATERIALIZED (SELECT id FROM post WHERE ${conditions.where} ORDER BY published_on DESC, id DESC LIMIT @limit)
       SELECT ${COLUMNS} FROM page JOIN post ON post.id = page.id LEFT JOIN channel ON channel.id = post.channel_id
         LEFT JOIN pillar ON pillar.id = post.pillar_id LEFT JOIN campaign ON campaign.id = post.campaign_id
         ${joinUses('post', 'SELECT id FROM page')}
       ORDER BY post.published_on DESC, post.id DESC`,
    )
    .all({ ...conditions.values, limit })
}

export function countPosts(db: Connection, filter: PostFilter): number {
  const { where, values } = matching(filter)
  return Number(db.prepare<[object]>(`SELECT count(*) FROM post WHERE ${where}`).pluck().get(values))
}

function matching({ text, channelId, pillarId, campaignId, format }: PostFilter): Conditions {
  return new Conditions()
    .contains('title', text)
    .equal('channel_id', 'channelId', channelId)
    .equal('pillar_id', 'pillarId', pillarId)
    .equal('campaign_id', 'campaignId', campaignId)
    .equal('format', 'format', format)
}

/** NULL sorts as the smallest, so that posts without a day come last. */
function startAfter(conditions: Conditions, { day, id }: PostCursor): void {
  if (day === null) conditions.add('published_on IS NULL AND id < @cursorId', 'cursorId', id)
  else {
    conditions
      .add('(published_on, id) < (@cursorDay, @cursorId) OR published_on IS NULL', 'cursorDay', day)
      .add('true', 'cursorId', id)
  }
}

export function addPost(db: Connection, post: PostDraft): number {
  assertReferences(db, post)
  const noted = { ...post, ...addressOf(post) }
  const id = Number(
    db
      .prepare<[object]>(
        `INSERT INTO post (title, campaign_id, pillar_id, format, planned_minutes)
         VALUES (@title, @campaignId, @pillarId, @format, @plannedMinutes)`,
      )
      .run(noted).lastInsertRowid,
  )
  addNotedVariant(db, id, variantOf(noted))
  return id
}

function variantOf({ channelId, publishedOn, permalink, permalinkKey }: NotedVariant): NotedVariant {
  return { channelId, publishedOn, permalink, permalinkKey }
}

export function updatePost(db: Connection, id: number, post: PostDraft): void {
  assertReferences(db, post)
  const noted = { ...post, ...addressOf(post) }
  const { changes } = db
    .prepare<[object]>(
      `UPDATE post SET title = @title, campaign_id = @campaignId, pillar_id = @pillarId, format = @format, planned_minutes = @plannedMinutes
       WHERE id = @id`,
    )
    .run({ ...noted, id })
  if (changes !== 1) throw expected('not_found', { what: 'post', id })
  changeNotedVariant(db, id, variantOf(noted))
}

/** As a browser writes it, and by what it is found. */
function addressOf({ permalink }: PostDraft) {
  if (permalink === null || permalink === '') return { permalink: null, permalinkKey: null }
  const address = readWebAddress(permalink)
  if (!address) throw expected('invalid_value', { field: 'permalink', reason: 'not_http' })
  return { permalink: address.url, permalinkKey: postUrlKeyOf(address) }
}

function assertReferences(db: Connection, { channelId, pillarId, campaignId }: PostDraft): void {
  assertRecord(db, 'channel', channelId)
  assertRecord(db, 'pillar', pillarId)
  assertRecord(db, 'campaign', campaignId)
}

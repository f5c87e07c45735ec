/** One post with everything that is said about it. */
import type { PostCheck, PostDetail, VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { readPostEvents } from './post-events.ts'

interface StoredPost extends Omit<PostDetail, 'variants' | 'checks' | 'events' | 'campaign'> {
  readonly campaign: string | null
  readonly slug: string | null
}

export function readPost(db: Connection, id: number): PostDetail {
  const stored = db
    .prepare<[number], StoredPost>(
      `SELECT post.id, post.title, post.text, post.brief, post.audience, post.link, post.format, post.pillar_id AS pillarId, pillar.name AS pillar,
         post.campaign_id AS campaignId, campaign.name AS campaign, campaign.slug, post.client_id AS clientId, client.name AS client,
         post.draft_due_on AS draftDueOn, post.planned_minutes AS plannedMinutes
       FROM post LEFT JOIN pillar ON pillar.id = post.pillar_id LEFT JOIN campaign ON campaign.id = post.campaign_id
         LEFT JOIN client ON client.id = post.client_id WHERE post.id = ?`,
    )
    .get(id)
  if (!stored) throw expected('not_found', { what: 'post', id })
  const { campaign, slug, ...post } = stored
  return {
    ...post,
    campaign: post.campaignId === null ? null : { id: post.campaignId, name: campaign ?? '', slug: slug ?? '' },
    variants: readVariants(db, id),
    checks: readChecks(db, id),
    events: readPostEvents(db, id),
  }
}

/** In the order of their channels; what has none comes first. */
function readVariants(db: Connection, postId: number): VariantDetail[] {
  return db
    .prepare<[number], VariantDetail>(
      `SELECT variant.id, variant.channel_id AS channelId, channel.name AS channel, channel.network, variant.status, variant.text, variant.format,
         variant.planned_at AS plannedAt, variant.published_at AS publishedAt, variant.published_on AS publishedOn, variant.permalink
       FROM variant LEFT JOIN channel ON channel.id = variant.channel_id
       WHERE variant.post_id = ? ORDER BY channel.position, channel.id, variant.id`,
    )
    .all(postId)
}

function readChecks(db: Connection, postId: number): PostCheck[] {
  return db
    .prepare<[number], { text: string; isDone: 0 | 1 }>(
      'SELECT text, is_done AS isDone FROM post_check WHERE post_id = ? ORDER BY position, id',
    )
    .all(postId)
    .map(({ text, isDone }) => ({ text, isDone: isDone === 1 }))
}

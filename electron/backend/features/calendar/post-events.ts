/** Who changed what when. Commands only ever add. */
import { MAX_POST_EVENTS, type PostEvent } from '../../../../shared/contract/calendar-fields.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { selfPersonOf } from '../../database/oneself.ts'

export interface NewPostEvent {
  readonly postId: number
  readonly kind: PostEvent['kind']
  /** The channel it is about; null: the post as a whole. */
  readonly channelId?: number | null
  readonly detail?: PostEvent['detail']
}

export function addPostEvent(db: Connection, context: CommandContext, event: NewPostEvent): void {
  const { postId, kind, channelId = null, detail = {} } = event
  db.prepare<[object]>(
    `INSERT INTO post_event (post_id, channel_id, at, kind, person_id, detail) VALUES (@postId, @channelId, @now, @kind, @personId, @detail)`,
  ).run({
    postId,
    channelId,
    now: context.now,
    kind,
    personId: selfPersonOf(db, context.settings),
    detail: JSON.stringify(detail),
  })
}

/** Who writes on keeps a text every few seconds; that is one thing that was done. */
const STRETCH_MS = 10 * 60_000

/** What goes on with what was done last, by the same person, adds nothing to it. */
export function addWritingEvent(db: Connection, context: CommandContext, event: NewPostEvent): void {
  const { postId, kind, channelId = null } = event
  const isGoingOn = db
    .prepare<[object]>(
      `SELECT kind = @kind AND channel_id IS @channelId AND person_id IS @personId AND at > @since FROM post_event
       WHERE post_id = @postId ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get({ postId, kind, channelId, personId: selfPersonOf(db, context.settings), since: context.now - STRETCH_MS })
  if (isGoingOn !== 1) addPostEvent(db, context, event)
}

/** The latest first. */
export function readPostEvents(db: Connection, postId: number): PostEvent[] {
  return db
    .prepare<[number, number], Omit<PostEvent, 'detail'> & { readonly detail: string }>(
      `SELECT post_event.id, post_event.at, post_event.kind, channel.name AS channel, person.name AS person, post_event.detail
       FROM post_event LEFT JOIN channel ON channel.id = post_event.channel_id LEFT JOIN person ON person.id = post_event.person_id
       WHERE post_event.post_id = ? ORDER BY post_event.id DESC LIMIT ?`,
    )
    .all(postId, MAX_POST_EVENTS)
    .map(({ detail, ...event }) => ({ ...event, detail: JSON.parse(detail) as PostEvent['detail'] }))
}

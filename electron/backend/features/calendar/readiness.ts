/** Whether a variant may be called ready: what its network would refuse holds it back. */
import { type WrittenVariant, wordProblems } from '../../../../shared/domain/post-readiness.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

interface Checked extends WrittenVariant {
  readonly channel: string | null
}

/** As many as are named. */
const MAX_PROBLEMS = 20

/** Fails with `post_not_ready`. */
export function assertReady(db: Connection, id: number): void {
  const variant = db
    .prepare<[number], Checked>(
      `SELECT post.title, channel.name AS channel, channel.network, coalesce(variant.format, post.format) AS format,
         coalesce(variant.text, post.text) AS text
       FROM variant JOIN post ON post.id = variant.post_id LEFT JOIN channel ON channel.id = variant.channel_id WHERE variant.id = ?`,
    )
    .get(id)
  if (!variant) throw expected('not_found', { what: 'variant', id })
  const problems = wordProblems(variant).filter(({ severity }) => severity === 'blocks')
  if (problems.length === 0) return
  const { title, channel } = variant
  const named = problems.slice(0, MAX_PROBLEMS).map(({ kind, used, limit }) => ({ kind, used, limit }))
  throw expected('post_not_ready', { title, channel, problems: named })
}

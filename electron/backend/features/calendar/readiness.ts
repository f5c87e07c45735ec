/** Whether a variant may be called ready: what its network would refuse holds it back. */
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

interface Checked {
  readonly title: string
  readonly channel: string | null
  readonly text: string
}

interface Problem {
  readonly kind: string
  readonly used: number | null
  readonly limit: number | null
}

export function assertReady(db: Connection, id: number): void {
  const variant = db
    .prepare<[number], Checked>(
      `SELECT post.title, channel.name AS channel, coalesce(variant.text, post.text) AS text
       FROM variant JOIN post ON post.id = variant.post_id LEFT JOIN channel ON channel.id = variant.channel_id WHERE variant.id = ?`,
    )
    .get(id)
  if (!variant) throw expected('not_found', { what: 'variant', id })
  const problems = problemsOf(variant)
  if (problems.length > 0)
    throw expected('post_not_ready', {
      title: variant.title,
      channel: variant.channel,
      problems: problems.slice(0, 20),
    })
}

function problemsOf({ channel }: Checked): Problem[] {
  return channel === null ? [{ kind: 'channel_missing', used: null, limit: null }] : []
}

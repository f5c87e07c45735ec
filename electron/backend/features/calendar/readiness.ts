/** Whether a variant may be called ready: what its network would refuse holds it back. */
import type { Network } from '../../../../shared/domain/network.ts'
import { limitsOf } from '../../../../shared/domain/network-limits.ts'
import type { PostFormat } from '../../../../shared/domain/post-format.ts'
import { checkVariant, type VariantProblemKind } from '../../../../shared/domain/variant-check.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

interface Checked {
  readonly title: string
  readonly channel: string | null
  readonly network: Network | null
  readonly format: PostFormat | null
  readonly text: string
}

interface Problem {
  readonly kind: string
  readonly used: number | null
  readonly limit: number | null
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
  const problems = problemsOf(variant)
  if (problems.length === 0) return
  const { title, channel } = variant
  throw expected('post_not_ready', { title, channel, problems: problems.slice(0, MAX_PROBLEMS) })
}

/** Pictures and films are put in on the network itself: that they are not here says nothing. */
const OF_MEDIA: ReadonlySet<VariantProblemKind> = new Set(['too_few_media', 'text_missing'])

function problemsOf({ network, format, text, title }: Checked): Problem[] {
  if (network === null) return [{ kind: 'channel_missing', used: null, limit: null }]
  return checkVariant({ network, format: format ?? 'text', text, title, media: [], limits: limitsOf(network) })
    .filter(
      ({ kind, severity }) => severity === 'blocks' && !(format !== null && format !== 'text' && OF_MEDIA.has(kind)),
    )
    .map(({ kind, used, limit }) => ({ kind, used, limit }))
}

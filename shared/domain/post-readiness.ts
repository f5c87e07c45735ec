/** What a variant's network says to its words, before and while it is called ready. */
import { limitsOf, type LimitOverrides } from './network-limits.ts'
import type { Network } from './network.ts'
import type { PostFormat } from './post-format.ts'
import { checkVariant, type VariantProblem, type VariantProblemKind } from './variant-check.ts'

export interface WrittenVariant {
  /** Null: it has no channel yet. */
  readonly network: Network | null
  /** Its own, else the post's; null: none is said, then it is checked as a text. */
  readonly format: PostFormat | null
  readonly title: string
  /** Its own, else the master text. */
  readonly text: string
  readonly overrides?: LimitOverrides | null
}

export type WrittenProblem = Omit<VariantProblem, 'kind'> & { readonly kind: VariantProblemKind | 'channel_missing' }

const OF_WORDS: ReadonlySet<VariantProblemKind> = new Set([
  'text_missing',
  'text_too_long',
  'title_missing',
  'title_too_long',
  'too_many_hashtags',
  'too_many_mentions',
])

/** A post of words alone, where the network has none. */
function isWithoutMedia(kind: VariantProblemKind, format: PostFormat | null): boolean {
  return kind === 'too_few_media' && format === 'text'
}

/**
 * What stands against a variant's words and its channel; its files are not looked at. A missing text only warns where the post is more than
 * words: what it is made of is put in on the network itself. Empty: nothing does.
 */
export function wordProblems({ network, format, title, text, overrides = null }: WrittenVariant): WrittenProblem[] {
  if (network === null)
    return [{ kind: 'channel_missing', severity: 'blocks', used: 0, limit: 1, unit: null, mediaIndex: null }]
  const limits = limitsOf(network, overrides)
  const shape = format ?? 'text'
  const isFile = format !== null && format !== 'text'
  return checkVariant({ network, format: shape, text, title, media: [], limits })
    .filter(({ kind }) => OF_WORDS.has(kind) || isWithoutMedia(kind, format))
    .map((problem) => (problem.kind === 'text_missing' && isFile ? { ...problem, severity: 'warns' } : problem))
}

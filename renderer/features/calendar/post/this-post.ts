/** The post that is shown, for everything in its pane. */
import { createContext, useContext } from 'react'
import type { PostDetail, VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { PostDraft } from './post-draft.ts'
import type { Typing } from './post-saving.ts'

export interface ThisPost {
  readonly detail: PostDetail
  /** As it stands in the fields. */
  readonly draft: PostDraft
  readonly typing: Typing
  /** The variant whose tab is open; null: the master text. */
  readonly variant: VariantDetail | null
  readonly timeZone: string
  readonly now: Instant
}

export const ThisPostContext = createContext<ThisPost | null>(null)

export function useThisPost(): ThisPost {
  const post = useContext(ThisPostContext)
  if (!post) throw new Error('outside of the pane of a post')
  return post
}

/** What is changed together: the open variant, or with the master text open all of them. */
export function shownVariants({ detail, variant }: Pick<ThisPost, 'detail' | 'variant'>): readonly VariantDetail[] {
  return variant ? [variant] : detail.variants
}

/** With one channel there is nothing it could differ from: its text is the master text, until it has one of its own. */
export function isAlone({ detail, variant }: Pick<ThisPost, 'detail' | 'variant'>): boolean {
  return detail.variants.length === 1 && variant !== null && variant.text === null
}

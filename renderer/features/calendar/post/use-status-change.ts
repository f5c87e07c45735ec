/** How far a variant is, and what holds it back. */
import { create } from 'zustand'
import { useTranslation } from 'react-i18next'
import type { PostDetail, VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { canMove, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { client } from '../../../lib/api.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'
import { useChange } from '../../../lib/use-change.ts'
import { keepPost } from './post-saving.ts'

interface Refused {
  readonly postId: number
  readonly error: DescribedError
}

/** What was refused last, until something else is done: said at the text, where it is put right. */
const useRefused = create<{ readonly refused: Refused | null }>()(() => ({ refused: null }))
forgetWithLedger(useRefused)

export function useStatusRefusal(postId: number): DescribedError | null {
  return useRefused(({ refused }) => (refused?.postId === postId ? refused.error : null))
}

/** What was refused of one channel is said at its text, as it changes. */
export function isRefusedHere(error: DescribedError | null, variant: VariantDetail | null): boolean {
  return error?.code === 'post_not_ready' && variant !== null && error.data['channel'] === variant.channel
}

export function forgetStatusRefusal(): void {
  useRefused.setState({ refused: null })
}

/** Out of the archive it becomes what it was. */
export function canBecome(variant: VariantDetail, status: PostStatus): boolean {
  if (!canMove(variant.status, status)) return false
  return variant.status !== 'archived' || (status === 'published') === (variant.publishedOn !== null)
}

export function useStatusChange({ id: postId }: PostDetail) {
  const { t } = useTranslation('calendar')
  const change = useChange()

  /** Of those that can become it. What is typed goes first: it may be what is missing. */
  async function setStatus(variants: readonly VariantDetail[], status: PostStatus): Promise<boolean> {
    const ids = variants.filter((variant) => canBecome(variant, status)).map(({ id }) => id)
    if (ids.length === 0) return false
    forgetStatusRefusal()
    await keepPost(postId)
    const label = t('done.status', { count: ids.length, status: t(`status.${status}`) })
    return (await change.run((commandId) => client.calendar.setStatus({ commandId, ids, status }), label)) !== null
  }
  return { setStatus, isRunning: change.isRunning, error: change.error }
}

export function noteStatusRefusal(postId: number, error: DescribedError | null): void {
  useRefused.setState({ refused: error && { postId, error } })
}

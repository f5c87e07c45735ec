/** How long a variant's text is by its network's measure, and what the network has against it. */
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import { limitsOf, textLimitOf } from '../../../../shared/domain/network-limits.ts'
import { wordProblems, type WrittenProblem } from '../../../../shared/domain/post-readiness.ts'
import { hashtagsIn, textLength } from '../../../../shared/domain/text-length.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { PostDraft, VariantDraft } from './post-draft.ts'

export interface TextCount {
  /** "184 / 2.200 · 3 / 5 #" */
  readonly text: string
  readonly isOver: boolean
  readonly problems: readonly WrittenProblem[]
}

interface Counted {
  readonly variant: Pick<VariantDetail, 'network'>
  readonly own: Pick<VariantDraft, 'text' | 'format'>
  readonly draft: Pick<PostDraft, 'text' | 'title' | 'format'>
}

export function useTextCount({ variant: { network }, own, draft }: Counted): TextCount {
  const { t } = useTranslation('post')
  const number = useFormat().number
  // A long text is counted while one types on.
  const text = useDeferredValue(own.text ?? draft.text)
  const title = draft.title
  const format = own.format ?? draft.format
  return useMemo(() => {
    const problems = wordProblems({ network, format, title, text })
    const isOver = problems.some(({ kind }) => kind === 'text_too_long' || kind === 'too_many_hashtags')
    const { length, limit, tags, tagLimit } = measure(text, network, format)
    const part = (used: number, max: number | null) =>
      max === null ? number(used) : t('text.count', { used: number(used), limit: number(max) })
    const hashtags = tags === 0 ? [] : [t('text.hashtags', { count: tags, of: part(tags, tagLimit) })]
    return { text: [part(length, limit), ...hashtags].join(' · '), isOver, problems }
  }, [text, title, network, format, t, number])
}

function measure(text: string, network: Network | null, format: PostDraft['format']) {
  const limits = limitsOf(network ?? 'other')
  const limit = textLimitOf(limits, format ?? 'text', false)
  return {
    length: textLength(text, limit?.unit ?? 'code-points'),
    limit: limit?.max ?? null,
    tags: hashtagsIn(text).length,
    tagLimit: limits.hashtagsMax,
  }
}

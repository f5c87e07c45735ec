import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenProblem } from '../../../../shared/domain/post-readiness.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/use-format.ts'

type Said = Pick<WrittenProblem, 'used' | 'limit'> & { readonly kind: string; readonly unit?: string | null }

const KINDS = [
  'text_missing',
  'text_too_long',
  'title_missing',
  'title_too_long',
  'too_many_hashtags',
  'too_many_mentions',
  'too_few_media',
  'too_many_media',
  'media_kind',
  'alt_text_too_long',
  'channel_missing',
] as const

/** What a network has against a text, in a sentence. */
export function useProblemWords(): (problem: Said) => string {
  const { t } = useTranslation('post')
  const format = useFormat()
  return useCallback(
    ({ kind, used, limit, unit }) => {
      const known = KINDS.find((each) => each === kind)
      if (!known) return t('blocks.unknown')
      if (known === 'text_too_long' && unit === 'bytes')
        return t('blocks.text_too_long_bytes', { over: format.number(used - limit), limit: format.number(limit) })
      const texts = { over: format.number(used - limit), used: format.number(used), limit: format.number(limit) }
      return t(`blocks.${known}`, texts)
    },
    [t, format],
  )
}

interface Named {
  readonly kind: string
  readonly used: number
  readonly limit: number
}

/** What `post_not_ready` says of it. */
export function problemsIn({ data }: DescribedError): readonly Named[] {
  const problems = data['problems']
  if (!Array.isArray(problems)) return []
  return problems.map((problem: Partial<Record<keyof Named, unknown>>) => ({
    kind: String(problem.kind),
    used: Number(problem.used ?? 0),
    limit: Number(problem.limit ?? 0),
  }))
}

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { isOpen } from '../../../../shared/domain/post-status.ts'
import type { WrittenProblem } from '../../../../shared/domain/post-readiness.ts'
import styles from './post.module.css'
import { useThisPost } from './this-post.ts'
import { isRefusedHere, useStatusRefusal } from './use-status-change.ts'
import { useProblemWords } from './use-problem-words.ts'

interface TextProblemsProps {
  readonly variant: VariantDetail
  readonly problems: readonly WrittenProblem[]
}

/** While one writes: what would hold it back, and what is merely worth knowing. What is out is out. */
export function TextProblems({ variant, problems }: TextProblemsProps) {
  const { t } = useTranslation('post')
  const say = useProblemWords()
  // An empty text is no mistake while it is an idea.
  const isUnwritten = variant.status === 'idea' || variant.status === 'draft'
  const { detail } = useThisPost()
  const isRefused = isRefusedHere(useStatusRefusal(detail.id), variant)
  const told = problems.filter(({ kind }) => isRefused || !(isUnwritten && kind === 'text_missing'))
  if (told.length === 0 || !isOpen(variant.status)) return null
  const blocks = told.some(({ severity }) => severity === 'blocks')
  return (
    <div
      role={isRefused ? 'alert' : 'status'}
      className={styles.problems}
      data-refused={(isRefused && blocks) || undefined}
    >
      {isRefused && blocks && (
        <p className={styles.refusedTitle}>{t('blocks.refusedOn', { channel: variant.channel ?? '' })}</p>
      )}
      <ul>
        {told.map((problem) => (
          <li key={problem.kind} data-blocks={problem.severity === 'blocks' || undefined}>
            {problem.severity === 'blocks' ? (
              <CircleAlert size={14} aria-hidden />
            ) : (
              <TriangleAlert size={14} aria-hidden />
            )}
            {say(problem)}
          </li>
        ))}
      </ul>
      {blocks && !isRefused && <p>{t('blocks.notReady')}</p>}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './composer.module.css'
import { useOpenGaps } from './reply-drafts.ts'
import type { Answering } from './use-answering.ts'

export interface GapsProblemProps {
  readonly detail: ConversationDetail
  readonly answering: Answering
}

/** An answer with gaps of a snippet was held back: which they are, and how to give it all the same. Gone once they are filled in. */
export function GapsProblem({ detail, answering: { heldBack, isRunning } }: GapsProblemProps) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const gaps = useOpenGaps(detail)
  if (heldBack === null || gaps.length === 0) return null
  return (
    <div role="alert" className={styles.problem}>
      {t('reply.gaps', { count: gaps.length, gaps: format.list(gaps) })}{' '}
      <Button size="s" isPending={isRunning} onPress={() => void heldBack.goOn()}>
        {t(heldBack.isCopy ? 'reply.copyAnyway' : 'reply.answerAnyway')}
      </Button>
    </div>
  )
}

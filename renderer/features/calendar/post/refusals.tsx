import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DescribedError } from '../../../lib/errors.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './post.module.css'
import { useRefusal } from './post-saving.ts'
import { useThisPost } from './this-post.ts'
import { problemsIn, useProblemWords } from './use-problem-words.ts'
import { forgetStatusRefusal, isRefusedHere, useStatusRefusal } from './use-status-change.ts'

/** What the ledger would not take, said where it is put right. Everything stays typed. */
export function Refusals() {
  const { t } = useTranslation('post')
  const { detail, typing, variant } = useThisPost()
  const kept = useRefusal(detail.id)
  const status = useStatusRefusal(detail.id)
  return (
    <>
      {kept && (
        <ErrorPanel
          error={kept}
          actions={
            <Button size="s" onPress={() => void typing.keep()}>
              {t('problems.keepAgain')}
            </Button>
          }
        />
      )}
      {status &&
        !isRefusedHere(status, variant) &&
        (status.code === 'post_not_ready' ? <NotReady error={status} /> : <ErrorPanel error={status} />)}
    </>
  )
}

function NotReady({ error }: { readonly error: DescribedError }) {
  const { t } = useTranslation('post')
  const say = useProblemWords()
  const channel = error.data['channel']
  return (
    <div role="alert" className={styles.notReady}>
      <p>
        {typeof channel === 'string' ? t('blocks.refusedOn', { channel }) : t('blocks.refused')}
        <IconButton size="s" variant="quiet" icon={X} label={t('blocks.dismiss')} onPress={forgetStatusRefusal} />
      </p>
      <ul>
        {problemsIn(error).map((problem) => (
          <li key={problem.kind}>{say(problem)}</li>
        ))}
      </ul>
    </div>
  )
}

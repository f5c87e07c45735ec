/** Runs an erasure: says what it is at, forgets what could be undone, and says what was erased. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Erased } from '../../../../shared/contract/privacy.ts'
import { describeError, type DescribedError } from '../../../lib/errors.ts'
import { invalidateFeatures } from '../../../lib/query-client.ts'
import { useUndoStore } from '../../../lib/undo-store.ts'
import { showToast } from '../../../ui/toast-store.ts'

type Event =
  { readonly kind: 'progress'; readonly step: 'texts' | 'names' | 'file' } | ({ readonly kind: 'done' } & Erased)

export function useErasing() {
  const { t } = useTranslation('privacy')
  const [step, setStep] = useState<'texts' | 'names' | 'file' | null>(null)
  const [error, setError] = useState<DescribedError | null>(null)

  function outcome({ conversations, mentions }: Erased): string {
    const what = [
      ...(conversations > 0 ? [t('erase.conversations', { count: conversations })] : []),
      ...(mentions > 0 ? [t('erase.mentions', { count: mentions })] : []),
    ]
    return what.length === 0 ? t('erase.doneNothing') : t('erase.done', { what: what.join(', ') })
  }

  /** Answers whether it was done. */
  async function run(open: () => Promise<AsyncIterable<Event>>): Promise<boolean> {
    setError(null)
    setStep('texts')
    try {
      for await (const event of await open()) {
        if (event.kind === 'progress') setStep(event.step)
        else {
          useUndoStore.getState().clear()
          await invalidateFeatures('all')
          showToast({
            message: outcome(event),
            tone: 'success',
            ...(!event.isWiped && { description: t('erase.later') }),
          })
        }
      }
      return true
    } catch (thrown) {
      setError(describeError(thrown))
      return false
    } finally {
      setStep(null)
    }
  }
  return { run, step, error }
}

/** Why something was refused, at the edge of the window: of what is not ready, what the network has against it. */
import { useCallback } from 'react'
import { describeError } from '../../lib/errors.ts'
import { showError } from '../../lib/undo-actions.ts'
import { showToast } from '../../ui/toast-store.ts'
import { problemsIn, useProblemWords } from './post/use-problem-words.ts'

export function useRefusal(): (thrown: unknown) => void {
  const say = useProblemWords()
  return useCallback(
    (thrown) => {
      const error = describeError(thrown)
      const problems = error.code === 'post_not_ready' ? problemsIn(error) : []
      if (problems.length === 0) return showError(thrown)
      const description = problems.map((problem) => say(problem)).join(' ')
      showToast({ message: error.title, description, tone: 'error', topic: 'error' })
    },
    [say],
  )
}

/** Changing something where one control makes several kinds of changes. */
import { useCallback, useState } from 'react'
import type { Receipt } from '../../shared/contract/fields.ts'
import { type DescribedError, describeError } from './errors.ts'
import { showError } from './undo-actions.ts'
import { holdUndo } from './undo-store.ts'
import { settle } from './use-command.ts'

type Call = (commandId: string) => Promise<Receipt>

export interface Change {
  /** Resolves with null when it failed; `error` then says why. `label` names it in the toast and for undo. */
  run(call: Call, label: string, isQuiet?: boolean): Promise<Receipt | null>
  readonly isRunning: boolean
  readonly error: DescribedError | null
  clearError(): void
}

/**
 * Like `useCommand`, for places where one control makes several kinds of changes, each with a text of its own. Where more can be said of what
 * went wrong, a function says it.
 */
export function useChange(errors: 'beside' | 'toast' | ((thrown: unknown) => void) = 'beside'): Change {
  const [isRunning, setIsRunning] = useState(false)
  const [error, setError] = useState<DescribedError | null>(null)

  async function perform(call: Call, label: string, isQuiet: boolean): Promise<Receipt | null> {
    setIsRunning(true)
    setError(null)
    try {
      const receipt = await call(crypto.randomUUID())
      await settle(receipt, label, isQuiet)
      return receipt
    } catch (thrown) {
      if (errors === 'beside') setError(describeError(thrown))
      else if (errors === 'toast') showError(thrown)
      else errors(thrown)
      return null
    } finally {
      setIsRunning(false)
    }
  }

  const run: Change['run'] = (call, label, isQuiet = false) => holdUndo(perform(call, label, isQuiet))
  return { run, isRunning, error, clearError: useCallback(() => setError(null), []) }
}

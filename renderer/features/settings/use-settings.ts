/** The ledger's settings, and changing something: at once, with undo, with the error beside the field. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Receipt } from '../../../shared/contract/fields.ts'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { api, client } from '../../lib/api.ts'
import { type DescribedError, describeError } from '../../lib/errors.ts'
import { showError } from '../../lib/undo-actions.ts'
import { holdUndo } from '../../lib/undo-store.ts'
import { settle } from '../../lib/use-command.ts'

export type SettingsPatch = Partial<Omit<LedgerSettings, 'currency'>>

export function useLedgerSettings() {
  return useQuery(api.settings.ledger.queryOptions())
}

type Call = (commandId: string) => Promise<Receipt>

export interface Change {
  /** Resolves with null when it failed; `error` then says why. `label` names it in the toast and for undo. */
  run(call: Call, label: string, isQuiet?: boolean): Promise<Receipt | null>
  readonly isRunning: boolean
  readonly error: DescribedError | null
  clearError(): void
}

/** Like `useCommand`, for places where one control makes several kinds of changes, each with a text of its own. */
export function useChange(errors: 'beside' | 'toast' = 'beside'): Change {
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
      else showError(thrown)
      return null
    } finally {
      setIsRunning(false)
    }
  }

  const run: Change['run'] = (call, label, isQuiet = false) => holdUndo(perform(call, label, isQuiet))
  return { run, isRunning, error, clearError: useCallback(() => setError(null), []) }
}

export interface SettingSaver {
  save(patch: SettingsPatch, label: string): Promise<boolean>
  readonly errorText: string | undefined
}

/** One per field, so that each shows its own error. */
export function useSaveSetting(): SettingSaver {
  const change = useChange()
  return {
    save: async (patch, label) =>
      (await change.run((commandId) => client.settings.update({ commandId, patch }), label)) !== null,
    errorText: change.error === null ? undefined : `${change.error.title} ${change.error.advice}`,
  }
}

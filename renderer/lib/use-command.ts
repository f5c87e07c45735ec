/** Runs a changing procedure: gives it an id, offers undo when the receipt does, turns errors into texts. */
import { useCallback, useState } from 'react'
import type { Receipt } from '../../shared/contract/fields.ts'
import { client } from './api.ts'
import { withReconnect } from './connection-error.ts'
import { type DescribedError, describeError } from './errors.ts'
import { isDialogOpen } from './open-dialog.ts'
import { invalidateFeatures } from './query-client.ts'
import { offerUndo, showError } from './undo-actions.ts'
import { holdUndo, useUndoStore } from './undo-store.ts'
import { showToast } from '../ui/toast-store.ts'

/** Some commands answer with more than the receipt; it then stands in `receipt`. */
type Answer = Receipt | { readonly receipt: Receipt }
type Procedure<Input, Output extends Answer> = (input: Input) => Promise<Output>

export interface CommandOptions<Output> {
  /** What was done, for the toast and for undo: "Kosten gelöscht". A function when the answer is needed for it. */
  readonly done: string | ((answer: Output) => string)
  /** 'toast' says what went wrong at the edge of the window; 'caller' leaves it to the form, which shows `error`. */
  readonly errors?: 'toast' | 'caller'
  /** No toast on success; undo by key still works. */
  readonly isQuiet?: boolean
  /** Why the command cannot be taken back, where undo must stop at it and say so. */
  readonly finalReason?: string
}

export interface Command<Input, Output> {
  /** Resolves with null when it failed; `error` then says why. */
  run(input: Omit<Input, 'commandId'>): Promise<Output | null>
  readonly isRunning: boolean
  readonly error: DescribedError | null
  clearError(): void
}

function receiptOf(answer: Answer): Receipt {
  return 'receipt' in answer ? answer.receipt : answer
}

export function useCommand<Input extends { commandId: string }, Output extends Answer>(
  procedure: Procedure<Input, Output>,
  options: CommandOptions<Output>,
): Command<Input, Output> {
  const [isRunning, setIsRunning] = useState(false)
  const [error, setError] = useState<DescribedError | null>(null)

  async function perform(input: Omit<Input, 'commandId'>): Promise<Output | null> {
    setIsRunning(true)
    setError(null)
    try {
      const command = { ...input, commandId: crypto.randomUUID() } as Input
      const answer = await withReconnect(() => procedure(command))
      const label = typeof options.done === 'function' ? options.done(answer) : options.done
      await settle(receiptOf(answer), label, options.isQuiet === true)
      if (options.finalReason !== undefined) stopUndoAt(command.commandId, label, options.finalReason)
      return answer
    } catch (thrown) {
      if (options.errors === 'caller') setError(describeError(thrown))
      else showError(thrown)
      return null
    } finally {
      setIsRunning(false)
    }
  }

  const run = (input: Omit<Input, 'commandId'>) => holdUndo(perform(input))
  return { run, isRunning, error, clearError: useCallback(() => setError(null), []) }
}

function stopUndoAt(commandId: string, label: string, finalReason: string): void {
  const nothing = () => Promise.resolve()
  useUndoStore.getState().push({ commandId, label, finalReason, undo: nothing, redo: nothing })
}

/** Also for commands that are not run through the hook, e.g. at the end of a stream. */
export async function settle(receipt: Receipt, label: string, isQuiet = false): Promise<void> {
  if (receipt.isUndoable) useUndoStore.getState().push(makeStep(receipt.commandId, label))
  const read = invalidateReceipt(receipt)
  // A dialog closes once the ledger has what was entered: until then it takes the keys. What stands on the page waits, and shows what is true.
  if (!isDialogOpen()) await read
  if (isQuiet) return
  if (receipt.isUndoable) offerUndo(receipt.commandId, label)
  else showToast({ message: label, tone: 'success' })
}

/** Undo is a command too: redo is the undo of the undo. */
function makeStep(commandId: string, label: string) {
  let latest = commandId
  const takeBack = async () => {
    const command = { commandId: crypto.randomUUID(), undoes: latest }
    const receipt = await withReconnect(() => client.history.undo(command))
    latest = receipt.commandId
    await invalidateReceipt(receipt)
  }
  return { commandId, label, undo: takeBack, redo: takeBack }
}

async function invalidateReceipt(receipt: Receipt): Promise<void> {
  // The result is computed from everything else, so it is out of date after any change.
  const features = receipt.changed.map((change) => change.feature)
  await invalidateFeatures([...new Set([...features, 'result', 'app'])])
}

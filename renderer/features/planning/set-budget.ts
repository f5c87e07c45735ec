/** Enters budgets, one field or many at once, as one step of undo with a name of its own. */
import type { BudgetChange } from '../../../shared/contract/planning.ts'
import { client } from '../../lib/api.ts'
import { withReconnect } from '../../lib/connection-error.ts'
import { showError } from '../../lib/undo-actions.ts'
import { holdUndo } from '../../lib/undo-store.ts'
import { settle } from '../../lib/use-command.ts'

/** True when it is done. */
export function setBudget(changes: readonly BudgetChange[], done: string, isQuiet = false): Promise<boolean> {
  return changes.length === 0 ? Promise.resolve(true) : holdUndo(perform(changes, done, isQuiet))
}

async function perform(changes: readonly BudgetChange[], done: string, isQuiet: boolean): Promise<boolean> {
  try {
    const command = { commandId: crypto.randomUUID(), changes: [...changes] }
    await settle(await withReconnect(() => client.planning.setBudget(command)), done, isQuiet)
    return true
  } catch (error) {
    showError(error)
    return false
  }
}

/** Enters budgets, one field or many at once, as one step of undo with a name of its own. */
import type { BudgetChange } from '../../../shared/contract/planning.ts'
import { client } from '../../lib/api.ts'
import { withReconnect } from '../../lib/connection-error.ts'
import { showError } from '../../lib/undo-actions.ts'
import { settle } from '../../lib/use-command.ts'

/** True when it is done. */
export async function setBudget(changes: readonly BudgetChange[], done: string, isQuiet = false): Promise<boolean> {
  if (changes.length === 0) return true
  try {
    const command = { commandId: crypto.randomUUID(), changes: [...changes] }
    await settle(await withReconnect(() => client.planning.setBudget(command)), done, isQuiet)
    return true
  } catch (error) {
    showError(error)
    return false
  }
}

import { command, procedures } from '../../implement.ts'
import { readBudgetYear, setBudget } from './budget-store.ts'

const { planning } = procedures

export const planningProcedures = {
  budget: planning.budget.handler(({ input, context }) => readBudgetYear(context.backend.ledger.reader, input.year)),
  setBudget: planning.setBudget.handler(
    command((db, input) => {
      setBudget(db, input.changes)
      return null
    }),
  ),
}

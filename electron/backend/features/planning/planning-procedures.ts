import { procedures } from '../../implement.ts'
import { readBudgetYear, setBudget } from './budget-store.ts'

const { planning } = procedures

export const planningProcedures = {
  budget: planning.budget.handler(({ input, context }) => readBudgetYear(context.backend.ledger.reader, input.year)),
  setBudget: planning.setBudget.handler(({ input, context }) =>
    context.backend.ledger.run('planning.setBudget', input.commandId, (db) => {
      setBudget(db, input.changes)
      return null
    }),
  ),
}

import { procedures } from '../../implement.ts'
import { readLines, sumLines } from './ledger-store.ts'
import * as manual from './manual-store.ts'
import { verifyLedger } from './verify.ts'

const { ledger } = procedures

export const ledgerProcedures = {
  lines: ledger.lines.handler(({ input, context }) => {
    const db = context.backend.ledger.reader
    const lines = readLines(db, input.filter, input.cursor, input.limit)
    const last = lines.at(-1)
    return {
      lines,
      next: last && lines.length === input.limit ? { day: last.day, id: last.id } : null,
      sums: input.cursor === null ? sumLines(db, input.filter) : null,
    }
  }),

  expenses: ledger.expenses.handler(({ context }) => manual.readExpenses(context.backend.ledger.reader)),
  addExpense: ledger.addExpense.handler(({ input, context }) =>
    context.backend.ledger.run('ledger.addExpense', input.commandId, (db) => manual.addExpense(db, input.expense)),
  ),
  updateExpense: ledger.updateExpense.handler(({ input, context }) =>
    context.backend.ledger.run('ledger.updateExpense', input.commandId, (db) => {
      manual.updateExpense(db, input.id, input.expense)
      return input.id
    }),
  ),
  removeExpense: ledger.removeExpense.handler(({ input, context }) =>
    context.backend.ledger.run('ledger.removeExpense', input.commandId, (db) => {
      manual.removeExpense(db, input.id)
      return input.id
    }),
  ),

  verify: ledger.verify.handler(({ context }) => verifyLedger(context.backend.ledger.reader)),
}

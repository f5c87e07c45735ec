import { attachFiles, detachFiles } from '../../attachments/attachment-store.ts'
import type { Backend } from '../../backend.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { commandOn, procedures } from '../../implement.ts'
import { addExpense, assertCurrency, readExpenses, removeExpense, updateExpense } from './expense-store.ts'
import { creativeServices, settleLevy, type LevyChoice } from './levy-store.ts'
import { readRates, removeRate, setRate } from './rate-store.ts'
import { checkReceipts, ReceiptReader, tidyReceipts } from './receipts.ts'

const { costs } = procedures
const reader = new ReceiptReader()

interface Beside {
  readonly attach: readonly string[]
  readonly detach: readonly number[]
  readonly levy?: LevyChoice | null | undefined
}

/** Receipts and levy of an expense, in the command that writes it. */
function settleBeside(backend: Backend, db: Connection, id: number, beside: Beside, context: CommandContext): void {
  detachFiles(db, 'expense_id', id, beside.detach)
  const target = { db, ledgerPath: backend.ledger.path, uploads: backend.receipts, ownerId: id, now: context.now }
  attachFiles({ ...target, owner: 'expense_id' }, beside.attach)
  settleLevy(db, id, beside.levy, context.settings)
}

function forget({ receipts }: Backend, handles: readonly string[]): void {
  for (const handle of handles) receipts.discard(handle)
}

export const costsProcedures = {
  expenses: costs.expenses.handler(({ context }) => {
    const { reader: db, path } = context.backend.ledger
    return readExpenses(db, path)
  }),
  addExpense: costs.addExpense.handler(async ({ input, context: { backend } }) => {
    const receipt = await backend.ledger.run('costs.addExpense', input.commandId, (db, context) => {
      const id = addExpense(db, input.expense, context.settings.currency, null)
      settleBeside(backend, db, id, input, context)
      return id
    })
    forget(backend, input.attach)
    return receipt
  }),
  updateExpense: costs.updateExpense.handler(async ({ input, context: { backend } }) => {
    const receipt = await backend.ledger.run('costs.updateExpense', input.commandId, (db, context) => {
      updateExpense(db, input.id, input.expense, context.settings.currency)
      settleBeside(backend, db, input.id, input, context)
      return input.id
    })
    forget(backend, input.attach)
    return receipt
  }),
  removeExpense: costs.removeExpense.handler(commandOn((db, input) => removeExpense(db, input.id))),
  creativeServices: costs.creativeServices.handler(({ input, context }) =>
    creativeServices(context.backend.ledger.reader, input.year),
  ),

  exchangeRates: costs.exchangeRates.handler(({ context }) => readRates(context.backend.ledger.reader)),
  setExchangeRate: costs.setExchangeRate.handler(({ input, context }) =>
    context.backend.ledger.run('costs.setExchangeRate', input.commandId, (db, { settings }) => {
      assertCurrency(input.currency, settings.currency)
      return setRate(db, input.currency, input.day, input.rateMillionths)
    }),
  ),
  removeExchangeRate: costs.removeExchangeRate.handler(commandOn((db, input) => removeRate(db, input.id))),

  stageReceipt: costs.stageReceipt.handler(({ input, context }) => ({
    handle: context.backend.receipts.stage(input.name, input.bytes),
  })),
  appendReceipt: costs.appendReceipt.handler(({ input, context }) => ({
    receivedBytes: context.backend.receipts.append(input.handle, input.base64),
  })),
  discardReceipt: costs.discardReceipt.handler(({ input, context }) => {
    context.backend.receipts.discard(input.handle)
    return {}
  }),
  readReceipt: costs.readReceipt.handler(({ input, context }) =>
    reader.read(context.backend.ledger, input.id, input.offset),
  ),
  checkReceipts: costs.checkReceipts.handler(({ context }) => checkReceipts(context.backend.ledger)),
  tidyReceipts: costs.tidyReceipts.handler(({ context }) => tidyReceipts(context.backend.ledger)),
}

import { procedures } from '../../implement.ts'
import { readRevenue, sumRevenue } from './purchase-store.ts'
import * as sales from './sale-store.ts'

const { revenue } = procedures

export const revenueProcedures = {
  purchases: revenue.purchases.handler(({ input, context }) => {
    const db = context.backend.ledger.reader
    const rows = readRevenue(db, input.filter, input.cursor, input.limit)
    const last = rows.at(-1)
    return {
      rows,
      next: last && rows.length === input.limit ? { day: last.day, id: last.eventId } : null,
      sums: input.cursor === null ? sumRevenue(db, input.filter) : null,
    }
  }),

  sales: revenue.sales.handler(({ context }) => sales.readSales(context.backend.ledger.reader)),
  addSale: revenue.addSale.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.addSale', input.commandId, (db, { settings }) =>
      sales.addSale(db, input.sale, settings.timeZone),
    ),
  ),
  updateSale: revenue.updateSale.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.updateSale', input.commandId, (db, { settings }) => {
      sales.updateSale(db, input.id, input.sale, settings.timeZone)
      return input.id
    }),
  ),
  removeSale: revenue.removeSale.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.removeSale', input.commandId, (db) => {
      sales.removeSale(db, input.id)
      return input.id
    }),
  ),
}

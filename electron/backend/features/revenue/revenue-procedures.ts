import { procedures } from '../../implement.ts'
import { readCoverage } from './coverage-store.ts'
import * as leads from './lead-store.ts'
import { readMargins, setMargin } from './margin-store.ts'
import { readPurchase } from './purchase-details.ts'
import { readRevenue, sumRevenue } from './purchase-store.ts'
import { readRules } from './rule-store.ts'
import * as sales from './sale-store.ts'
import * as subscriptions from './subscription-store.ts'
import * as touches from './touch-store.ts'

const { revenue } = procedures

const saleProcedures = {
  addSale: revenue.addSale.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.addSale', input.commandId, (db, { settings }) =>
      sales.addSale(db, input.sale, settings),
    ),
  ),
  updateSale: revenue.updateSale.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.updateSale', input.commandId, (db, { settings }) => {
      sales.updateSale(db, input.id, input.sale, settings)
      return input.id
    }),
  ),
  removeSale: revenue.removeSale.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.removeSale', input.commandId, (db) => {
      sales.removeSale(db, input.id)
      return input.id
    }),
  ),
  updatePurchase: revenue.updatePurchase.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.updatePurchase', input.commandId, (db) => {
      sales.updatePurchase(db, input.id, input.patch)
      return input.id
    }),
  ),
}

const touchProcedures = {
  addTouch: revenue.addTouch.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.addTouch', input.commandId, (db, { settings }) =>
      touches.addTouch(db, input.eventId, input.touch, settings.timeZone),
    ),
  ),
  updateTouch: revenue.updateTouch.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.updateTouch', input.commandId, (db, { settings }) => {
      touches.updateTouch(db, input.id, input.touch, settings.timeZone)
      return input.id
    }),
  ),
  removeTouch: revenue.removeTouch.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.removeTouch', input.commandId, (db) => {
      touches.removeTouch(db, input.id)
      return input.id
    }),
  ),
  assignOrigin: revenue.assignOrigin.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.assignOrigin', input.commandId, (db) => {
      touches.assignOrigin(db, input.eventIds, input.touch)
      return null
    }),
  ),
}

const subscriptionProcedures = {
  subscriptions: revenue.subscriptions.handler(({ context }) =>
    subscriptions.readSubscriptions(context.backend.ledger.reader),
  ),
  addSubscription: revenue.addSubscription.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.addSubscription', input.commandId, (db, command) =>
      subscriptions.addSubscription(db, input.subscription, command),
    ),
  ),
  updateSubscription: revenue.updateSubscription.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.updateSubscription', input.commandId, (db, command) => {
      subscriptions.updateSubscription(db, input.id, input.subscription, command)
      return input.id
    }),
  ),
  removeSubscription: revenue.removeSubscription.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.removeSubscription', input.commandId, (db) => {
      subscriptions.removeSubscription(db, input.id)
      return input.id
    }),
  ),
}

const leadProcedures = {
  leads: revenue.leads.handler(({ input, context }) => leads.readLeads(context.backend.ledger.reader, input)),
  addLead: revenue.addLead.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.addLead', input.commandId, (db, { settings }) =>
      leads.addLead(db, input.lead, settings.timeZone),
    ),
  ),
  updateLead: revenue.updateLead.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.updateLead', input.commandId, (db, { settings }) => {
      leads.updateLead(db, input.id, input.lead, settings.timeZone)
      return input.id
    }),
  ),
  removeLead: revenue.removeLead.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.removeLead', input.commandId, (db) => {
      leads.removeLead(db, input.id)
      return input.id
    }),
  ),
  winLead: revenue.winLead.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.winLead', input.commandId, (db, { settings }) =>
      leads.winLead(db, input.id, input.deal, settings),
    ),
  ),
  loseLead: revenue.loseLead.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.loseLead', input.commandId, (db) => {
      leads.loseLead(db, input.id, input.day, input.reason)
      return input.id
    }),
  ),
  reopenLead: revenue.reopenLead.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.reopenLead', input.commandId, (db) => {
      leads.reopenLead(db, input.id)
      return input.id
    }),
  ),
}

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
  coverage: revenue.coverage.handler(({ input, context }) => readCoverage(context.backend.ledger.reader, input.period)),
  purchase: revenue.purchase.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readPurchase(ledger.reader, input.id, ledger.settings())
  }),
  ...saleProcedures,
  ...touchProcedures,
  ...subscriptionProcedures,
  margins: revenue.margins.handler(({ context }) => {
    const { ledger } = context.backend
    return readMargins(ledger.reader, ledger.settings().marginBasisPoints)
  }),
  setMargin: revenue.setMargin.handler(({ input, context }) =>
    context.backend.ledger.run('revenue.setMargin', input.commandId, (db) => {
      setMargin(db, input.of, input.basisPoints)
      return null
    }),
  ),
  ...leadProcedures,
  rules: revenue.rules.handler(({ context }) => readRules(context.backend.ledger.reader)),
}

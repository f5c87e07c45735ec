import { command, commandOn, procedures } from '../../implement.ts'
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
  addSale: revenue.addSale.handler(command((db, input, { settings }) => sales.addSale(db, input.sale, settings))),
  updateSale: revenue.updateSale.handler(
    commandOn((db, input, { settings }) => sales.updateSale(db, input.id, input.sale, settings)),
  ),
  removeSale: revenue.removeSale.handler(commandOn((db, input) => sales.removeSale(db, input.id))),
  updatePurchase: revenue.updatePurchase.handler(
    commandOn((db, input) => sales.updatePurchase(db, input.id, input.patch)),
  ),
}

const touchProcedures = {
  addTouch: revenue.addTouch.handler(
    command((db, input, { settings }) => touches.addTouch(db, input.eventId, input.touch, settings.timeZone)),
  ),
  updateTouch: revenue.updateTouch.handler(
    commandOn((db, input, { settings }) => touches.updateTouch(db, input.id, input.touch, settings.timeZone)),
  ),
  removeTouch: revenue.removeTouch.handler(commandOn((db, input) => touches.removeTouch(db, input.id))),
  assignOrigin: revenue.assignOrigin.handler(
    command((db, input) => {
      touches.assignOrigin(db, input.eventIds, input.touch)
      return null
    }),
  ),
}

const subscriptionProcedures = {
  subscriptions: revenue.subscriptions.handler(({ context }) =>
    subscriptions.readSubscriptions(context.backend.ledger.reader),
  ),
  addSubscription: revenue.addSubscription.handler(
    command((db, input, running) => subscriptions.addSubscription(db, input.subscription, running)),
  ),
  updateSubscription: revenue.updateSubscription.handler(
    commandOn((db, input, running) => subscriptions.updateSubscription(db, input.id, input.subscription, running)),
  ),
  removeSubscription: revenue.removeSubscription.handler(
    commandOn((db, input) => subscriptions.removeSubscription(db, input.id)),
  ),
}

const leadProcedures = {
  leads: revenue.leads.handler(({ input, context }) => leads.readLeads(context.backend.ledger.reader, input)),
  addLead: revenue.addLead.handler(
    command((db, input, { settings }) => leads.addLead(db, input.lead, settings.timeZone)),
  ),
  updateLead: revenue.updateLead.handler(
    commandOn((db, input, { settings }) => leads.updateLead(db, input.id, input.lead, settings.timeZone)),
  ),
  removeLead: revenue.removeLead.handler(commandOn((db, input) => leads.removeLead(db, input.id))),
  winLead: revenue.winLead.handler(
    command((db, input, { settings }) => leads.winLead(db, input.id, input.deal, settings)),
  ),
  loseLead: revenue.loseLead.handler(commandOn((db, input) => leads.loseLead(db, input.id, input.day, input.reason))),
  reopenLead: revenue.reopenLead.handler(commandOn((db, input) => leads.reopenLead(db, input.id))),
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
  setMargin: revenue.setMargin.handler(
    command((db, input) => {
      setMargin(db, input.of, input.basisPoints)
      return null
    }),
  ),
  ...leadProcedures,
  rules: revenue.rules.handler(({ context }) => readRules(context.backend.ledger.reader)),
}

import { procedures } from '../../implement.ts'
import * as store from './people-store.ts'
import { previewRate } from './rate-preview.ts'
import { readTrackedShares } from './tracked-shares.ts'
import { workingDaysOf } from './working-days.ts'

const { settings } = procedures

export const peopleProcedures = {
  people: settings.people.handler(({ context }) => store.readPeople(context.backend.ledger.reader)),
  addPerson: settings.addPerson.handler(({ input, context }) =>
    context.backend.ledger.run('settings.addPerson', input.commandId, (db) => store.createPerson(db, input)),
  ),
  updatePerson: settings.updatePerson.handler(({ input, context }) =>
    context.backend.ledger.run('settings.updatePerson', input.commandId, (db) => {
      store.changePerson(db, input.id, input.patch)
      return input.id
    }),
  ),
  removePerson: settings.removePerson.handler(({ input, context }) =>
    context.backend.ledger.run('settings.removePerson', input.commandId, (db) => {
      store.removePerson(db, input.id)
      return input.id
    }),
  ),
  setRate: settings.setRate.handler(({ input, context }) =>
    context.backend.ledger.run('settings.setRate', input.commandId, (db) => store.setRate(db, input)),
  ),
  previewRate: settings.previewRate.handler(({ input, context }) => {
    const { ledger } = context.backend
    return previewRate(ledger.reader, input, ledger.today())
  }),
  removeRate: settings.removeRate.handler(({ input, context }) =>
    context.backend.ledger.run('settings.removeRate', input.commandId, (db) => {
      store.removeRate(db, input.id)
      return input.id
    }),
  ),
  setOpportunityRate: settings.setOpportunityRate.handler(({ input, context }) =>
    context.backend.ledger.run('settings.setOpportunityRate', input.commandId, (db) =>
      store.setOpportunityRate(db, input),
    ),
  ),
  removeOpportunityRate: settings.removeOpportunityRate.handler(({ input, context }) =>
    context.backend.ledger.run('settings.removeOpportunityRate', input.commandId, (db) => {
      store.removeOpportunityRate(db, input.id)
      return input.id
    }),
  ),
  trackedShares: settings.trackedShares.handler(({ context }) => {
    const { ledger } = context.backend
    return readTrackedShares(ledger.reader, ledger.settings(), ledger.today())
  }),
  workingDays: settings.workingDays.handler(({ input, context }) =>
    workingDaysOf(input.year, context.backend.ledger.settings().holidayRegion),
  ),
}

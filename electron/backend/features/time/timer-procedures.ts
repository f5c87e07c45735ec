import { procedures } from '../../implement.ts'
import * as store from './timer-store.ts'

const { time } = procedures

export const timerProcedures = {
  running: time.running.handler(({ context: { backend } }) => {
    const { ledger } = backend
    const selfPersonId = store.selfPersonOf(ledger.reader, ledger.settings())
    const entries = store.readRunning(ledger.reader, selfPersonId, backend.signs.lastSeenAt).slice(0, 200)
    return { selfPersonId, now: ledger.now(), entries }
  }),
  start: time.start.handler(({ input, context: { backend } }) =>
    backend.ledger.run('time.start', input.commandId, (db, command) => store.startTimer(db, command, input)),
  ),
  continue: time.continue.handler(({ input, context: { backend } }) =>
    backend.ledger.run('time.continue', input.commandId, (db, command) => store.continueEntry(db, command, input.id)),
  ),
  stop: time.stop.handler(({ input, context: { backend } }) =>
    backend.ledger.run('time.stop', input.commandId, (db, command) => {
      store.stopTimer(db, command, input.id, input.at)
      return input.id
    }),
  ),
  settleAbsence: time.settleAbsence.handler(async ({ input, context: { backend } }) => {
    const { commandId, id, ...absence } = input
    const receipt = await backend.ledger.run('time.settleAbsence', commandId, (db, command) =>
      store.settleAbsence(db, command, id, absence),
    )
    // Work all along changes no row: the question is answered all the same.
    backend.signs.settle(id)
    backend.changes.announceFeatures(['time'])
    return receipt
  }),
}

import { selfPersonOf } from '../../database/oneself.ts'
import { command, commandOn, procedures } from '../../implement.ts'
import * as store from './timer-store.ts'

const { time } = procedures

export const timerProcedures = {
  running: time.running.handler(({ context: { backend } }) => {
    const { ledger } = backend
    const selfPersonId = selfPersonOf(ledger.reader, ledger.settings())
    const entries = store.readRunning(ledger.reader, selfPersonId, backend.signs.lastSeenAt).slice(0, 200)
    return { selfPersonId, now: ledger.now(), entries }
  }),
  start: time.start.handler(command((db, input, running) => store.startTimer(db, running, input))),
  continue: time.continue.handler(command((db, input, running) => store.continueEntry(db, running, input.id))),
  stop: time.stop.handler(commandOn((db, input, running) => store.stopTimer(db, running, input.id, input.at))),
  settleAbsence: time.settleAbsence.handler(async ({ input, context: { backend } }) => {
    const { commandId, id, ...absence } = input
    const receipt = await backend.ledger.run('time.settleAbsence', commandId, (db, running) =>
      store.settleAbsence(db, running, id, absence),
    )
    // Work all along changes no row: the question is answered all the same.
    backend.signs.settle(id)
    backend.changes.announceFeatures(['time'])
    return receipt
  }),
}

import { expected } from '../../database/expected.ts'
import { procedures } from '../../implement.ts'

const { time } = procedures

export const timerProcedures = {
  running: time.running.handler(() => {
    throw expected('not_found', { what: 'running' })
  }),
  start: time.start.handler(() => {
    throw expected('not_found', { what: 'start' })
  }),
  continue: time.continue.handler(() => {
    throw expected('not_found', { what: 'continue' })
  }),
  stop: time.stop.handler(() => {
    throw expected('not_found', { what: 'stop' })
  }),
  settleAbsence: time.settleAbsence.handler(() => {
    throw expected('not_found', { what: 'settleAbsence' })
  }),
}

import { expected } from '../../database/expected.ts'
import { procedures } from '../../implement.ts'

const { time } = procedures

export const reportProcedures = {
  report: time.report.handler(() => {
    throw expected('not_found', { what: 'report' })
  }),
}

import { procedures } from '../../implement.ts'
import { reportHours } from './report.ts'

const { time } = procedures

export const reportProcedures = {
  report: time.report.handler(({ input, context }) =>
    reportHours(context.backend.ledger.reader, input.filter, input.by),
  ),
}

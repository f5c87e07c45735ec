import { explain, procedures } from '../../implement.ts'
import { exportHours } from './export-file.ts'
import { reportHours } from './report.ts'

const { time } = procedures

export const reportProcedures = {
  report: time.report.handler(({ input, context }) =>
    reportHours(context.backend.ledger.reader, input.filter, input.by),
  ),

  exportFile: time.exportFile.handler(async function* ({ input, context, signal }) {
    try {
      const { numbers = input.language === 'de' ? 'comma' : 'point' } = input
      yield* exportHours(context.backend, { ...input, numbers }, signal)
    } catch (error) {
      throw explain(error, ['time', 'exportFile'], context.backend)
    }
  }),
}

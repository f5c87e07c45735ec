import { explain, procedures } from '../../implement.ts'
import { exportFile } from './export-file.ts'
import { monthReport } from './month-report.ts'
import { composeReport } from './report-document.ts'
import { wordsFor } from './report-words.ts'

const { reports } = procedures

export const reportsProcedures = {
  monthReport: reports.monthReport.handler(async ({ input, context }) => {
    const figures = await monthReport(context.backend, input)
    return { figures, document: composeReport(figures, wordsFor(input.language, figures.ledger.currency)) }
  }),

  exportFile: reports.exportFile.handler(async function* ({ input, context, signal }) {
    try {
      const { numbers = input.language === 'de' ? 'comma' : 'point' } = input
      yield* exportFile(context.backend, { ...input, numbers }, signal)
    } catch (error) {
      throw explain(error, ['reports', 'exportFile'], context.backend)
    }
  }),
}

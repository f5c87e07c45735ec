import { combinationProcedures } from './combination-procedures.ts'
import { entryProcedures } from './entry-procedures.ts'
import { projectProcedures } from './project-procedures.ts'
import { reportProcedures } from './report-procedures.ts'
import { sheetProcedures } from './sheet-procedures.ts'
import { timerProcedures } from './timer-procedures.ts'
import { understandProcedures } from './understand-procedures.ts'

export const timeProcedures = {
  ...timerProcedures,
  ...entryProcedures,
  ...combinationProcedures,
  ...understandProcedures,
  ...reportProcedures,
  ...projectProcedures,
  ...sheetProcedures,
}

import { command, commandOn, procedures } from '../../implement.ts'
import type { Feature } from '../../../../shared/contract/fields.ts'
import type { Month } from '../../../../shared/domain/day.ts'
import { closeMonth, previewClose, readMonths } from './closing.ts'
import { readLine, readLines, sumLines } from './ledger-store.ts'
import * as manual from './manual-lines.ts'
import { readSnapshot } from '../../database/snapshot.ts'
import { verifyLedger } from './verify.ts'

const { ledger } = procedures

/** Screens that show what is closed. */
const SHOWING_MONTHS = [
  'ledger',
  'costs',
  'revenue',
  'records',
  'result',
  'reports',
] as const satisfies readonly Feature[]

export const ledgerProcedures = {
  lines: ledger.lines.handler(({ input, context }) => {
    const db = context.backend.ledger.reader
    const lines = readLines(db, input.filter, input.cursor, input.limit)
    const last = lines.at(-1)
    return {
      lines,
      next: last && lines.length === input.limit ? { day: last.day, id: last.id } : null,
      sums: input.cursor === null ? sumLines(db, input.filter) : null,
    }
  }),

  line: ledger.line.handler(({ input, context }) => readLine(context.backend.ledger.reader, input.id)),

  addManualLine: ledger.addManualLine.handler(command((db, input) => manual.addManualLine(db, input.line))),
  updateManualLine: ledger.updateManualLine.handler(
    commandOn((db, input) => manual.updateManualLine(db, input.id, input.line)),
  ),
  removeManualLine: ledger.removeManualLine.handler(commandOn((db, input) => manual.removeManualLine(db, input.id))),
  reverseLine: ledger.reverseLine.handler(
    command((db, input, { today }) => manual.reverseLine(db, input.lineId, input.text, today)),
  ),
  correctLine: ledger.correctLine.handler(
    command((db, input, { today }) => manual.correctLine(db, input.lineId, input.line, today)),
  ),

  months: ledger.months.handler(({ context }) =>
    readMonths(context.backend.ledger.reader, context.backend.ledger.today()),
  ),
  previewClose: ledger.previewClose.handler(async ({ input, context }) => {
    const { ledger: file } = context.backend
    // A day may have begun unnoticed: what closing would book is previewed.
    await context.backend.followCosts()
    return previewClose(file.reader, input.month as Month, file.today(), file.settings())
  }),
  closeMonth: ledger.closeMonth.handler(({ input, context }) =>
    context.backend.ledger.runFinal('ledger.closeMonth', input.commandId, SHOWING_MONTHS, (db, running) =>
      closeMonth(db, input.month as Month, input.withEarlier, running),
    ),
  ),

  // On a connection of its own: see refuseDamagedFile.
  verify: ledger.verify.handler(({ context }) => readSnapshot(context.backend.ledger.path, verifyLedger)),
}

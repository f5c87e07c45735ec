import { command, commandOn, explain, procedures } from '../../implement.ts'
import { textFile } from '../../files/file-pieces.ts'
import { htmlFile } from '../../files/html-file.ts'
import type { Backend } from '../../backend.ts'
import type { TimesheetQuestion } from '../../../../shared/contract/billing-records.ts'
import { readClientReport } from './client-report.ts'
import { composeClientReport } from './client-report-document.ts'
import { readResults } from './client-results.ts'
import * as invoices from './invoice-store.ts'
import { readClient, readClients, readFullest, readWarnings } from './overview.ts'
import { paperWords } from './paper-words.ts'
import * as terms from './terms-store.ts'
import { timesheetCsv } from './timesheet-csv.ts'
import { composeTimesheet } from './timesheet-document.ts'
import { readTimesheet } from './timesheet-figures.ts'

const { billing } = procedures

const termProcedures = {
  setRounding: billing.setRounding.handler(
    command((db, input) => {
      terms.setRounding(db, input.clientId, input.rounding)
      return input.clientId
    }),
  ),
  setRate: billing.setRate.handler(command((db, input) => terms.setRate(db, input))),
  removeRate: billing.removeRate.handler(commandOn((db, input) => terms.removeRate(db, input.id))),
  addRetainer: billing.addRetainer.handler(
    command((db, input) => terms.addRetainer(db, input.clientId, input.retainer)),
  ),
  updateRetainer: billing.updateRetainer.handler(
    commandOn((db, input) => terms.updateRetainer(db, input.id, input.retainer)),
  ),
  removeRetainer: billing.removeRetainer.handler(commandOn((db, input) => terms.removeRetainer(db, input.id))),
}

/** A timesheet with the words it is told in. */
function openTimesheet({ ledger }: Backend, question: TimesheetQuestion) {
  const settings = ledger.settings()
  const today = ledger.today()
  const sheet = readTimesheet(ledger.reader, question, today)
  return { sheet, context: { question, settings, today, words: paperWords(question.language, settings.currency) } }
}

const sheetProcedures = {
  timesheet: billing.timesheet.handler(({ input, context }) => {
    const { sheet, context: told } = openTimesheet(context.backend, input)
    return {
      document: composeTimesheet(sheet, told),
      sums: sheet.sums,
      differsFromInvoice: sheet.differsFromInvoice,
    }
  }),
  timesheetFile: billing.timesheetFile.handler(async function* ({ input, context }) {
    try {
      const { kind, numbers = input.language === 'de' ? 'comma' : 'point', ...question } = input
      const { sheet, context: told } = openTimesheet(context.backend, question)
      const document = composeTimesheet(sheet, told)
      const text = kind === 'html' ? htmlFile(document) : timesheetCsv(sheet, told, numbers)
      yield* textFile(document.fileName, kind, text)
    } catch (error) {
      throw explain(error, ['billing', 'timesheetFile'], context.backend)
    }
  }),
  clientReport: billing.clientReport.handler(({ input, context }) => {
    const { ledger } = context.backend
    const settings = ledger.settings()
    const report = readClientReport(ledger.reader, input, settings)
    const words = paperWords(input.language, settings.currency)
    const { netCents, socialContributionCents, paidCents, resultCents, rows } = report
    return {
      document: composeClientReport(report, { ...input, words, settings, today: ledger.today() }),
      netCents,
      contributionCents: socialContributionCents,
      paidCents,
      resultCents,
      channels: rows.map(({ kind, channel, orders, netCents: cents }) => ({
        channel: kind === 'channel' ? channel : null,
        orders,
        netCents: cents,
      })),
    }
  }),
}

const invoiceProcedures = {
  invoices: billing.invoices.handler(({ input, context }) =>
    invoices.readInvoices(context.backend.ledger.reader, input.clientId),
  ),
  invoicePreview: billing.invoicePreview.handler(({ input, context }) => {
    const { ledger } = context.backend
    return invoices.previewInvoice(ledger.reader, input.clientId, input.period, ledger.today())
  }),
  addInvoice: billing.addInvoice.handler(command((db, input, running) => invoices.addInvoice(db, input, running))),
  unlockInvoice: billing.unlockInvoice.handler(
    commandOn((db, input, { now }) => invoices.unlockInvoice(db, input.id, input.reason, now)),
  ),
  lockInvoice: billing.lockInvoice.handler(
    commandOn((db, input, running) => invoices.lockInvoice(db, input.id, running)),
  ),
  removeInvoice: billing.removeInvoice.handler(commandOn((db, input) => invoices.removeInvoice(db, input.id))),
}

export const billingProcedures = {
  status: billing.status.handler(({ context }) => ({
    hasRates: context.backend.ledger.reader.prepare<[]>('SELECT 1 FROM billing_rate LIMIT 1').get() !== undefined,
  })),
  clients: billing.clients.handler(({ input, context }) => readClients(context.backend.ledger, input.month)),
  client: billing.client.handler(({ input, context }) => readClient(context.backend.ledger, input.id, input.month)),
  warnings: billing.warnings.handler(({ context }) => readWarnings(context.backend.ledger)),
  fullest: billing.fullest.handler(({ context }) => readFullest(context.backend.ledger)),
  ...termProcedures,
  ...sheetProcedures,
  ...invoiceProcedures,
  results: billing.results.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readResults(ledger.reader, input.period, ledger.today())
  }),
}

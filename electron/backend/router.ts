/** Implements shared/contract: one line per feature. */
import { appProcedures } from './features/app/app-procedures.ts'
import { billingProcedures } from './features/billing/billing-procedures.ts'
import { calendarProcedures } from './features/calendar/calendar-procedures.ts'
import { costsProcedures } from './features/costs/costs-procedures.ts'
import { historyProcedures } from './features/history/history-procedures.ts'
import { importsProcedures } from './features/imports/imports-procedures.ts'
import { ledgerProcedures } from './features/ledger/ledger-procedures.ts'
import { moderationProcedures } from './features/moderation/moderation-procedures.ts'
import { planningProcedures } from './features/planning/planning-procedures.ts'
import { recordsProcedures } from './features/records/records-procedures.ts'
import { reportsProcedures } from './features/reports/reports-procedures.ts'
import { resultProcedures } from './features/result/result-procedures.ts'
import { revenueProcedures } from './features/revenue/revenue-procedures.ts'
import { safekeepingProcedures } from './features/safekeeping/safekeeping-procedures.ts'
import { settingsProcedures } from './features/settings/settings-procedures.ts'
import { timeProcedures } from './features/time/time-procedures.ts'
import { procedures } from './implement.ts'

export const router = procedures.router({
  app: appProcedures,
  billing: billingProcedures,
  calendar: calendarProcedures,
  costs: costsProcedures,
  history: historyProcedures,
  imports: importsProcedures,
  ledger: ledgerProcedures,
  moderation: moderationProcedures,
  planning: planningProcedures,
  records: recordsProcedures,
  reports: reportsProcedures,
  result: resultProcedures,
  revenue: revenueProcedures,
  safekeeping: safekeepingProcedures,
  settings: settingsProcedures,
  time: timeProcedures,
})

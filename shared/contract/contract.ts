/** All procedures of the app. The first segment of a procedure's path is the feature it belongs to. */
import type { ContractRouterClient } from '@orpc/contract'
import { app } from './app.ts'
import { billing } from './billing.ts'
import { calendar } from './calendar.ts'
import { costs } from './costs.ts'
import { history } from './history.ts'
import { imports } from './imports.ts'
import { ledger } from './ledger.ts'
import { moderation } from './moderation.ts'
import { planning } from './planning.ts'
import { records } from './records.ts'
import { reports } from './reports.ts'
import { result } from './result.ts'
import { revenue } from './revenue.ts'
import { safekeeping } from './safekeeping.ts'
import { settings } from './settings.ts'
import { time } from './time.ts'

export const contract = {
  app,
  billing,
  calendar,
  costs,
  history,
  imports,
  ledger,
  moderation,
  planning,
  records,
  reports,
  result,
  revenue,
  safekeeping,
  settings,
  time,
}

/** What a page, a test or the command line calls; the same for every host. */
export type Client = ContractRouterClient<typeof contract>

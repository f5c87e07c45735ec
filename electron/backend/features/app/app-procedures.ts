import { toDay } from '../../../../shared/domain/day.ts'
import type { AppStatus } from '../../../../shared/contract/app.ts'
import type { Backend } from '../../backend.ts'
import { procedures } from '../../implement.ts'

export const appProcedures = {
  status: procedures.app.status.handler(({ context }) => statusOf(context.backend)),
  changes: procedures.app.changes.handler(({ context, signal }) => context.backend.changes.notices(signal)),
}

function statusOf(backend: Backend): AppStatus {
  const { host, appVersion, capabilities } = backend.options
  return {
    host,
    appVersion,
    capabilities,
    today: toDay(backend.today()),
    ledger: ledgerStatus(backend),
    problem: backend.problem,
  }
}

const ANY_SOURCE = `SELECT EXISTS (SELECT 1 FROM time_entry) OR EXISTS (SELECT 1 FROM revenue_event)
  OR EXISTS (SELECT 1 FROM ad_spend) OR EXISTS (SELECT 1 FROM expense) AS has_data`

function ledgerStatus(backend: Backend): AppStatus['ledger'] {
  const ledger = backend.openLedgerOrNull
  if (!ledger) return null
  const settings = ledger.settings()
  const { name, currency, timeZone, language, businessKind, marginBasisPoints, isSample, isFirstStartDone } = settings
  const row = ledger.reader.prepare<[], { has_data: number }>(ANY_SOURCE).get()
  return {
    path: ledger.path,
    name,
    currency,
    timeZone,
    language,
    businessKind,
    marginBasisPoints,
    isSample,
    isFirstStartDone,
    isEmpty: row?.has_data !== 1,
  }
}

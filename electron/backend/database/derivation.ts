/**
 * From sources to ledger lines, figures of purchases and attribution shares. Each source's derived rows are written in the
 * transaction that changes the source; writing them twice changes nothing.
 */
import { setImmediate } from 'node:timers/promises'
import type { Day } from '../../../shared/domain/day.ts'
import type { Connection } from './connection.ts'
import { placeConversations, timedConversations } from './conversation-days.ts'
import { deriveContributions } from './derive-contributions.ts'
import { settleDeadlines } from './deadlines.ts'
import { deriveCampaignCosts, deriveExpenses } from './derive-costs.ts'
import { deriveLabour, labourRecosted, labourSharedBy, type RateRow } from './derive-labour.ts'
import { deriveManualLines } from './derive-manual.ts'
import { deriveRevenue } from './derive-revenue.ts'
import { earlierStates, touchedRows } from './journal.ts'
import type { SourceKind } from './ledger-line.ts'
import { eventsOfRules, type MarginRuleRow } from './margin-rules.ts'
import type { StoredSettings } from './settings-row.ts'
import { followSubscriptions } from './subscriptions.ts'
import { placeVariants } from './variants.ts'

export interface DerivationContext {
  /** Recurring costs are followed up to the period that holds this day. */
  readonly today: Day
  readonly settings: StoredSettings
}

/** Conversations placed in another zone in one turn. */
const CONVERSATIONS_IN_A_TURN = 10_000
/** Entries derived in one turn. */
const ENTRIES_IN_A_TURN = 1_000
/** Purchases derived in one turn of the event loop: a window stays responsive while every one of them is derived anew. */
const EVENTS_IN_A_TURN = 2_500

/** Derives what follows from the rows a command touched. Where that is a lot, the event loop gets its turns in between. */
export async function deriveAfter(db: Connection, commandNo: number, context: DerivationContext): Promise<void> {
  const touched = (table: Parameters<typeof touchedRows>[2]) => touchedRows(db, commandNo, table)
  const { today, settings } = context
  const settled = sourcesSettledByHand(db, commandNo)
  const union = (...ids: readonly (readonly number[])[]) => [...new Set(ids.flat())]
  const entries = union(touched('time_entry'), entriesOfTouched(db, commandNo), settled('time'))
  await inTurns(entries, ENTRIES_IN_A_TURN, (ids) => deriveLabour(db, ids, today))
  deriveCampaignCosts(db, union(touched('ad_spend'), settled('ad-spend')), today)
  deriveExpenses(db, union(touched('expense'), settled('expense')), today)
  deriveManualLines(db, union(touched('manual_line'), settled('manual')), today)
  const changed = touchedSettings(db, commandNo)
  if (changed('timeZone') || changed('holidayRegion')) settleDeadlines(db, settings)
  if (changed('timeZone')) placeVariants(db, settings.timeZone)
  const moved = changed('timeZone') ? timedConversations(db) : []
  await inTurns(moved, CONVERSATIONS_IN_A_TURN, (ids) => placeConversations(db, ids, settings.timeZone))
  const events = changed('attributionWindowDays') ? allEvents(db) : touchedEvents(db, commandNo)
  await inTurns(events, EVENTS_IN_A_TURN, (ids) => deriveRevenue(db, ids, settings, today))
  const derived = new Set(events)
  const ofMargins = changed('marginBasisPoints') ? allEvents(db) : eventsOfTouchedMargins(db, commandNo)
  const others = [...new Set(ofMargins)].filter((id) => !derived.has(id))
  await inTurns(others, EVENTS_IN_A_TURN, (ids) => deriveContributions(db, ids, settings))
}

async function inTurns(
  ids: readonly number[],
  inATurn: number,
  derive: (ids: readonly number[]) => void,
): Promise<void> {
  for (let start = 0; start < ids.length; start += inATurn) {
    if (start > 0) await setImmediate()
    derive(ids.slice(start, start + inATurn))
  }
}

/** Derives everything anew: after a bulk filling without a journal, or to repair. */
export function deriveAll(db: Connection, context: DerivationContext): void {
  const idsOf = (table: 'time_entry' | 'ad_spend' | 'expense' | 'manual_line') =>
    db
      .prepare<[], { id: number }>(`SELECT id FROM ${table}`)
      .all()
      .map((row) => row.id)
  const { today, settings } = context
  deriveLabour(db, idsOf('time_entry'), today)
  deriveCampaignCosts(db, idsOf('ad_spend'), today)
  deriveExpenses(db, idsOf('expense'), today)
  deriveManualLines(db, idsOf('manual_line'), today)
  deriveRevenue(db, allEvents(db), settings, today)
}

/** Recurring costs whose lines end before a day: what reaches beyond it is not read again at every start. */
const DUE_EXPENSES = `SELECT id FROM expense WHERE repetition <> 'once' AND coalesce((SELECT CASE WHEN for_day IS NULL THEN day END
  FROM ledger_line WHERE source_kind = 'expense' AND source_id = expense.id ORDER BY part DESC LIMIT 1), '') < ?`

/** Follows recurring costs up to today; called at opening and when a day begins. */
export function deriveRunningCosts(db: Connection, today: Day): void {
  const ids = db.prepare<[Day], { id: number }>(DUE_EXPENSES).all(today)
  deriveExpenses(
    db,
    ids.map((row) => row.id),
    today,
  )
}

/** Adds the payments of subscriptions that fell due since; called together with the running costs. */
export function deriveDuePayments(db: Connection, { today, settings }: DerivationContext): void {
  deriveRevenue(db, followSubscriptions(db, today, settings.timeZone), settings, today)
}

/** Sources of lines that a line entered by hand takes back, or took back before the command. */
function sourcesSettledByHand(db: Connection, commandNo: number): (kind: SourceKind) => number[] {
  const before = earlierStates<ManualReference>(db, commandNo, 'manual_line')
  const find = db.prepare<[number], ManualReference>('SELECT reverses_line_id FROM manual_line WHERE id = ?')
  const now = touchedRows(db, commandNo, 'manual_line').map((id) => find.get(id))
  const sourceOf = db.prepare<[number], { source_kind: SourceKind; source_id: number }>(
    'SELECT source_kind, source_id FROM ledger_line WHERE id = ?',
  )
  const sources = [...before, ...now]
    .map((row) => row?.reverses_line_id ?? null)
    .filter((id) => id !== null)
    .map((id) => sourceOf.get(id))
    .filter((row) => row !== undefined)
  return (kind) => sources.filter((row) => row.source_kind === kind).map((row) => row.source_id)
}

interface ManualReference {
  readonly reverses_line_id: number | null
}

/** Entries whose lines follow from something else that was touched: their shares, what those are of, or a rate. */
function entriesOfTouched(db: Connection, commandNo: number): number[] {
  const shares = JSON.stringify(touchedRows(db, commandNo, 'time_share'))
  const entriesOf = db.prepare<[string], number>(
    'SELECT DISTINCT entry_id FROM json_each(?) AS touched CROSS JOIN time_share ON time_share.id = touched.value',
  )
  return [
    ...(entriesOf.pluck().all(shares) as number[]),
    ...earlierStates<{ entry_id: number }>(db, commandNo, 'time_share').map((row) => row.entry_id),
    ...labourSharedBy(db, 'post', touchedRows(db, commandNo, 'post')),
    ...labourSharedBy(db, 'conversation', touchedRows(db, commandNo, 'conversation')),
    ...labourRecosted(db, touchedRows(db, commandNo, 'cost_rate'), earlierStates<RateRow>(db, commandNo, 'cost_rate')),
  ]
}

/** Whether a setting was written; one whose row is gone may have been any. */
function touchedSettings(db: Connection, commandNo: number): (key: string) => boolean {
  const find = db.prepare<[number], { key: string }>('SELECT key FROM setting WHERE id = ?')
  const keys = touchedRows(db, commandNo, 'setting').map((id) => find.get(id)?.key)
  return (key) => keys.some((touched) => touched === undefined || touched === key)
}

function touchedEvents(db: Connection, commandNo: number): number[] {
  const ids = new Set(touchedRows(db, commandNo, 'revenue_event'))
  const eventsOf = db.prepare<[string], number>(
    'SELECT DISTINCT event_id FROM json_each(?) AS touched CROSS JOIN touchpoint ON touchpoint.id = touched.value',
  )
  const touches = JSON.stringify(touchedRows(db, commandNo, 'touchpoint'))
  for (const id of eventsOf.pluck().all(touches) as number[]) ids.add(id)
  for (const row of earlierStates<{ event_id: number }>(db, commandNo, 'touchpoint')) ids.add(row.event_id)
  return [...ids]
}

function eventsOfTouchedMargins(db: Connection, commandNo: number): number[] {
  const ruleOf = db.prepare<[number], MarginRuleRow>('SELECT * FROM margin_rule WHERE id = ?')
  const now = touchedRows(db, commandNo, 'margin_rule').map((id) => ruleOf.get(id))
  const before = earlierStates<MarginRuleRow>(db, commandNo, 'margin_rule')
  return eventsOfRules(db, [...before, ...now.filter((rule) => rule !== undefined)])
}

function allEvents(db: Connection): number[] {
  return db
    .prepare<[], { id: number }>('SELECT id FROM revenue_event')
    .all()
    .map((row) => row.id)
}

/**
 * The journal of row changes behind undo. Temporary triggers, made for every source table at opening from the columns it
 * has then, note each row a command touches as it was before it. Undo puts these states back.
 */
import type { Feature } from '../../../shared/contract/fields.ts'
import type { Connection } from './connection.ts'

/** Features that show every amount. */
const FIGURES = ['ledger', 'result', 'reports', 'planning'] as const satisfies readonly Feature[]

/** Source tables and the features whose screens show them. Derived tables are not journalled: they are derived again. */
export const JOURNALLED_TABLES = {
  setting: ['settings', 'app', 'calendar', ...FIGURES, 'revenue', 'time', 'billing', 'moderation'],
  person: ['calendar', 'settings', ...FIGURES, 'time', 'billing', 'moderation'],
  cost_rate: ['settings', ...FIGURES, 'time', 'billing'],
  opportunity_rate: ['settings', 'result'],
  channel: ['calendar', 'settings', ...FIGURES, 'imports', 'costs', 'revenue', 'records', 'time', 'moderation'],
  campaign: ['calendar', 'settings', ...FIGURES, 'costs', 'revenue', 'records', 'time'],
  campaign_alias: ['records'],
  client: ['calendar', 'settings', ...FIGURES, 'costs', 'revenue', 'records', 'time', 'billing', 'moderation'],
  department: ['settings', ...FIGURES, 'costs', 'records', 'time', 'moderation'],
  pillar: ['calendar', 'records', 'result'],
  post: ['records', 'calendar', ...FIGURES, 'revenue', 'time', 'moderation'],
  variant: ['calendar', 'records', 'result', 'moderation'],
  post_check: ['calendar'],
  post_event: ['calendar'],
  conversation: ['moderation', 'records', ...FIGURES, 'revenue', 'time'],
  contact: ['moderation'],
  contact_handle: ['moderation'],
  conversation_text: ['moderation'],
  reply_draft: ['moderation'],
  conversation_event: ['moderation'],
  event_text: ['moderation'],
  next_response: ['moderation'],
  handover: ['moderation'],
  topic: ['moderation'],
  conversation_topic: ['moderation'],
  service_hours: ['moderation'],
  response_target: ['moderation'],
  snippet: ['moderation'],
  snippet_text: ['moderation'],
  moderation_rule: ['moderation'],
  rule_topic: ['moderation'],
  retention: ['moderation'],
  channel_reach: ['moderation'],
  crisis: ['moderation'],
  crisis_contact: ['moderation'],
  crisis_check: ['moderation'],
  crisis_statement: ['moderation'],
  crisis_entry: ['moderation'],
  time_entry: [...FIGURES, 'settings', 'app', 'records', 'calendar', 'time', 'billing', 'moderation'],
  project: ['time', 'billing', 'result'],
  time_share: ['time', ...FIGURES, 'records', 'calendar', 'moderation'],
  favourite: ['time'],
  billing_rate: ['billing', 'settings'],
  billing_terms: ['billing'],
  retainer: ['billing'],
  invoice: ['billing', 'time'],
  invoice_unlock: ['billing'],
  ad_spend: [...FIGURES, 'settings', 'app', 'records', 'calendar'],
  expense: ['costs', 'calendar', ...FIGURES, 'settings', 'app', 'records', 'billing'],
  exchange_rate: ['costs', 'revenue'],
  attachment: ['costs', 'revenue', 'moderation'],
  subscription: ['revenue', ...FIGURES],
  revenue_event: ['revenue', ...FIGURES, 'app', 'records', 'billing'],
  revenue_item: ['revenue', ...FIGURES],
  touchpoint: ['revenue', ...FIGURES, 'settings', 'records', 'calendar'],
  lead: ['revenue', 'result', 'moderation'],
  margin_rule: ['revenue', ...FIGURES],
  manual_line: [...FIGURES, 'billing'],
  budget: ['planning'],
  import_batch: ['imports', 'app'],
  import_row: ['imports'],
  import_change: ['imports'],
  value_mapping: ['imports'],
} as const satisfies Record<string, readonly Feature[]>

export type JournalledTable = keyof typeof JOURNALLED_TABLES
const TABLES = Object.keys(JOURNALLED_TABLES) as JournalledTable[]

/** Commands whose receipts are kept, so that one that is sent again after a broken connection is known. */
const KEPT_COMMANDS = 1_000

/** Sets up journalling on the writing connection. The journal is temporary: undo lasts until the ledger is closed. */
export function startJournal(db: Connection): void {
  db.database.exec(`
    CREATE TEMP TABLE active_command (no INTEGER);
    INSERT INTO active_command VALUES (NULL);
    -- The rows a command changed, each as it was before (NULL: it was not there).
    CREATE TEMP TABLE journal (
      command_no INTEGER NOT NULL,
      table_no INTEGER NOT NULL,
      row_id INTEGER NOT NULL,
      before TEXT,
      PRIMARY KEY (command_no, table_no, row_id)
    ) WITHOUT ROWID;
    DELETE FROM command WHERE no <= (SELECT max(no) FROM command) - ${KEPT_COMMANDS};`)
  for (const table of TABLES) db.database.exec(triggersOf(table, columnsOf(db, table)))
}

/** A window keeps this many steps to take back; what is older is forgotten, so that memory stays bounded. */
const KEPT_STEPS = 400

export function forgetOldSteps(db: Connection, commandNo: number): void {
  db.prepare<[number]>('DELETE FROM temp.journal WHERE command_no < ?').run(commandNo - KEPT_STEPS)
}

/** Nothing can be taken back any more: what stood in the rows must not come back. */
export function forgetAllSteps(db: Connection): void {
  db.prepare<[]>('DELETE FROM temp.journal').run()
}

/** From here on changes belong to this command; null: changes are not journalled. */
export function setActiveCommand(db: Connection, no: number | null): void {
  db.prepare<[number | null]>('UPDATE temp.active_command SET no = ?').run(no)
}

/** Runs work that only adds rows, and only to these tables, and notes them in one go: a trigger a row costs as much as the row. */
export function noteNewRows(db: Connection, tables: readonly JournalledTable[], work: () => void): void {
  const commandNo = activeCommand(db)
  if (commandNo === null) return work()
  const firstIds = tables.map((table) => nextIdOf(db, table))
  setActiveCommand(db, null)
  work()
  setActiveCommand(db, commandNo)
  for (const [index, table] of tables.entries())
    db.prepare<[number, number, number]>(
      `INSERT INTO temp.journal (command_no, table_no, row_id, before) SELECT ?, ?, id, NULL FROM ${table} WHERE id >= ?
       ON CONFLICT DO NOTHING`,
    ).run(commandNo, TABLES.indexOf(table), firstIds[index] ?? 0)
}

/**
 * Removes rows with what goes with them, and notes all of it in one go. `ids`: a fixed SELECT with one parameter. Journalled tables
 * that refer to the removed rows are found in the schema; what would go with those in turn is not looked for.
 */
export function removeNoted(db: Connection, table: JournalledTable, ids: string, parameter: number): void {
  const commandNo = activeCommand(db)
  if (commandNo !== null) {
    noteRows(db, commandNo, table, `id IN (${ids})`, parameter)
    for (const other of TABLES)
      for (const { from, table: target } of referencesOf(db, other))
        if (target === table) noteRows(db, commandNo, other, `${from} IN (${ids})`, parameter)
    setActiveCommand(db, null)
  }
  db.prepare<[number]>(`DELETE FROM ${table} WHERE id IN (${ids})`).run(parameter)
  if (commandNo !== null) setActiveCommand(db, commandNo)
}

function noteRows(
  db: Connection,
  commandNo: number,
  table: JournalledTable,
  condition: string,
  parameter: number,
): void {
  db.prepare<[number, number, number]>(
    `INSERT INTO temp.journal (command_no, table_no, row_id, before)
     SELECT ?, ?, id, ${stateOf(columnsOf(db, table), '')} FROM ${table} WHERE ${condition} ON CONFLICT DO NOTHING`,
  ).run(commandNo, TABLES.indexOf(table), parameter)
}

/** Columns of a table that refer to another, and to which. The name is a fixed one. */
export function referencesOf(db: Connection, table: string): { from: string; table: string }[] {
  return db.database.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[]
}

function activeCommand(db: Connection): number | null {
  return db.prepare<[]>('SELECT no FROM temp.active_command').pluck().get() as number | null
}

/** A row as the journal keeps it. */
function stateOf(columns: readonly string[], row: 'OLD.' | ''): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}${column}`).join(', ')})`
}

/** The id the next row gets. */
export function nextIdOf(db: Connection, table: JournalledTable): number {
  return Number(db.prepare<[]>(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`).pluck().get())
}

function columnsOf(db: Connection, table: JournalledTable): string[] {
  return (db.database.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
}

function triggersOf(table: JournalledTable, columns: readonly string[]): string {
  const before = stateOf(columns, 'OLD.')
  const trigger = (event: 'INSERT' | 'UPDATE' | 'DELETE', row: 'NEW' | 'OLD', state: string) => `
    CREATE TEMP TRIGGER journal_${table}_${event} AFTER ${event} ON ${table} WHEN (SELECT no FROM active_command) IS NOT NULL BEGIN
      INSERT INTO journal (command_no, table_no, row_id, before)
      VALUES ((SELECT no FROM active_command), ${TABLES.indexOf(table)}, ${row}.id, ${state}) ON CONFLICT DO NOTHING;
    END;`
  return trigger('INSERT', 'NEW', 'NULL') + trigger('UPDATE', 'OLD', before) + trigger('DELETE', 'OLD', before)
}

/** Ids of the rows of a table that a command touched, at most `limit`. */
export function touchedRows(db: Connection, commandNo: number, table: JournalledTable, limit = -1): number[] {
  return db
    .prepare<[number, number, number], { row_id: number }>(
      'SELECT row_id FROM temp.journal WHERE command_no = ? AND table_no = ? LIMIT ?',
    )
    .all(commandNo, TABLES.indexOf(table), limit)
    .map((row) => row.row_id)
}

/** States before the command of the rows of a table it changed or removed. */
export function earlierStates<Row>(db: Connection, commandNo: number, table: JournalledTable): Row[] {
  return db
    .prepare<[number, number], { before: string }>(
      'SELECT before FROM temp.journal WHERE command_no = ? AND table_no = ? AND before IS NOT NULL',
    )
    .all(commandNo, TABLES.indexOf(table))
    .map((row) => JSON.parse(row.before) as Row)
}

/** Whether the journal still knows what a command changed. */
export function isJournalled(db: Connection, commandNo: number): boolean {
  return db.prepare<[number]>('SELECT 1 FROM temp.journal WHERE command_no = ? LIMIT 1').get(commandNo) !== undefined
}

const MAX_IDS_IN_RECEIPT = 100

/** What a command changed, by feature. */
export function changesOf(db: Connection, commandNo: number): { feature: Feature; ids: number[] }[] {
  const idsByFeature = new Map<Feature, Set<number>>()
  for (const table of TABLES) {
    const ids = touchedRows(db, commandNo, table, MAX_IDS_IN_RECEIPT)
    if (ids.length === 0) continue
    for (const feature of JOURNALLED_TABLES[table]) {
      const known = idsByFeature.get(feature) ?? new Set<number>()
      idsByFeature.set(feature, known)
      for (const id of ids) known.add(id)
    }
  }
  return [...idsByFeature].map(([feature, ids]) => ({ feature, ids: [...ids].slice(0, MAX_IDS_IN_RECEIPT) }))
}

/**
 * True when one of the rows does not stand as the command (or, of an undo, the command at the root of it) left or found it: a command
 * after it holds, or one before it does not hold any more as it did then. What was taken back step by step can so be redone step by step.
 */
export function isChangedSince(db: Connection, commandNo: number, rootNo: number): boolean {
  const foreign = db
    .prepare<[number]>(
      `SELECT 1 FROM command WHERE no > ? AND json_extract(receipt, '$.isUndoable') = 1
         AND NOT EXISTS (SELECT 1 FROM temp.journal WHERE command_no = command.no) LIMIT 1`,
    )
    .get(commandNo)
  if (foreign !== undefined) return true
  const laterCommands = db
    .prepare<[object], { no: number }>(
      `SELECT command.no FROM command JOIN command AS root ON root.no = command.root_no
       WHERE command.no > @commandNo AND root.no <> @rootNo AND root.is_undone <> CASE WHEN root.no > @rootNo THEN 1
         ELSE (SELECT 1 - count(*) % 2 FROM command AS turn WHERE turn.root_no = root.no AND turn.no < @rootNo) END`,
    )
    .all({ commandNo, rootNo })
  const shared = db.prepare<[number, number]>(
    `SELECT 1 FROM temp.journal AS later WHERE later.command_no = ? AND EXISTS (SELECT 1 FROM temp.journal AS mine
       WHERE mine.command_no = ? AND mine.table_no = later.table_no AND mine.row_id = later.row_id) LIMIT 1`,
  )
  return laterCommands.some(({ no }) => shared.get(no, commandNo) !== undefined)
}

/** References whose rows are nobody's later work: a draft is kept as it is typed, payments follow from their subscription. */
const GOES_ALONG = new Set(['reply_draft.id', 'revenue_event.subscription_id'])

/**
 * True when rows that taking a command back would remove have got others since, which would go with them or lose them: a note on a
 * conversation that was captured before.
 */
export function isBuiltUpon(db: Connection, commandNo: number): boolean {
  const added = new Set(
    db
      .prepare<[number], number>('SELECT DISTINCT table_no FROM temp.journal WHERE command_no = ? AND before IS NULL')
      .pluck()
      .all(commandNo),
  )
  return TABLES.some((table, tableNo) =>
    referencesOf(db, table).some(({ from, table: target }) => {
      const targetNo = (TABLES as readonly string[]).indexOf(target)
      if (!added.has(targetNo) || GOES_ALONG.has(`${table}.${from}`)) return false
      return (
        db
          .prepare<[object]>(
            `SELECT 1 FROM ${table} AS other WHERE other.${from} IN (SELECT row_id FROM temp.journal
               WHERE command_no = @commandNo AND table_no = @targetNo AND before IS NULL)
             AND NOT EXISTS (SELECT 1 FROM temp.journal
               WHERE command_no = @commandNo AND table_no = @tableNo AND row_id = other.id) LIMIT 1`,
          )
          .get({ commandNo, tableNo, targetNo }) !== undefined
      )
    }),
  )
}

/** Puts the rows a command touched back as they were before it. The changes are journalled like any others. */
export function restoreRows(db: Connection, commandNo: number): void {
  db.database.pragma('defer_foreign_keys = ON')
  for (const [tableNo, table] of TABLES.entries()) {
    if (touchedRows(db, commandNo, table, 1).length > 0) restoreTable(db, commandNo, tableNo, table)
  }
}

function restoreTable(db: Connection, commandNo: number, tableNo: number, table: JournalledTable): void {
  const rows = 'FROM temp.journal WHERE command_no = ? AND table_no = ?'
  db.prepare<[number, number]>(`DELETE FROM ${table} WHERE id IN (SELECT row_id ${rows} AND before IS NULL)`).run(
    commandNo,
    tableNo,
  )
  const columns = columnsOf(db, table)
  const values = columns.map((column) => `json_extract(before, '$.${column}')`).join(', ')
  const updates = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`)
  db.prepare<[number, number]>(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} ${rows} AND before IS NOT NULL
     ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
  ).run(commandNo, tableNo)
}

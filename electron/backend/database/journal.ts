/**
 * The journal of row changes behind undo. Temporary triggers, made for every source table at opening from the columns it
 * has then, note each row a command touches as it was before. Undo puts the earliest of these states back.
 */
import type { Feature } from '../../../shared/contract/fields.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'

/** Source tables and the features whose screens show them. Derived tables are not journalled: they are derived again. */
export const JOURNALLED_TABLES = {
  setting: ['settings', 'app', 'ledger', 'result'],
  person: ['settings', 'ledger', 'result'],
  cost_rate: ['settings', 'ledger', 'result'],
  channel: ['settings', 'ledger', 'result', 'imports'],
  campaign: ['settings', 'ledger', 'result'],
  client: ['settings', 'ledger', 'result'],
  department: ['settings', 'ledger', 'result'],
  post: ['ledger', 'result'],
  conversation: ['ledger', 'result'],
  time_entry: ['ledger', 'result', 'settings', 'app'],
  ad_spend: ['ledger', 'result', 'settings', 'app'],
  expense: ['ledger', 'result', 'settings', 'app'],
  revenue_event: ['ledger', 'result', 'app'],
  touchpoint: ['ledger', 'result', 'settings'],
  import_batch: ['imports', 'app'],
  import_row: ['imports'],
  import_change: ['imports'],
  value_mapping: ['imports'],
} as const satisfies Record<string, readonly Feature[]>

export type JournalledTable = keyof typeof JOURNALLED_TABLES
const TABLES = Object.keys(JOURNALLED_TABLES) as JournalledTable[]

export interface Journal {
  /** From here on changes belong to this command; null: changes are not journalled. */
  setCommand(id: string | null): void
}

/** Sets up journalling on the writing connection and forgets what an earlier run of the program could have undone. */
export function startJournal(db: Connection): Journal {
  let current: string | null = null
  db.database.function('active_command', { deterministic: false }, () => current)
  for (const table of TABLES) db.database.exec(triggersOf(table, columnsOf(db, table)))
  db.database.exec(`DELETE FROM journal; DELETE FROM command WHERE at < (SELECT max(at) FROM command) - 86400000`)
  return { setCommand: (id) => void (current = id) }
}

function columnsOf(db: Connection, table: JournalledTable): string[] {
  return (db.database.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
}

function triggersOf(table: JournalledTable, columns: readonly string[]): string {
  const before = `json_object(${columns.map((column) => `'${column}', OLD.${column}`).join(', ')})`
  const note = (row: 'NEW' | 'OLD', state: string) =>
    `INSERT INTO journal (command_id, table_name, row_id, before) VALUES (active_command(), '${table}', ${row}.id, ${state});`
  return `
    CREATE TEMP TRIGGER journal_${table}_insert AFTER INSERT ON ${table} WHEN active_command() IS NOT NULL BEGIN ${note('NEW', 'NULL')} END;
    CREATE TEMP TRIGGER journal_${table}_update AFTER UPDATE ON ${table} WHEN active_command() IS NOT NULL BEGIN ${note('OLD', before)} END;
    CREATE TEMP TRIGGER journal_${table}_delete AFTER DELETE ON ${table} WHEN active_command() IS NOT NULL BEGIN ${note('OLD', before)} END;`
}

/** Ids of the rows of a table that a command touched. */
export function touchedRows(db: Connection, commandId: string, table: JournalledTable): number[] {
  return db
    .prepare<[string, string], { row_id: number }>(
      'SELECT DISTINCT row_id FROM journal WHERE command_id = ? AND table_name = ?',
    )
    .all(commandId, table)
    .map((row) => row.row_id)
}

/** States before the command of the rows of a table it changed or removed. */
export function earlierStates<Row>(db: Connection, commandId: string, table: JournalledTable): Row[] {
  return db
    .prepare<[string, string], { before: string }>(
      'SELECT before FROM journal WHERE command_id = ? AND table_name = ? AND before IS NOT NULL',
    )
    .all(commandId, table)
    .map((row) => JSON.parse(row.before) as Row)
}

const MAX_IDS_IN_RECEIPT = 100

/** What a command changed, by feature. */
export function changesOf(db: Connection, commandId: string): { feature: Feature; ids: number[] }[] {
  const someRows = db.prepare<[string, string, number], { row_id: number }>(
    'SELECT DISTINCT row_id FROM journal WHERE command_id = ? AND table_name = ? LIMIT ?',
  )
  const idsByFeature = new Map<Feature, Set<number>>()
  for (const table of TABLES) {
    const ids = someRows.all(commandId, table, MAX_IDS_IN_RECEIPT).map((row) => row.row_id)
    if (ids.length === 0) continue
    for (const feature of JOURNALLED_TABLES[table]) {
      const known = idsByFeature.get(feature) ?? new Set<number>()
      idsByFeature.set(feature, known)
      for (const id of ids) known.add(id)
    }
  }
  return [...idsByFeature].map(([feature, ids]) => ({ feature, ids: [...ids].slice(0, MAX_IDS_IN_RECEIPT) }))
}

/** Fails with `undo_conflict` when a later command that still holds changed one of the rows again. */
export function refuseConflict(db: Connection, commandId: string, rootId: string): void {
  const conflict = db
    .prepare<[string, string]>(
      `SELECT 1 FROM journal AS mine
       JOIN journal AS later ON later.table_name = mine.table_name AND later.row_id = mine.row_id AND later.seq > mine.seq
       JOIN command ON command.id = later.command_id
       JOIN command AS root ON root.id = command.root_id
       WHERE mine.command_id = ? AND command.root_id <> ? AND root.is_undone = 0 LIMIT 1`,
    )
    .get(commandId, rootId)
  if (conflict) throw expected('undo_conflict', { commandId })
}

/** Puts the rows a command touched back as they were before it. The changes are journalled like any others. */
export function restoreRows(db: Connection, commandId: string): void {
  db.database.pragma('defer_foreign_keys = ON')
  const tables = db
    .prepare<[string], { table_name: JournalledTable }>('SELECT DISTINCT table_name FROM journal WHERE command_id = ?')
    .all(commandId)
    .map((row) => row.table_name)
  for (const table of tables) {
    const first = `SELECT row_id, before FROM journal WHERE seq IN
      (SELECT min(seq) FROM journal WHERE command_id = ? AND table_name = '${table}' GROUP BY row_id)`
    db.prepare<[string]>(`DELETE FROM ${table} WHERE id IN (SELECT row_id FROM (${first}) WHERE before IS NULL)`).run(
      commandId,
    )
    const columns = columnsOf(db, table)
    const values = columns.map((column) => `json_extract(before, '$.${column}')`).join(', ')
    const updates = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`)
    db.prepare<[string]>(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM (${first}) WHERE before IS NOT NULL
       ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    ).run(commandId)
  }
}

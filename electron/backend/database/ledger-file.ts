/**
 * The open ledger: one file, one writer. Every change is a command in one transaction: it edits sources, the journal notes
 * the rows, derivation rewrites what follows from them, and a receipt says what changed. A command whose id was seen before
 * answers its old receipt.
 */
import type { Feature, Receipt } from '../../../shared/contract/fields.ts'
import { monthOf, type Day } from '../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../shared/domain/instant.ts'
import type { Connection } from './connection.ts'
import { deriveAfter, type DerivationContext } from './derivation.ts'
import { expected, explainStorageError } from './expected.ts'
import {
  changesOf,
  forgetOldSteps,
  isBuiltUpon,
  isChangedSince,
  isJournalled,
  restoreRows,
  setActiveCommand,
  startJournal,
} from './journal.ts'
import type { LedgerConnections } from './open.ts'
import { lastSealedDay } from './seals.ts'
import { readSettings, type StoredSettings } from './settings-row.ts'

/** What a command's work is given, and what it answers: the record it made, or null. */
export type CommandWork = (db: Connection, context: CommandContext) => number | null
export interface CommandContext {
  readonly now: Instant
  readonly today: Day
  readonly settings: StoredSettings
}

export interface LedgerFileOptions {
  readonly now: () => Instant
  readonly onChange: (changed: Receipt['changed']) => void
}

interface CommandRow {
  readonly no: number
  readonly name: string
  readonly receipt: string
  readonly root_no: number
}

/** A command while it is being carried out. */
interface RunningCommand {
  readonly no: number
  readonly id: string
  readonly name: string
  readonly context: CommandContext
}

/** Marks the names of commands that no undo reaches. */
const FINAL = 'final:'

export class LedgerFile {
  readonly path: string
  readonly reader: Connection
  readonly #writer: Connection
  readonly #options: LedgerFileOptions
  /** Commands wait for the one before them: a long import holds the writer across turns of the event loop. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(connections: LedgerConnections, options: LedgerFileOptions) {
    this.path = connections.path
    this.reader = connections.reader
    this.#writer = connections.writer
    this.#options = options
    try {
      startJournal(this.#writer)
    } catch (error) {
      this.close()
      throw explainStorageError(error, this.path)
    }
  }

  now(): Instant {
    return this.#options.now()
  }

  today(): Day {
    return dayAt(this.now(), readSettings(this.reader).timeZone)
  }

  settings(): StoredSettings {
    return readSettings(this.reader)
  }

  /** Runs a command in one transaction. */
  run(name: string, commandId: string, work: CommandWork): Promise<Receipt> {
    return this.runLong(name, commandId, async (db, context) => work(db, context))
  }

  /** The same for work that yields in between (progress, cancelling): other commands wait, readers see the state before. */
  runLong(
    name: string,
    commandId: string,
    work: (db: Connection, context: CommandContext) => Promise<number | null>,
  ): Promise<Receipt> {
    return this.#exclusively(async () => {
      const known = this.#findCommand(commandId)
      if (known) return JSON.parse(known.receipt) as Receipt
      const receipt = await this.#transact(commandId, name, async (command) => {
        const recordId = await work(this.#writer, command.context)
        return this.#settle(command, command.no, recordId)
      })
      this.#options.onChange(receipt.changed)
      return receipt
    })
  }

  /** Runs a command that no undo reaches; `features` show what it did. Its work may yield in between. */
  async runFinal(
    name: string,
    commandId: string,
    features: readonly Feature[],
    work: (db: Connection, context: CommandContext) => number | null | Promise<number | null>,
  ): Promise<Receipt> {
    return this.#exclusively(async () => {
      const known = this.#findCommand(commandId)
      if (known) return JSON.parse(known.receipt) as Receipt
      const receipt = await this.#transact(commandId, `${FINAL}${name}`, async (command) => {
        const recordId = await work(this.#writer, command.context)
        const changed = features.map((feature) => ({ feature, ids: [] }))
        const answer: Receipt = { commandId, changed, isUndoable: false, recordId }
        this.#note(command, command.no, answer)
        return answer
      })
      this.#options.onChange(receipt.changed)
      return receipt
    })
  }

  /** What a command answered that was carried out before; null when it never was. */
  receiptOf(commandId: string): Receipt | null {
    const row = this.reader
      .prepare<[string], { receipt: string }>('SELECT receipt FROM command WHERE id = ?')
      .get(commandId)
    return row ? (JSON.parse(row.receipt) as Receipt) : null
  }

  /** Puts back what a command changed; itself a command, so that undoing it redoes the first. */
  undo(commandId: string, undoes: string): Promise<Receipt> {
    return this.#exclusively(async () => {
      const known = this.#findCommand(commandId)
      if (known) return JSON.parse(known.receipt) as Receipt
      const target = this.#findCommand(undoes)
      if (target?.name.startsWith(`${FINAL}ledger.`))
        throw expected('closing_is_final', { month: this.#lastClosedMonth() })
      if (!target || target.name.startsWith(FINAL)) throw expected('undo_conflict', { commandId: undoes })
      const receipt = await this.#transact(commandId, 'undo', async (command) => {
        this.#refuseConflict(undoes, target)
        restoreRows(this.#writer, target.no)
        this.#writer.prepare<[number]>('UPDATE command SET is_undone = 1 - is_undone WHERE no = ?').run(target.root_no)
        return this.#settle(command, target.root_no, null)
      }).catch((error: unknown) => {
        // What was built on the rows since (a name taken, hours logged for a person) shows as a broken constraint.
        throw isBrokenReference(error) ? expected('undo_conflict', { commandId: undoes }) : error
      })
      this.#options.onChange(receipt.changed)
      return receipt
    })
  }

  /** Writes what follows from days that began (recurring costs run on, texts are erased): no command, and nothing to undo. */
  catchUp(work: (db: Connection, context: CommandContext) => void | Promise<void>): Promise<void> {
    return this.#exclusively(() => this.#inTransaction(async () => work(this.#writer, this.#context())))
  }

  /** Runs something that needs the writing connection outside of a command (backup, bulk filling of a new file). */
  withWriter<T>(work: (db: Connection, context: CommandContext) => T | Promise<T>): Promise<T> {
    return this.#exclusively(async () => work(this.#writer, this.#context()))
  }

  /** Resolves when the commands that wait by now are done. */
  async settled(): Promise<void> {
    await this.#queue
  }

  /** The last thing written before the file is closed; left out in the middle of a command, which is rolled back. Never fails. */
  beforeClosing(work: (db: Connection) => void): void {
    const { database } = this.#writer
    if (!database.open || database.inTransaction) return
    try {
      database.transaction(() => work(this.#writer))()
    } catch {
      // A full disk or a file that went away keeps nobody from closing.
    }
  }

  close(): void {
    this.reader.close()
    this.#writer.close()
  }

  #context(): CommandContext {
    const settings = readSettings(this.#writer)
    const now = this.#options.now()
    return { now, today: dayAt(now, settings.timeZone), settings }
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#queue
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#queue = promise
    await before.catch(() => undefined)
    try {
      return await work()
    } catch (error) {
      throw explainStorageError(error, this.path)
    } finally {
      resolve()
    }
  }

  #transact<T>(id: string, name: string, work: (command: RunningCommand) => Promise<T>): Promise<T> {
    return this.#inTransaction(async () => {
      const no = this.#nextCommandNo()
      setActiveCommand(this.#writer, no)
      const answer = await work({ no, id, name, context: this.#context() })
      setActiveCommand(this.#writer, null)
      return answer
    })
  }

  async #inTransaction<T>(work: () => Promise<T>): Promise<T> {
    const { database } = this.#writer
    database.exec('BEGIN IMMEDIATE')
    try {
      const answer = await work()
      database.exec('COMMIT')
      return answer
    } catch (error) {
      // Rolling back also puts the active command back to none.
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  #nextCommandNo(): number {
    return Number(this.#writer.prepare('SELECT coalesce(max(no), 0) + 1 FROM command').pluck().get())
  }

  #lastClosedMonth(): string {
    const day = lastSealedDay(this.#writer)
    return day === null ? '' : monthOf(day)
  }

  #findCommand(id: string): CommandRow | undefined {
    return this.#writer
      .prepare<[string], CommandRow>('SELECT no, name, receipt, root_no FROM command WHERE id = ?')
      .get(id)
  }

  /** Only the last of a chain of undo and redo can be taken back, while the journal knows it and nothing was built on it. */
  #refuseConflict(id: string, { no, root_no: rootNo }: CommandRow): void {
    const last = Number(
      this.#writer.prepare<[number]>('SELECT max(no) FROM command WHERE root_no = ?').pluck().get(rootNo),
    )
    const db = this.#writer
    const isTouched = isChangedSince(db, no, rootNo) || isBuiltUpon(db, no)
    if (last !== no || !isJournalled(db, no) || isTouched) throw expected('undo_conflict', { commandId: id })
  }

  async #settle(command: RunningCommand, rootNo: number, recordId: number | null): Promise<Receipt> {
    const { no, id, context } = command
    const derivation: DerivationContext = { today: context.today, settings: readSettings(this.#writer) }
    await deriveAfter(this.#writer, no, derivation)
    const changed = changesOf(this.#writer, no)
    const receipt: Receipt = { commandId: id, changed, isUndoable: changed.length > 0, recordId }
    this.#note(command, rootNo, receipt)
    forgetOldSteps(this.#writer, no)
    return receipt
  }

  #note({ no, id, name, context }: RunningCommand, rootNo: number, receipt: Receipt): void {
    this.#writer
      .prepare<[number, string, string, number, string, number]>(
        'INSERT INTO command (no, id, name, at, receipt, root_no) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(no, id, name, context.now, JSON.stringify(receipt), rootNo)
  }
}

function isBrokenReference(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

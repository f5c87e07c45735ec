/**
 * The open ledger: one file, one writer. Every change is a command in one transaction: it edits sources, the journal notes
 * the rows, derivation rewrites what follows from them, and a receipt says what changed. A command whose id was seen before
 * answers its old receipt.
 */
import type { Receipt } from '../../../shared/contract/fields.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../shared/domain/instant.ts'
import type { Connection } from './connection.ts'
import { deriveAfter, type DerivationContext } from './derivation.ts'
import { expected, explainStorageError } from './expected.ts'
import { changesOf, refuseConflict, restoreRows, startJournal, type Journal } from './journal.ts'
import type { LedgerConnections } from './open.ts'
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
  readonly receipt: string
  readonly root_id: string
  readonly is_undone: number
}

export class LedgerFile {
  readonly path: string
  readonly reader: Connection
  readonly #writer: Connection
  readonly #journal: Journal
  readonly #options: LedgerFileOptions
  /** Commands wait for the one before them: a long import holds the writer across turns of the event loop. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(connections: LedgerConnections, options: LedgerFileOptions) {
    this.path = connections.path
    this.reader = connections.reader
    this.#writer = connections.writer
    this.#options = options
    this.#journal = startJournal(this.#writer)
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
      const receipt = await this.#transact(commandId, async (context) => {
        const recordId = await work(this.#writer, context)
        return this.#settle({ commandId, name, rootId: commandId, isUndoable: true, recordId, context })
      })
      this.#options.onChange(receipt.changed)
      return receipt
    })
  }

  /** Puts back what a command changed; itself a command, so that undoing it redoes the first. */
  undo(commandId: string, undoes: string): Promise<Receipt> {
    return this.#exclusively(async () => {
      const known = this.#findCommand(commandId)
      if (known) return JSON.parse(known.receipt) as Receipt
      const target = this.#findCommand(undoes)
      if (!target) throw expected('undo_conflict', { commandId: undoes })
      this.#refuseStale(undoes, target)
      const receipt = await this.#transact(commandId, async (context) => {
        refuseConflict(this.#writer, undoes, target.root_id)
        restoreRows(this.#writer, undoes)
        this.#writer.prepare<[string]>('UPDATE command SET is_undone = 1 - is_undone WHERE id = ?').run(target.root_id)
        return this.#settle({
          commandId,
          name: 'undo',
          rootId: target.root_id,
          isUndoable: true,
          recordId: null,
          context,
        })
      })
      this.#options.onChange(receipt.changed)
      return receipt
    })
  }

  /** Writes what follows from the sources anew for new days that began (recurring costs run on). */
  catchUp(work: (db: Connection, context: CommandContext) => void): Promise<void> {
    return this.#exclusively(async () => {
      this.#writer.database.transaction(() => work(this.#writer, this.#context()))()
    })
  }

  /** Runs something that needs the writing connection outside of a command (backup, bulk filling of a new file). */
  withWriter<T>(work: (db: Connection, context: CommandContext) => T): Promise<T> {
    return this.#exclusively(async () => work(this.#writer, this.#context()))
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

  async #transact<T>(commandId: string, work: (context: CommandContext) => Promise<T>): Promise<T> {
    const { database } = this.#writer
    database.exec('BEGIN IMMEDIATE')
    this.#journal.setCommand(commandId)
    try {
      const answer = await work(this.#context())
      database.exec('COMMIT')
      return answer
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    } finally {
      this.#journal.setCommand(null)
    }
  }

  #findCommand(id: string): CommandRow | undefined {
    return this.#writer
      .prepare<[string], CommandRow>('SELECT receipt, root_id, is_undone FROM command WHERE id = ?')
      .get(id)
  }

  /** Only the last of a chain of undo and redo can be taken back. */
  #refuseStale(id: string, command: CommandRow): void {
    const last = this.#writer
      .prepare<[string], { id: string }>(
        'SELECT id FROM command WHERE root_id = ? ORDER BY at DESC, rowid DESC LIMIT 1',
      )
      .get(command.root_id)
    const isForgotten = !this.#writer.prepare<[string]>('SELECT 1 FROM journal WHERE command_id = ? LIMIT 1').get(id)
    if (last?.id !== id || isForgotten) throw expected('undo_conflict', { commandId: id })
  }

  #settle(command: {
    commandId: string
    name: string
    rootId: string
    isUndoable: boolean
    recordId: number | null
    context: CommandContext
  }): Receipt {
    const { commandId, context } = command
    const derivation: DerivationContext = { today: context.today, settings: readSettings(this.#writer) }
    deriveAfter(this.#writer, commandId, derivation)
    const changed = changesOf(this.#writer, commandId)
    const receipt: Receipt = {
      commandId,
      changed,
      isUndoable: command.isUndoable && changed.length > 0,
      recordId: command.recordId,
    }
    this.#writer
      .prepare<[string, string, number, string, string]>(
        'INSERT INTO command (id, name, at, receipt, root_id) VALUES (?, ?, ?, ?, ?)',
      )
      .run(commandId, command.name, context.now, JSON.stringify(receipt), command.rootId)
    return receipt
  }
}

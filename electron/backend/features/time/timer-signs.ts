/**
 * Signs of life of running timers. While one runs, the moment is noted again and again, so that after a crash or a power cut it is known
 * when the app last saw it run. Signs are no sources: no command, no journal, no undo.
 */
import { lastSeenBefore, SIGN_EVERY_MS } from '../../../../shared/domain/absence.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import type { LedgerFile } from '../../database/ledger-file.ts'

interface RunningRow {
  readonly id: number
  readonly personId: number
  readonly startedAt: Instant
  readonly sign: Instant | null
}

const RUNNING = `SELECT entry.id, entry.person_id AS personId, entry.started_at AS startedAt, timer_sign.at AS sign
  FROM time_entry AS entry LEFT JOIN timer_sign ON timer_sign.person_id = entry.person_id WHERE entry.ended_at IS NULL`

export class TimerSigns {
  /** Entries that were left running while the app or the computer was off, with when they were last seen. */
  readonly #lastSeenAt = new Map<number, Instant>()
  readonly #interval: NodeJS.Timeout
  #ledger: LedgerFile | null = null
  #isWriting = false

  constructor(log: (line: string) => void) {
    this.#interval = setInterval(() => {
      this.write().catch((error: unknown) => log(`running timers were not noted: ${String(error)}`))
    }, SIGN_EVERY_MS)
    this.#interval.unref()
  }

  get lastSeenAt(): ReadonlyMap<number, Instant> {
    return this.#lastSeenAt
  }

  /** Looks at what was left running in a ledger that was just opened. */
  follow(ledger: LedgerFile): void {
    this.#ledger = ledger
    this.#lastSeenAt.clear()
    const now = ledger.now()
    for (const { id, startedAt, sign } of ledger.reader.prepare<[], RunningRow>(RUNNING).all()) {
      const seen = lastSeenBefore(now, startedAt, sign)
      if (seen !== null) this.#lastSeenAt.set(id, seen)
    }
  }

  /** The absence of an entry is settled: it is not asked about again. */
  settle(id: number): void {
    this.#lastSeenAt.delete(id)
  }

  /** Notes that timers run now. Waits for a command that is being carried out; does nothing while it waits already. */
  async write(): Promise<void> {
    const ledger = this.#ledger
    if (!ledger || this.#isWriting || ledger.reader.prepare<[], RunningRow>(RUNNING).get() === undefined) return
    this.#isWriting = true
    try {
      await ledger.catchUp((db, { now }) => this.#note(db, now))
    } finally {
      this.#isWriting = false
    }
  }

  /** The last sign before a ledger is closed. */
  leave(): void {
    const ledger = this.#ledger
    this.#ledger = null
    ledger?.beforeClosing((db) => this.#note(db, ledger.now()))
  }

  /** The ledger is gone, without a last word. */
  forget(): void {
    this.#ledger = null
    this.#lastSeenAt.clear()
  }

  close(): void {
    clearInterval(this.#interval)
    this.leave()
  }

  /** What is not settled keeps its last sign, so that it is asked about again; a clock behind the start says nothing. */
  #note(db: Connection, now: Instant): void {
    const write = db.prepare<[number, Instant]>(
      'INSERT INTO timer_sign (person_id, at) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET at = excluded.at',
    )
    for (const { id, personId, startedAt } of db.prepare<[], RunningRow>(RUNNING).all())
      if (!this.#lastSeenAt.has(id) && now >= startedAt) write.run(personId, now)
  }
}

/** The backend as a host sees it: made once, given a router and a context, closed at the end. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import type { AppStatus } from '../../shared/contract/app.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { FEATURES, type Language } from '../../shared/contract/fields.ts'
import { dayAt, type Instant } from '../../shared/domain/instant.ts'
import { MAX_RECEIPT_BYTES } from '../../shared/domain/receipt-file.ts'
import { ChangeHub } from './change-hub.ts'
import { deriveDuePayments, deriveRunningCosts } from './database/derivation.ts'
import { expected } from './database/expected.ts'
import { LedgerFile } from './database/ledger-file.ts'
import { createLedgerFile, openLedgerFile, refuseDamagedFile, type LedgerConnections } from './database/open.ts'
import { DEFAULT_SETTINGS, writeSettings, type StoredSettings } from './database/settings-row.ts'
import { followErasures } from './erasure/replay.ts'
import { wipe } from './erasure/wipe.ts'
import { RetentionRun } from './features/moderation/privacy/retention-run.ts'
import { StagedFiles } from './features/imports/staged-files.ts'
import { TimerSigns } from './features/time/timer-signs.ts'
import { router } from './router.ts'
import { newSalt } from './salt.ts'
import { StagedUploads } from './staged-uploads.ts'

export interface BackendOptions {
  readonly host: AppStatus['host']
  /** Where the user's ledger, the sample ledger and their backups live unless a path is given. */
  readonly dataFolder: string
  readonly ledgerPath?: string | undefined
  readonly appVersion: string
  readonly capabilities: AppStatus['capabilities']
  /** Language of a new ledger. */
  readonly language: Language
  readonly now?: () => Instant
  readonly log?: (line: string) => void
}

export interface BackendContext {
  readonly backend: Backend
}

const LEDGER_NAME = 'Hauptbuch.gegenwert'
const SAMPLE_NAME = 'Beispiel.gegenwert'
const DAY_CHECK_MS = 60_000
const CHECK_AFTER_MS = 5_000

export class Backend {
  readonly router = router
  readonly context: BackendContext = { backend: this }
  /** The contract, asked from within: how one feature uses what another answers. */
  readonly ask: Client = createRouterClient(this.router, { context: this.context })
  readonly options: BackendOptions
  readonly changes = new ChangeHub()
  readonly stagedFiles = new StagedFiles()
  /** Receipts on their way to what they belong to. */
  readonly receipts = new StagedUploads({ ofOne: MAX_RECEIPT_BYTES, ofAll: 10 * MAX_RECEIPT_BYTES })
  readonly signs: TimerSigns
  /** Erases by itself what is due. */
  readonly retention = new RetentionRun(this)
  readonly #dayTimer: NodeJS.Timeout
  #ledger: LedgerFile | null = null
  #problem: AppStatus['problem'] = null
  #costsFollowedTo: string | null = null

  constructor(options: BackendOptions) {
    this.options = options
    this.signs = new TimerSigns((line) => this.options.log?.(line))
    this.#dayTimer = setInterval(() => {
      this.followCosts().catch((error: unknown) =>
        this.options.log?.(`running costs were not followed: ${String(error)}`),
      )
      void this.retention.follow()
    }, DAY_CHECK_MS)
    this.#dayTimer.unref()
  }

  /** The open ledger; fails with `no_ledger` when there is none. */
  get ledger(): LedgerFile {
    if (!this.#ledger) throw expected('no_ledger', { reason: this.#problem?.code ?? 'closed' })
    return this.#ledger
  }

  get openLedgerOrNull(): LedgerFile | null {
    return this.#ledger
  }

  get problem(): AppStatus['problem'] {
    return this.#problem
  }

  get ownLedgerPath(): string {
    return resolve(this.options.ledgerPath ?? join(this.options.dataFolder, LEDGER_NAME))
  }

  get sampleLedgerPath(): string {
    return join(this.options.dataFolder, SAMPLE_NAME)
  }

  now(): Instant {
    return this.options.now?.() ?? Date.now()
  }

  today(): string {
    return this.#ledger?.today() ?? dayAt(this.now(), DEFAULT_SETTINGS.timeZone)
  }

  /** Opens a ledger file in place of the one that is open. On failure that one stays open and the typed error is thrown. */
  async openLedger(path: string): Promise<void> {
    await this.#switchTo(() => openLedgerFile(resolve(path)))
  }

  /** Closes the open ledger, lets another file take its place, and opens that. Where it does not come to it, the same one is opened again. */
  async replaceLedger(swap: () => void): Promise<void> {
    const { ledger } = this
    const { path } = ledger
    await ledger.settled()
    this.signs.leave()
    ledger.close()
    this.#ledger = null
    try {
      swap()
    } finally {
      await this.openLedger(path)
    }
    this.changes.announceUndoGone()
    this.changes.announceFeatures(FEATURES)
  }

  /** Makes a new ledger file with these settings and opens it. */
  async createLedger(path: string, settings: Partial<StoredSettings>): Promise<void> {
    const target = resolve(path)
    try {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    } catch {
      throw expected('ledger_unreadable', { path: target, reason: 'read_only_folder' })
    }
    createLedgerFile(target, (db) =>
      writeSettings(db, { ...DEFAULT_SETTINGS, language: this.options.language, salt: newSalt(), ...settings }),
    )
    await this.openLedger(target)
  }

  /** Opens the user's own ledger, making it where there is none yet. A failure is kept for the page to show. */
  async openOwnLedger(): Promise<void> {
    try {
      if (existsSync(this.ownLedgerPath)) await this.openLedger(this.ownLedgerPath)
      else await this.createLedger(this.ownLedgerPath, {})
    } catch (error) {
      this.#problem = describeProblem(error)
      this.options.log?.(`no ledger is open: ${this.#problem.code}`)
    }
  }

  close(): void {
    clearInterval(this.#dayTimer)
    this.signs.close()
    this.#ledger?.close()
    this.#ledger = null
  }

  async #switchTo(open: () => LedgerConnections): Promise<void> {
    const connections = open()
    const ledger = new LedgerFile(connections, {
      now: () => this.now(),
      onChange: (changed) => this.changes.announce(changed),
    })
    try {
      await followErasures(ledger)
    } catch (error) {
      ledger.close()
      throw error
    }
    // An import that is being written is finished first.
    await this.#ledger?.settled()
    this.signs.leave()
    this.#ledger?.close()
    this.#ledger = ledger
    this.signs.follow(ledger)
    this.#problem = null
    if (!connections.isChecked) this.#checkSoon(ledger)
    this.#costsFollowedTo = null
    await this.followCosts()
    await wipe(ledger)
    this.retention.soon()
    this.changes.announceFeatures(FEATURES)
  }

  /** The check of a large file waits until the first screen is there. A damaged ledger is closed before more is written to it. */
  #checkSoon(ledger: LedgerFile): void {
    setTimeout(() => {
      if (this.#ledger !== ledger) return
      try {
        refuseDamagedFile(ledger.path)
      } catch {
        this.#ledger = null
        this.signs.forget()
        this.#problem = { code: 'ledger_unreadable', data: { path: ledger.path, reason: 'damaged' } }
        ledger.close()
        this.changes.announceFeatures(FEATURES)
      }
    }, CHECK_AFTER_MS).unref()
  }

  /** Recurring costs and payments run on with every day that begins. */
  async followCosts(): Promise<void> {
    const ledger = this.#ledger
    if (!ledger) return
    const today = ledger.today()
    if (this.#costsFollowedTo === today) return
    await ledger.catchUp((db, { settings }) => {
      deriveRunningCosts(db, today)
      deriveDuePayments(db, { today, settings })
    })
    this.#costsFollowedTo = today
    this.changes.announceFeatures(['app', 'ledger', 'costs', 'revenue', 'result', 'reports', 'planning'])
  }
}

function describeProblem(error: unknown): NonNullable<AppStatus['problem']> {
  if (error instanceof ORPCError) return { code: error.code, data: (error.data ?? {}) as Record<string, unknown> }
  return { code: 'unexpected', data: { message: error instanceof Error ? error.message : String(error) } }
}

/** Makes the backend and opens the user's ledger. Never fails because of the file: the page shows what is wrong with it. */
export function openBackend(options: BackendOptions): Backend {
  const backend = new Backend(options)
  void backend.openOwnLedger()
  return backend
}

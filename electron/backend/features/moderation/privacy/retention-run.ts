/** Erases by itself what is due: after the first screen is there, and with every day that begins. */
import { setImmediate } from 'node:timers/promises'
import type { Backend } from '../../../backend.ts'
import type { Connection } from '../../../database/connection.ts'
import type { CommandContext, LedgerFile } from '../../../database/ledger-file.ts'
import { writeSettings } from '../../../database/settings-row.ts'
import { conversationErasure } from '../../../erasure/erasure-list.ts'
import { contactsWithoutTexts, eraseConversations, eraseHandles } from '../../../erasure/erase-texts.ts'
import { wipe } from '../../../erasure/wipe.ts'
import { settleErasure, SHOWING, type ErasedThings, type ReportStep } from './erase.ts'
import { dueOn, isToBeAnnounced, planRetention, startOfErasing } from './retention.ts'

/** Conversations erased between two returns to the event loop, and in one transaction. */
const CONVERSATIONS_A_TURN = 50
const CONVERSATIONS_A_TRANSACTION = 1_000

/** Erases what is due today, or announces it where that was never done. Answers how many conversations were erased. */
export async function followRetention(ledger: LedgerFile): Promise<{ announced: boolean; erased: number }> {
  const today = ledger.today()
  const moment = { now: ledger.now(), today, settings: ledger.settings() }
  const plan = planRetention(ledger.reader, moment)
  if (isToBeAnnounced(plan, moment)) {
    await ledger.catchUp((db) => writeSettings(db, { erasureAnnouncedOn: today }))
    return { announced: true, erased: 0 }
  }
  const start = startOfErasing(moment.settings)
  if (start === null || start > today) return { announced: false, erased: 0 }
  const due = dueOn(plan, today)
  let erased = 0
  for (let first = 0; first < due.length; first += CONVERSATIONS_A_TRANSACTION) {
    const ids = due.slice(first, first + CONVERSATIONS_A_TRANSACTION)
    await ledger.catchUp(async (db, context) => {
      const things = await eraseDue(db, context, ids, () => {})
      settleErasure(db, ledger.path, context, things)
      erased += things.outcome.conversations
    })
  }
  return { announced: false, erased }
}

/** What was held or taken up again since it was planned is left for another day. */
async function eraseDue(
  db: Connection,
  context: CommandContext,
  ids: readonly number[],
  report: ReportStep,
): Promise<ErasedThings> {
  const cause = { at: context.now, reason: 'retention' } as const
  const due = dueOn(planRetention(db, context, ids), context.today)
  const [erased, files]: [number[], string[]] = [[], []]
  for (let first = 0; first < due.length; first += CONVERSATIONS_A_TURN) {
    report({ step: 'texts', done: first, total: due.length })
    const some = due.slice(first, first + CONVERSATIONS_A_TURN)
    const part = eraseConversations(db, some, { ...cause, personId: null })
    eraseHandles(db, contactsWithoutTexts(db, some))
    erased.push(...part.ids)
    files.push(...part.files)
    await setImmediate()
  }
  return {
    outcome: { conversations: erased.length, mentions: 0, files: files.length, held: 0 },
    erasures: erased.length === 0 ? [] : [conversationErasure(context.settings.salt, erased, cause)],
    files,
  }
}

/** The same at once, as a command. It counts as announced: whoever asks for it has read what it does. */
export async function eraseDueNow(db: Connection, context: CommandContext, report: ReportStep): Promise<ErasedThings> {
  const { settings, today } = context
  writeSettings(db, { erasureAnnouncedOn: settings.erasureAnnouncedOn ?? today })
  return eraseDue(db, context, dueOn(planRetention(db, context), today), report)
}

/** Off the first screen. */
const AFTER_MS = 8_000

/** Keeps a ledger clean while it is open: what is due, and what an erasure could not finish. */
export class RetentionRun {
  readonly #backend: Backend
  #doneFor: { readonly ledger: LedgerFile; readonly day: string } | null = null

  constructor(backend: Backend) {
    this.#backend = backend
  }

  soon(): void {
    setTimeout(() => void this.follow(), AFTER_MS).unref()
  }

  /** Does nothing where it was done today, and where nobody would see what is announced. Never fails. */
  async follow(): Promise<void> {
    const { openLedgerOrNull: ledger, options, changes } = this.#backend
    if (!ledger || options.host === 'cli') return
    const day = ledger.today()
    const isDone = this.#doneFor?.ledger === ledger && this.#doneFor.day === day
    try {
      const { announced, erased } = isDone ? { announced: false, erased: 0 } : await followRetention(ledger)
      if (erased > 0) changes.announceUndoGone()
      if (announced || erased > 0) changes.announceFeatures(erased > 0 ? SHOWING : ['moderation'])
      await wipe(ledger)
      this.#doneFor = { ledger, day }
    } catch (error) {
      // The ledger was closed meanwhile, or the disk is full; it is tried again.
      options.log?.(`retention was not followed: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }
}

// Notices that nobody is at the computer while a timer runs, and tells when somebody is back.
import type { Absence } from '../../renderer/lib/desktop-bridge.ts'

const POLL_MS = 15_000
/** So long without a poll means that the computer slept, whether or not the system has said so. */
const MISSED_MS = 6 * POLL_MS
/** Idle time comes in whole seconds. */
const COARSENESS_MS = 1_500
const MAX_AFTER_MINUTES = 240

type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'

/** What of Electron's `powerMonitor` is needed. */
export interface PowerSource {
  /** Seconds. */
  getSystemIdleTime(): number
  on(event: PowerEvent, listener: () => void): unknown
}

export class AwayWatch {
  readonly #source: PowerSource
  readonly #report: (absence: Absence) => void
  readonly #now: () => number
  /** What keeps the person away for certain: input says nothing while it lasts. */
  readonly #barriers = new Set<'suspend' | 'lock'>()
  #afterMs: number | null = null
  #timer: NodeJS.Timeout | undefined
  #lastPollAt = 0
  #away: Pick<Absence, 'since' | 'reason'> | null = null

  constructor(source: PowerSource, report: (absence: Absence) => void, now: () => number = Date.now) {
    this.#source = source
    this.#report = report
    this.#now = now
    source.on('suspend', () => this.#leave('suspend'))
    source.on('lock-screen', () => this.#leave('lock'))
    source.on('resume', () => this.#come('suspend'))
    source.on('unlock-screen', () => this.#come('lock'))
  }

  /** Null, or anything that is no number of minutes: no more. */
  watch(afterMinutes: unknown): void {
    const isSound = typeof afterMinutes === 'number' && afterMinutes >= 1 && afterMinutes <= MAX_AFTER_MINUTES
    const afterMs = isSound ? afterMinutes * 60_000 : null
    if (afterMs === this.#afterMs) return
    const isFresh = this.#afterMs === null
    this.#afterMs = afterMs
    if (afterMs === null) this.#rest()
    else if (isFresh) this.#begin()
  }

  /** Looks once; called by its own clock. */
  poll(): void {
    if (this.#afterMs === null) return
    const now = this.#now()
    const before = this.#lastPollAt
    this.#lastPollAt = now
    if (now - before > MISSED_MS) this.#away ??= { since: before, reason: 'suspend' }
    // Whoever polls is awake.
    this.#barriers.delete('suspend')
    if (this.#barriers.size > 0) return
    const idleMs = this.#source.getSystemIdleTime() * 1000
    if (this.#away === null) {
      if (idleMs >= this.#afterMs) this.#away = { since: now - idleMs, reason: 'idle' }
    } else if (now - idleMs > this.#away.since + COARSENESS_MS) this.#finish(now - idleMs)
  }

  #begin(): void {
    this.#lastPollAt = this.#now()
    this.#timer = setInterval(() => this.poll(), POLL_MS)
  }

  #rest(): void {
    clearInterval(this.#timer)
    this.#barriers.clear()
    this.#away = null
  }

  #leave(reason: 'suspend' | 'lock'): void {
    if (this.#afterMs === null) return
    this.#barriers.add(reason)
    // Whoever lets the computer fall asleep has left before.
    this.#away ??= { since: this.#now() - this.#source.getSystemIdleTime() * 1000, reason }
  }

  #come(from: 'suspend' | 'lock'): void {
    this.#barriers.delete(from)
    if (this.#barriers.size === 0) this.#finish(this.#now())
  }

  #finish(until: number): void {
    const away = this.#away
    this.#away = null
    if (away === null || this.#afterMs === null || until - away.since < this.#afterMs) return
    this.#report({ ...away, until })
  }
}

// Keeps one backend process alive: starts it again when it dies or no longer answers, and connects pages to it.
import type { MessagePortMain, UtilityProcess } from 'electron'
import { utilityProcess } from 'electron'
import type { Picture } from '../backend/attachments/pictures.ts'
import type { BackendOptions } from '../backend/backend.ts'
import type { MessageFromBackend, MessageToBackend } from '../backend/process-messages.ts'

const heartbeatMs = 5_000
/** A long import may hold the process up for seconds; half a minute without a sign of life is a hang. */
const missedBeatsLimit = 6
const firstRestartMs = 50
const longestRestartMs = 10_000
/** Having run this long, a process counts as sound, and the wait before the next restart starts small again. */
const soundAfterMs = 30_000
const closeLimitMs = 5_000

/** What can be said across the border of a process: no functions. */
export type BackendStartOptions = Omit<BackendOptions, 'now' | 'log'>

/** `reason` is one of the contract's for `ledger_unreadable`. */
export type LedgerAnswer = { readonly opened: true } | { readonly opened: false; readonly reason: string }

export class BackendProcess {
  readonly #entry: string
  readonly #onRestarted: () => void
  readonly #heartbeat: NodeJS.Timeout
  readonly #waiting = new Map<number, (answer: LedgerAnswer) => void>()
  readonly #waitingForPictures = new Map<number, (picture: Picture | null) => void>()
  readonly #options: BackendStartOptions
  #ledgerInUse: string | undefined
  #child: UtilityProcess
  #isStopping = false
  #startedAt = 0
  #restartMs = firstRestartMs
  #missedBeats = 0
  #lastRequest = 0

  constructor(entry: string, options: BackendStartOptions, onRestarted: () => void) {
    this.#entry = entry
    this.#options = options
    this.#onRestarted = onRestarted
    this.#child = this.#fork()
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs)
  }

  /** Gives the backend one end of a channel. While it is being restarted nobody takes it; see `onRestarted`. */
  connect(port: MessagePortMain): void {
    this.#send({ type: 'connect' }, [port])
  }

  openLedger(path: string): Promise<LedgerAnswer> {
    const { promise, resolve } = Promise.withResolvers<LedgerAnswer>()
    this.#lastRequest += 1
    this.#waiting.set(this.#lastRequest, resolve)
    this.#send({ type: 'open-ledger', request: this.#lastRequest, path })
    return promise
  }

  readPicture(attachmentId: number): Promise<Picture | null> {
    const { promise, resolve } = Promise.withResolvers<Picture | null>()
    this.#lastRequest += 1
    this.#waitingForPictures.set(this.#lastRequest, resolve)
    this.#send({ type: 'read-picture', request: this.#lastRequest, attachmentId })
    return promise
  }

  /** Lets the backend close its ledger, for good. */
  stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#heartbeat)
    if (this.#child.pid === undefined) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#child.once('exit', () => resolve())
    setTimeout(() => this.#end(), closeLimitMs)
    this.#send({ type: 'close' })
    return promise
  }

  #fork(): UtilityProcess {
    this.#startedAt = performance.now()
    this.#missedBeats = 0
    const words = [JSON.stringify(this.#options)]
    const child = utilityProcess.fork(this.#entry, words, { serviceName: 'Gegenwert Ledger' })
    child.on('message', (message: MessageFromBackend) => this.#receive(message))
    child.once('exit', (code) => this.#restart(code))
    return child
  }

  #send(message: MessageToBackend, ports?: MessagePortMain[]): void {
    this.#child.postMessage(message, ports)
  }

  #receive(message: MessageFromBackend): void {
    this.#missedBeats = 0
    if (message.type === 'pong') return
    if (message.type === 'ledger-in-use') {
      this.#ledgerInUse = message.path
      return
    }
    if (message.type === 'picture') {
      this.#waitingForPictures.get(message.request)?.(message.picture)
      this.#waitingForPictures.delete(message.request)
      return
    }
    const answer = this.#waiting.get(message.request)
    this.#waiting.delete(message.request)
    answer?.(message.type === 'ledger-opened' ? { opened: true } : { opened: false, reason: message.reason })
  }

  #restart(code: number): void {
    for (const answer of this.#waiting.values()) answer({ opened: false, reason: 'unknown' })
    this.#waiting.clear()
    for (const answer of this.#waitingForPictures.values()) answer(null)
    this.#waitingForPictures.clear()
    if (this.#isStopping) return
    const wasSound = performance.now() - this.#startedAt > soundAfterMs
    this.#restartMs = wasSound ? firstRestartMs : Math.min(this.#restartMs * 2, longestRestartMs)
    console.error(`The backend process ended (${code}); starting it again in ${this.#restartMs} ms.`)
    setTimeout(() => {
      if (!this.#isStopping) this.#startAgain()
    }, this.#restartMs)
  }

  /** With the ledger that was open, be it the sample; a page that is connected meanwhile waits for it. */
  #startAgain(): void {
    this.#child = this.#fork()
    if (this.#ledgerInUse !== undefined) void this.openLedger(this.#ledgerInUse)
    this.#onRestarted()
  }

  #beat(): void {
    if (this.#missedBeats >= missedBeatsLimit) {
      console.error('The backend process does not answer.')
      this.#end()
      this.#missedBeats = 0
      return
    }
    this.#missedBeats += 1
    this.#send({ type: 'ping' })
  }

  /** A process that hangs may not hear a polite request. */
  #end(): void {
    const { pid } = this.#child
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  }
}

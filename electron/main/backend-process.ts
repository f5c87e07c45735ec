// Keeps one backend process alive: starts it again when it dies or no longer answers, and connects pages to it.
import type { MessagePortMain, UtilityProcess } from 'electron'
import { utilityProcess } from 'electron'
import type { MessageFromBackend, MessageToBackend } from '../backend/process-messages.ts'
import type { BackendStartOptions } from './backend-start-options.ts'

const heartbeatMs = 5_000
/** A long import may hold the process up for seconds; half a minute without a sign of life is a hang. */
const missedBeatsLimit = 6
const firstRestartMs = 50
const longestRestartMs = 10_000
/** Having run this long, a process counts as sound and the wait before the next restart starts small again. */
const soundAfterMs = 30_000
const closeLimitMs = 5_000

export type LedgerAnswer = { readonly opened: true } | { readonly opened: false; readonly reason: string }

export interface BackendProcess {
  /** Gives the backend one end of a channel. A backend being restarted is not connected; see `onRestarted`. */
  connect(port: MessagePortMain): void
  openLedger(path: string): Promise<LedgerAnswer>
  /** Lets the backend close its ledger, for good. */
  stop(): Promise<void>
}

export function startBackendProcess(
  entry: string,
  options: BackendStartOptions,
  onRestarted: () => void,
): BackendProcess {
  const waiting = new Map<number, (answer: LedgerAnswer) => void>()
  let child: UtilityProcess
  let isStopping = false
  let startedAt = 0
  let restartMs = firstRestartMs
  let missedBeats = 0
  let lastRequest = 0
  let ledgerInUse: string | undefined

  function fork(): void {
    const forkOptions: BackendStartOptions =
      ledgerInUse === undefined ? options : { ...options, ledgerPath: ledgerInUse }
    startedAt = performance.now()
    missedBeats = 0
    child = utilityProcess.fork(entry, [JSON.stringify(forkOptions)], { serviceName: 'Gegenwert Ledger' })
    child.on('message', receive)
    child.once('exit', restart)
  }

  function send(message: MessageToBackend, ports?: MessagePortMain[]): void {
    child.postMessage(message, ports)
  }

  function receive(message: MessageFromBackend): void {
    missedBeats = 0
    if (message.type === 'pong') return
    if (message.type === 'ledger-in-use') {
      ledgerInUse = message.path
      return
    }
    const answer = waiting.get(message.request)
    waiting.delete(message.request)
    answer?.(message.type === 'ledger-opened' ? { opened: true } : { opened: false, reason: message.reason })
  }

  function restart(code: number): void {
    for (const answer of waiting.values()) answer({ opened: false, reason: 'backend exited' })
    waiting.clear()
    if (isStopping) return
    const wasSound = performance.now() - startedAt > soundAfterMs
    restartMs = wasSound ? firstRestartMs : Math.min(restartMs * 2, longestRestartMs)
    console.error(`The backend process ended (${code}); starting it again in ${restartMs} ms.`)
    setTimeout(() => {
      if (isStopping) return
      fork()
      onRestarted()
    }, restartMs)
  }

  function beat(): void {
    if (missedBeats >= missedBeatsLimit) {
      console.error('The backend process does not answer.')
      child.kill()
      missedBeats = 0
      return
    }
    missedBeats += 1
    send({ type: 'ping' })
  }

  function openLedger(path: string): Promise<LedgerAnswer> {
    const { promise, resolve } = Promise.withResolvers<LedgerAnswer>()
    lastRequest += 1
    waiting.set(lastRequest, resolve)
    send({ type: 'open-ledger', request: lastRequest, path })
    return promise
  }

  function stop(): Promise<void> {
    isStopping = true
    clearInterval(heartbeat)
    const { promise, resolve } = Promise.withResolvers<void>()
    if (child.pid === undefined) return Promise.resolve()
    child.once('exit', () => resolve())
    setTimeout(() => child.kill(), closeLimitMs).unref()
    send({ type: 'close' })
    return promise
  }

  fork()
  const heartbeat = setInterval(beat, heartbeatMs)
  return { connect: (port) => send({ type: 'connect' }, [port]), openLedger, stop }
}

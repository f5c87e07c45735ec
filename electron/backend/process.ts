// Entry of the utility process: keeps the ledger out of the main process, so that an import never stalls a window.
import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { readPicture } from './attachments/pictures.ts'
import type { BackendContext, BackendOptions } from './backend.ts'
import { openBackend } from './backend.ts'
import type { MessageFromBackend, MessageToBackend } from './process-messages.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as BackendOptions
const backend = openBackend({ ...options, log: (line) => console.error(line) })
const handler = new RPCHandler<BackendContext>(backend.router)
const main = process.parentPort
void reportOpenLedger()

/** Pages wait while a ledger is being opened: what they write must not go into the one before. */
let opening = Promise.resolve()

main.on('message', ({ data, ports }) => {
  const message = data as MessageToBackend
  if (message.type === 'ping') send({ type: 'pong' })
  if (message.type === 'open-ledger') opening = opening.then(() => openLedger(message.request, message.path))
  if (message.type === 'connect') void opening.then(() => connect(ports))
  if (message.type === 'read-picture') void opening.then(() => sendPicture(message.request, message.attachmentId))
  if (message.type === 'close') closeAndLeave()
})

function connect([port]: readonly Electron.MessagePortMain[]): void {
  if (port === undefined) throw new Error('a connection without a port')
  handler.upgrade(port, { context: backend.context })
  port.start()
}

/** Should this process die, the next one opens the same ledger. */
async function reportOpenLedger(): Promise<void> {
  for await (const { features } of backend.changes.notices(undefined)) {
    const path = backend.openLedgerOrNull?.path
    if (features.includes('app') && path !== undefined) send({ type: 'ledger-in-use', path })
  }
}

async function openLedger(request: number, path: string): Promise<void> {
  try {
    if (backend.openLedgerOrNull?.path !== path) await backend.openLedger(path)
    send({ type: 'ledger-opened', request })
  } catch (error) {
    send({ type: 'ledger-refused', request, reason: reasonOf(error) })
  }
}

/** Whatever goes wrong, whoever asked gets an answer. */
function sendPicture(request: number, attachmentId: number): void {
  try {
    send({ type: 'picture', request, picture: readPicture(backend, attachmentId) })
  } catch (error) {
    console.error(error)
    send({ type: 'picture', request, picture: null })
  }
}

/** The contract's word for it; anything else is a bug and logged. */
function reasonOf(error: unknown): string {
  if (error instanceof ORPCError && error.code === 'ledger_unreadable') return String(error.data.reason)
  console.error(error)
  return 'unknown'
}

function closeAndLeave(): void {
  backend.close()
  process.exit(0)
}

function send(message: MessageFromBackend): void {
  main.postMessage(message)
}

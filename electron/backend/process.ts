// Entry of the utility process: keeps the ledger out of the main process, so that an import never stalls a window.
import { RPCHandler } from '@orpc/server/message-port'
import type { BackendContext, BackendOptions } from './backend.ts'
import { openBackend } from './backend.ts'
import type { MessageFromBackend, MessageToBackend } from './process-messages.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as BackendOptions
const backend = openBackend({ ...options, log: (line) => console.error(line) })
const handler = new RPCHandler<BackendContext>(backend.router)
const main = process.parentPort
void reportOpenLedger()

main.on('message', ({ data, ports }) => {
  const message = data as MessageToBackend
  if (message.type === 'ping') return send({ type: 'pong' })
  if (message.type === 'open-ledger') return void openLedger(message.request, message.path)
  if (message.type === 'close') return closeAndLeave()
  const [port] = ports
  if (port === undefined) throw new Error('a connection without a port')
  handler.upgrade(port, { context: backend.context })
  port.start()
})

/** Should this process die, the next one opens the same ledger. */
async function reportOpenLedger(): Promise<void> {
  for await (const { features } of backend.changes.notices(undefined)) {
    const path = backend.openLedgerOrNull?.path
    if (features.includes('app') && path !== undefined) send({ type: 'ledger-in-use', path })
  }
}

async function openLedger(request: number, path: string): Promise<void> {
  try {
    await backend.openLedger(path)
    send({ type: 'ledger-opened', request })
  } catch (error) {
    send({ type: 'ledger-refused', request, reason: error instanceof Error ? error.message : String(error) })
  }
}

function closeAndLeave(): void {
  backend.close()
  process.exit(0)
}

function send(message: MessageFromBackend): void {
  main.postMessage(message)
}

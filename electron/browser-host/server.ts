// Serves the app to a browser on this machine: where Electron or a display is missing, and for fast end-to-end tests.
// Runs from source (`node electron/browser-host/server.ts [--ledger FILE]`) as well as from the build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Backend } from '../backend/backend.ts'
import { openBackend } from '../backend/backend.ts'
import { readStartOptions } from '../command-line.ts'
import { dataFolder, userFolder } from '../data-folder.ts'
import { fillIn, hostTexts } from '../host-texts.ts'
import { terminalLanguage } from '../system-language.ts'
import { answerRequests, startPath } from './requests.ts'
import { startSession } from './session.ts'

// The same two levels up from the source and from the build.
const projectFolder = join(import.meta.dirname, '..', '..')
const pageFolder = join(projectFolder, 'out', 'renderer')
const language = terminalLanguage(process.env)
const texts = hostTexts[language].start

if (!existsSync(join(pageFolder, 'index.html'))) {
  console.error(`${pageFolder}: npm run build`)
  process.exit(1)
}

const backend = openHostedBackend()
const server = createServer({ requestTimeout: 60_000 })
// Only this machine can reach the port. The system picks a free one the first time; later starts take it again where they can,
// because the browser keeps what a person prefers to see (dark, light) by address.
const portFile = join(userFolder(), 'browser-port')
server.once('error', () => listen(0))
listen(rememberedPort())
server.once('listening', () => {
  const { port } = server.address() as AddressInfo
  writeFileSync(portFile, String(port))
  const session = startSession(port)
  server.on('request', answerRequests({ backend, pageFolder, session, language }))
  const address = `http://127.0.0.1:${port}${startPath}?token=${session.token}`
  console.log(fillIn(texts.address, { address }))
  console.log(texts.howToEnd)
})

// A terminal and `npm start` may both pass the signal on: the second must not interrupt the closing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, closeAndLeave)

function listen(port: number): void {
  server.listen(port, '127.0.0.1')
}

function rememberedPort(): number {
  try {
    const port = Number(readFileSync(portFile, 'utf8'))
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0
  } catch {
    return 0
  }
}

function openHostedBackend(): Backend {
  const { ledgerPath } = readStartOptions(process.argv.slice(2), process.cwd())
  const folder = userFolder()
  mkdirSync(folder, { recursive: true })
  return openBackend({
    host: 'browser',
    dataFolder: dataFolder(folder),
    ...(ledgerPath === undefined ? {} : { ledgerPath }),
    appVersion: appVersion(),
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language,
    log: (line) => console.error(line),
  })
}

function appVersion(): string {
  return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version
}

function closeAndLeave(): void {
  server.close()
  server.closeAllConnections()
  backend.close()
  console.log(texts.closed)
  process.exit(0)
}

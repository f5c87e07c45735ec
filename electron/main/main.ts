// The desktop app: one window, one menu, one backend process.
import { app, BrowserWindow, dialog, session } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readStartOptions } from '../command-line.ts'
import { dataFolder, userFolder } from '../data-folder.ts'
import type { Language } from '../system-language.ts'
import { pickLanguage } from '../system-language.ts'
import type { BackendStartOptions } from './backend-process.ts'
import { BackendProcess } from './backend-process.ts'
import { hostTexts } from '../host-texts.ts'
import { guardApp, guardSession } from './guards.ts'
import { showMenu } from './menu.ts'
import type { Desk } from './page-requests.ts'
import { answerPages, openLedger, openLedgerDialog, reconnectPages } from './page-requests.ts'
import { appOrigin, declareScheme, servePages } from './protocol.ts'
import { bringToFront, openMainWindow } from './windows.ts'

const outFolder = join(import.meta.dirname, '..')
const developmentAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const pageOrigin = developmentAddress === undefined ? appOrigin : new URL(developmentAddress).origin
const folder = userFolder()

// All of this must be settled before the app is ready; an ES module that waits for it at top level would wait for ever.
mkdirSync(folder, { recursive: true })
app.setPath('userData', folder)
declareScheme()
guardApp(pageOrigin)
// The app makes no network requests; without names to resolve, Chromium makes none either.
if (developmentAddress === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

/** On macOS a file that was double-clicked is named by an event, which may come before there is anything to open it. */
let desk: Desk | undefined
let ledgerOfFirstEvent: string | undefined
app.on('open-file', (event, path) => {
  event.preventDefault()
  if (desk === undefined) ledgerOfFirstEvent = path
  else void openLedgerFromOutside(path, desk)
})

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(run, fail)
} else {
  app.quit()
}

function run(): void {
  guardSession(session.defaultSession, pageOrigin)
  const opened = openDesk()
  desk = opened
  servePages(join(outFolder, 'renderer'), (attachmentId) => opened.backend.readPicture(attachmentId))
  answerPages(opened)
  showMainWindow()
  listenToSystem(opened)
}

function openDesk(): Desk {
  let language = pickLanguage(app.getPreferredSystemLanguages())
  const backend: BackendProcess = new BackendProcess(
    join(import.meta.dirname, 'backend.js'),
    backendOptions(language),
    () => reconnectPages(backend),
  )
  const opened: Desk = {
    pageOrigin,
    backend,
    language: () => language,
    setLanguage: (wanted) => {
      language = wanted
      showMenuOf(opened)
    },
  }
  showMenuOf(opened)
  return opened
}

function backendOptions(language: Language): BackendStartOptions {
  const ledgerPath = ledgerOfFirstEvent ?? readStartOptions(process.argv.slice(1), process.cwd()).ledgerPath
  return {
    host: 'desktop',
    dataFolder: dataFolder(folder),
    ...(ledgerPath === undefined ? {} : { ledgerPath }),
    appVersion: app.getVersion(),
    capabilities: { savePdf: true, openFileDialog: true, noticeAbsence: true },
    language,
  }
}

function showMenuOf(desk: Desk): void {
  showMenu({
    language: desk.language(),
    isDeveloping: developmentAddress !== undefined,
    openLedger: () => void chooseLedger(desk),
  })
}

async function chooseLedger(desk: Desk): Promise<void> {
  const result = await openLedgerDialog(showMainWindow(), desk)
  if (result.outcome === 'failed') sayLedgerRefused(desk, result.reason)
}

async function openLedgerFromOutside(path: string, desk: Desk): Promise<void> {
  const result = await openLedger(path, desk)
  if (result.outcome === 'failed') sayLedgerRefused(desk, result.reason)
}

function sayLedgerRefused(desk: Desk, reason: string): void {
  const texts = hostTexts[desk.language()].dialog
  const detail = `${reason}\n${texts.ledgerUntouched}`
  const message = { type: 'warning' as const, message: texts.ledgerRefused, detail }
  void dialog.showMessageBox(showMainWindow(), message)
}

/** The window there is, brought to the front, or a new one. */
function showMainWindow(): BrowserWindow {
  const [open] = BrowserWindow.getAllWindows()
  if (open !== undefined) {
    bringToFront(open)
    return open
  }
  return openMainWindow({
    preload: join(outFolder, 'preload', 'preload.cjs'),
    address: developmentAddress ?? `${appOrigin}/`,
    icon: join(app.getAppPath(), 'resources', 'icon.png'),
    userFolder: folder,
  })
}

function listenToSystem(desk: Desk): void {
  app.on('activate', showMainWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('second-instance', (_event, words, workingFolder) => {
    showMainWindow()
    const { ledgerPath } = readStartOptions(words.slice(1), workingFolder)
    if (ledgerPath !== undefined) void openLedgerFromOutside(ledgerPath, desk)
  })
  closeLedgerBeforeQuitting(desk.backend)
}

function closeLedgerBeforeQuitting(backend: BackendProcess): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    isClosed = true
    void backend.stop().then(() => app.quit())
  })
}

function fail(error: unknown): void {
  dialog.showErrorBox('Gegenwert', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

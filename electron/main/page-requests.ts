// What a page may ask of the main process. Every request is checked: only the main frame of our own pages is answered.
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { BrowserWindow, dialog, ipcMain, MessageChannelMain, nativeTheme, powerMonitor } from 'electron'
import { writeFile } from 'node:fs/promises'
import type { Absence, Appearance, DialogOutcome } from '../../renderer/lib/desktop-bridge.ts'
import { channels } from '../preload/channels.ts'
import type { Language } from '../system-language.ts'
import type { BackendProcess } from './backend-process.ts'
import { describeRefusal, hostTexts } from '../host-texts.ts'
import { isOfOrigin } from './addresses.ts'
import { AwayWatch } from './away.ts'
import { fileNameOf } from './file-name.ts'

export interface Desk {
  readonly pageOrigin: string
  readonly backend: BackendProcess
  language(): Language
  setLanguage(language: Language): void
}

export function answerPages(desk: Desk): void {
  ipcMain.on(channels.requestPort, (event) => {
    if (isOwnPage(event, desk.pageOrigin)) connectPage(event.sender, desk.backend)
  })
  ipcMain.on(channels.appearance, (event, appearance: Appearance) => {
    if (isOwnPage(event, desk.pageOrigin)) applyAppearance(appearance, desk)
  })
  ipcMain.handle(channels.savePdf, (event, suggestedName: unknown) => {
    requireOwnPage(event, desk.pageOrigin)
    return savePdf(windowOf(event), String(suggestedName), desk.language())
  })
  ipcMain.handle(channels.openLedger, (event) => {
    requireOwnPage(event, desk.pageOrigin)
    return openLedgerDialog(windowOf(event), desk)
  })
  const away = new AwayWatch(powerMonitor, tellPagesOfAbsence)
  ipcMain.on(channels.watchAbsence, (event, afterMinutes: unknown) => {
    if (isOwnPage(event, desk.pageOrigin)) away.watch(afterMinutes)
  })
}

/** The window stays where it is: whoever comes back finds the question when they look. */
function tellPagesOfAbsence(absence: Absence): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.absence, absence)
}

/** After a restart of the backend, or when another ledger was opened: every page gets a fresh port and reads anew. */
export function reconnectPages(backend: BackendProcess): void {
  for (const window of BrowserWindow.getAllWindows()) connectPage(window.webContents, backend)
}

function connectPage(page: Electron.WebContents, backend: BackendProcess): void {
  const { port1, port2 } = new MessageChannelMain()
  backend.connect(port1)
  page.postMessage(channels.port, null, [port2])
}

export async function openLedgerDialog(window: BrowserWindow, desk: Desk): Promise<DialogOutcome> {
  const texts = hostTexts[desk.language()].dialog
  const choice = await dialog.showOpenDialog(window, {
    title: texts.openLedger,
    properties: ['openFile'],
    filters: [{ name: texts.ledgerFiles, extensions: ['gegenwert'] }],
  })
  const [path] = choice.filePaths
  return choice.canceled || path === undefined ? { outcome: 'cancelled' } : openLedger(path, desk)
}

/** The ledger of a dialog, a double click or a second start of the app. */
export async function openLedger(path: string, desk: Desk): Promise<DialogOutcome> {
  const answer = await desk.backend.openLedger(path)
  if (!answer.opened) return { outcome: 'failed', reason: describeRefusal(desk.language(), answer.reason, path) }
  reconnectPages(desk.backend)
  return { outcome: 'done' }
}

async function savePdf(window: BrowserWindow, suggestedName: string, language: Language): Promise<DialogOutcome> {
  const texts = hostTexts[language].dialog
  const choice = await dialog.showSaveDialog(window, {
    title: texts.savePdf,
    defaultPath: `${fileNameOf(suggestedName)}.pdf`,
    filters: [{ name: texts.pdfFiles, extensions: ['pdf'] }],
  })
  if (choice.canceled || choice.filePath === '') return { outcome: 'cancelled' }
  try {
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
    await writeFile(choice.filePath, pdf)
    return { outcome: 'done' }
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function applyAppearance({ language, theme }: Appearance, desk: Desk): void {
  if (['light', 'dark', 'system'].includes(theme)) nativeTheme.themeSource = theme
  if (language === 'de' || language === 'en') desk.setLanguage(language)
}

function isOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent, pageOrigin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOfOrigin(senderFrame.url, pageOrigin)
}

function requireOwnPage(event: IpcMainInvokeEvent, pageOrigin: string): void {
  if (!isOwnPage(event, pageOrigin)) throw new Error('refused')
}

function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  if (window === null) throw new Error('a page without a window')
  return window
}

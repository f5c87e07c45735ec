// The application menu in the person's language.
import type { MenuItemConstructorOptions } from 'electron'
import { BrowserWindow, Menu } from 'electron'
import { channels } from '../preload/channels.ts'
import type { MenuCommand } from '../../renderer/lib/desktop-bridge.ts'
import type { Language } from '../system-language.ts'
import { hostTexts } from '../host-texts.ts'

type Labels = (typeof hostTexts)[Language]['menu']
type Item = MenuItemConstructorOptions

export interface MenuOptions {
  readonly language: Language
  readonly isDeveloping: boolean
  readonly openLedger: () => void
}

export function showMenu(options: MenuOptions): void {
  const labels = hostTexts[options.language].menu
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [appMenu(labels)] : []),
      fileMenu(labels, isMac, options.openLedger),
      editMenu(labels),
      viewMenu(labels, options.isDeveloping),
      ...(isMac ? [windowMenu(labels)] : []),
    ]),
  )
}

function appMenu(labels: Labels): Item {
  return {
    label: 'Gegenwert',
    submenu: [
      { role: 'about', label: labels.about },
      { type: 'separator' },
      { role: 'services', label: labels.services },
      { type: 'separator' },
      { role: 'hide', label: labels.hide },
      { role: 'hideOthers', label: labels.hideOthers },
      { role: 'unhide', label: labels.showAll },
      { type: 'separator' },
      { role: 'quit', label: labels.quit },
    ],
  }
}

function fileMenu(labels: Labels, isMac: boolean, openLedger: () => void): Item {
  const last: Item = isMac ? { role: 'close', label: labels.closeWindow } : { role: 'quit', label: labels.quit }
  return {
    label: labels.file,
    submenu: [{ label: labels.openLedger, accelerator: 'CmdOrCtrl+O', click: openLedger }, { type: 'separator' }, last],
  }
}

/** Undo and redo belong to the page: it knows whether the person means a text or the last command. */
function editMenu(labels: Labels): Item {
  return {
    label: labels.edit,
    submenu: [
      commandItem(labels.undo, 'CmdOrCtrl+Z', 'undo'),
      commandItem(labels.redo, 'CmdOrCtrl+Shift+Z', 'redo'),
      { type: 'separator' },
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'selectAll', label: labels.selectAll },
    ],
  }
}

/** The keys are shown only; they reach the page by themselves (except on macOS, where the menu takes them). */
function commandItem(label: string, accelerator: string, command: MenuCommand): Item {
  const click = () => BrowserWindow.getFocusedWindow()?.webContents.send(channels.menuCommand, command)
  return { label, accelerator, registerAccelerator: false, click }
}

function viewMenu(labels: Labels, isDeveloping: boolean): Item {
  const developerTools: Item[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools', label: labels.developerTools },
  ]
  return {
    label: labels.view,
    submenu: [
      { role: 'zoomIn', label: labels.zoomIn },
      { role: 'zoomOut', label: labels.zoomOut },
      { role: 'resetZoom', label: labels.actualSize },
      { type: 'separator' },
      { role: 'togglefullscreen', label: labels.fullScreen },
      ...(isDeveloping ? developerTools : []),
    ],
  }
}

function windowMenu(labels: Labels): Item {
  return {
    label: labels.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: labels.minimize },
      { role: 'zoom', label: labels.zoom },
      { role: 'front', label: labels.front },
    ],
  }
}

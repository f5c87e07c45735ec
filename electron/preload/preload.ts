// Hands the page a port to the backend and the few things only a desktop can do. Knows nothing else.
import { contextBridge, ipcRenderer } from 'electron'
import type { Absence, DesktopBridge, MenuCommand } from '../../renderer/lib/desktop-bridge.ts'
import { portMessageType } from '../../renderer/lib/desktop-bridge.ts'
import { channels } from './channels.ts'

let isPageListening = false
let heldPort: MessagePort | undefined

ipcRenderer.on(channels.port, (event) => {
  heldPort?.close()
  heldPort = event.ports[0]
  if (isPageListening) passPortOn()
})
// Asked for before the page's scripts have loaded, which saves the first screen a wait.
ipcRenderer.send(channels.requestPort)

function passPortOn(): void {
  if (heldPort === undefined) return
  window.postMessage({ type: portMessageType }, location.origin, [heldPort])
  heldPort = undefined
}

const bridge: DesktopBridge = {
  startPassingPorts: () => {
    isPageListening = true
    passPortOn()
  },
  savePdf: (suggestedName) => ipcRenderer.invoke(channels.savePdf, suggestedName),
  openLedgerDialog: () => ipcRenderer.invoke(channels.openLedger),
  setAppearance: (appearance) => ipcRenderer.send(channels.appearance, appearance),
  onMenuCommand: (listener) => {
    ipcRenderer.on(channels.menuCommand, (_event, command: MenuCommand) => listener(command))
  },
  watchAbsence: (afterMinutes) => ipcRenderer.send(channels.watchAbsence, afterMinutes),
  onAbsence: (listener) => {
    ipcRenderer.on(channels.absence, (_event, absence: Absence) => listener(absence))
  },
}

contextBridge.exposeInMainWorld('gegenwertDesktop', bridge)

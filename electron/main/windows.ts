// The window of the app, and where it was when it was closed last.
import type { Rectangle } from 'electron'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const smallest = { minWidth: 1024, minHeight: 640 }
const usual = { width: 1360, height: 860 }
/** The ground of the page in both themes, so that nothing flashes before the first paint. */
const ground = { light: '#f6f3ec', dark: '#191a1c' }

interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean
}

export interface WindowOptions {
  readonly preload: string
  readonly address: string
  readonly icon: string
  readonly userFolder: string
}

export function openMainWindow(options: WindowOptions): BrowserWindow {
  const placeFile = join(options.userFolder, 'window.json')
  const place = readPlace(placeFile)
  const window = new BrowserWindow({
    ...usual,
    ...(place === undefined ? {} : { x: place.x, y: place.y, width: place.width, height: place.height }),
    ...smallest,
    show: false,
    title: 'Gegenwert',
    ...(process.platform === 'linux' ? { icon: options.icon } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Elsewhere than on macOS Chromium would download its dictionaries.
      spellcheck: process.platform === 'darwin',
    },
  })
  if (place?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writePlace(placeFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }))
  void window.loadURL(options.address)
  return window
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Undefined where nothing usable was kept, or where the screen it was on is gone. */
function readPlace(file: string): WindowPlace | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowPlace>
    const { x, y, width, height, isMaximized = false } = kept
    if (![x, y, width, height].every(Number.isSafeInteger)) return undefined
    const place = { x, y, width, height, isMaximized } as WindowPlace
    return isOnScreen(place) ? place : undefined
  } catch {
    return undefined
  }
}

function isOnScreen({ x, y, width }: Rectangle): boolean {
  const { workArea } = screen.getDisplayNearestPoint({ x, y })
  const visible = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
  return visible > 200 && y >= workArea.y && y < workArea.y + workArea.height - 40
}

/** Losing the place of a window is no reason to keep it from closing. */
function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place))
  } catch (error) {
    console.error('The place of the window was not kept.', error)
  }
}

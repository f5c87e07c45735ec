/** From the start of the process to an interactive first screen, against a window that shows one word. Taken in turns. */
import { _electron } from '@playwright/test'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxWords } from '../support/chromium.ts'
import { findElectronRuntime } from '../support/electron-runtime.ts'
import { hostEnvironment, projectFolder } from '../support/host-processes.ts'
import { inMs, median, ratio, type Measurement } from './measure.ts'

const RUNS = 5
const START_LIMIT_MS = 30_000

const EMPTY_MAIN = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 860, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
`

/** Why cold start cannot be measured here; undefined where it can. */
export function obstacleToColdStart(): string | undefined {
  if (findElectronRuntime() === undefined) return 'there is no Electron on this machine (npm test obtains one)'
  if (!existsSync(join(projectFolder, 'out', 'main', 'main.js'))) return 'the app is not built'
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'there is no display (xvfb-run npm run bench)'
  return undefined
}

export async function benchColdStart(ledger: string): Promise<Measurement[]> {
  const obstacle = obstacleToColdStart()
  if (obstacle !== undefined) return [{ what: 'cold start', figure: 'not measured', against: obstacle }]
  const folder = mkdtempSync(join(tmpdir(), 'gegenwert-bench-'))
  try {
    const empty = writeEmptyApp(folder)
    const [emptyData, appData] = [join(folder, 'empty-data'), join(folder, 'app-data')]
    for (const each of [emptyData, appData]) mkdirSync(each)
    const times = { empty: [] as number[], app: [] as number[] }
    for (let run = 0; run < RUNS; run++) {
      times.empty.push(await startMs([empty], emptyData, '#word'))
      times.app.push(await startMs([projectFolder, '--ledger', ledger], appData, 'main h1'))
    }
    const [base, app] = [median(times.empty), median(times.app)]
    const runtime = findElectronRuntime()
    return [
      { what: 'empty window', figure: inMs(base), against: `Electron ${runtime?.version}, ${runtime?.origin}` },
      {
        what: 'app with ten years',
        figure: inMs(app),
        against: `${ratio(app, base)} the empty window (at most 1.60 ×)`,
      },
    ]
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return [{ what: 'cold start', figure: 'not measured', against: reason }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeEmptyApp(folder: string): string {
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  writeFileSync(join(empty, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
  writeFileSync(join(empty, 'main.cjs'), EMPTY_MAIN)
  writeFileSync(join(empty, 'index.html'), '<!doctype html><title>empty</title><p id="word">Ahoi</p>')
  return empty
}

async function startMs(words: readonly string[], userFolder: string, selector: string): Promise<number> {
  const runtime = findElectronRuntime()
  if (runtime === undefined) throw new Error('no Electron')
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: runtime.program,
    args: [...sandboxWords, ...words],
    env: hostEnvironment(userFolder),
    timeout: START_LIMIT_MS,
  })
  try {
    const page = await app.firstWindow({ timeout: START_LIMIT_MS })
    await page.waitForSelector(selector, { timeout: START_LIMIT_MS })
    return performance.now() - start
  } finally {
    await app.close()
  }
}

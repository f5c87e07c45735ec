// Starts the app the three ways it can be started by a test: in the browser host, in Electron, and as a package.
import type { Browser, ElectronApplication, Page } from '@playwright/test'
import { _electron, chromium } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sandboxWords } from './chromium.ts'
import { findElectronRuntime } from './electron-runtime.ts'

export const projectFolder = join(import.meta.dirname, '..', '..')
/** A machine that does other things as well takes its time. */
const startLimitMs = 90_000
const pagePollMs = 50

export interface StartedHost {
  readonly process: ChildProcess
  /** Ends it the way a person would, and waits until the ledger is closed. */
  stop(): Promise<void>
}

/** German, in Berlin, in a folder of its own: what a test sees does not depend on the machine. */
export function hostEnvironment(userFolder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(inherited),
    GEGENWERT_DATA_DIR: userFolder,
    TZ: 'Europe/Berlin',
    LANG: 'de_DE.UTF-8',
    LANGUAGE: 'de',
    LC_ALL: 'de_DE.UTF-8',
  }
}

export interface StartedBrowserHost extends StartedHost {
  /** The one-time link. */
  readonly link: URL
  /** All it has said so far. */
  printed(): string
}

export function startBrowserHost(userFolder: string, words: readonly string[]): Promise<StartedBrowserHost> {
  return startServing(['out/main/browser-host.js', ...words], hostEnvironment(userFolder))
}

/** Runs a script of the project until it prints the link. */
export async function startServing(
  [script = '', ...words]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<StartedBrowserHost> {
  const host = spawn(process.execPath, [join(projectFolder, script), ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed: string[] = []
  host.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  const address = await findInLines(host, 'stdout', /http:\/\/\S+/)
  return { process: host, link: new URL(address), printed: () => printed.join(''), stop: () => stopProcess(host) }
}

export async function startElectron(userFolder: string, words: readonly string[]): Promise<ElectronApplication> {
  const runtime = findElectronRuntime()
  if (runtime === undefined) throw new Error('There is no Electron on this machine: npm test obtains one.')
  // Named this way and not as a path to a program, because only then Playwright holds the app back until it is attached.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
  return _electron.launch({
    args: [...sandboxWords, projectFolder, ...words],
    cwd: projectFolder,
    env: hostEnvironment(userFolder),
    timeout: startLimitMs,
  })
}

/** The process that holds the ledger; 0 while there is none. */
export async function backendPid(electron: ElectronApplication): Promise<number> {
  const metrics = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid, name }) => ({ pid, name })))
  const pid = metrics.find(({ name }) => name === 'Gegenwert Ledger')?.pid
  return pid ?? 0
}

export interface StartedPackage extends StartedHost {
  readonly page: Page
}

/** Playwright's own way of starting Electron needs the inspector, which the package has switched off. */
export async function startPackage(userFolder: string, words: readonly string[]): Promise<StartedPackage> {
  const [program] = globSync('dist/linux*-unpacked/gegenwert', { cwd: projectFolder })
  if (program === undefined) throw new Error('There is no package: npm test builds one.')
  const app = spawn(join(projectFolder, program), [...sandboxWords, '--remote-debugging-port=0', ...words], {
    env: hostEnvironment(userFolder),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endpoint = new URL(await findInLines(app, 'stderr', /ws:\/\/\S+/))
  await waitForAppPage(endpoint)
  const browser = await chromium.connectOverCDP(`http://${endpoint.host}`)
  return { process: app, page: appPageOf(browser), stop: () => stopPackage(app, browser) }
}

async function waitForAppPage(endpoint: URL): Promise<void> {
  const deadline = performance.now() + startLimitMs
  while (performance.now() < deadline) {
    const targets = (await (await fetch(`http://${endpoint.host}/json/list`)).json()) as { url: string }[]
    if (targets.some(({ url }) => url.startsWith('app://'))) return
    await new Promise((resolve) => setTimeout(resolve, pagePollMs))
  }
  throw new Error('The package opened no window.')
}

function appPageOf(browser: Browser): Page {
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((each) => each.url().startsWith('app://'))
  if (page === undefined) throw new Error('The package has a window, but it is not to be seen.')
  return page
}

async function stopPackage(app: ChildProcess, browser: Browser): Promise<void> {
  await browser.close()
  await stopProcess(app)
}

export async function stopProcess(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exited = once(process, 'exit')
  process.kill('SIGTERM')
  await exited
}

/** Goes on reading, so that a full pipe never stops the process. */
async function findInLines(process: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const input = process[stream]
  if (input === null) throw new Error(`${stream} is not piped`)
  const seen: string[] = []
  createInterface({ input }).on('line', (line) => {
    seen.push(line)
    const found = pattern.exec(line)
    if (found !== null) resolve(found[0])
  })
  process.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready:\n${seen.join('\n')}`)))
  const timer = setTimeout(() => reject(new Error(`It was not ready in time:\n${seen.join('\n')}`)), startLimitMs)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}

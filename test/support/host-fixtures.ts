// Lets one test body run in every host: `test('…', async ({ page }) => …)`. Each test has a data folder of its own.
import type { Browser, ElectronApplication, Page } from '@playwright/test'
import { test as base, chromium } from '@playwright/test'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserWords, findChromium } from './chromium.ts'
import { openFixtureLedger } from './direct-host.ts'
import type { StartedBrowserHost } from './host-processes.ts'
import { startBrowserHost, startElectron, startPackage } from './host-processes.ts'
import { pressPatiently } from './patient-press.ts'

export type Host = 'browser' | 'electron' | 'packaged'

export interface HostOptions {
  host: Host
}

export interface LaunchOptions {
  /** A ledger file to open; without it the default ledger of the data folder. */
  readonly ledger?: string
  /** To open the app again on what an earlier launch has left behind. */
  readonly userFolder?: string
}

export interface OpenedApp {
  readonly page: Page
  readonly userFolder: string
  /** Every address the page has asked for. */
  readonly requests: readonly string[]
  /** Only in Electron: the main process. */
  readonly electron?: ElectronApplication
  /** Only in the browser host: the server. */
  readonly server?: StartedBrowserHost
  /** The address of a place in the app, for `page.goto`. */
  addressOf(path: string): string
  close(): Promise<void>
}

interface HostFixtures {
  /** Starts the app; may be used several times in a test. Closes what is still open at the end. */
  launchApp(options?: LaunchOptions): Promise<OpenedApp>
  app: OpenedApp
  page: Page
  /** The path of a ledger that is the test's own, with the four sample files imported and the rates and margin set. */
  filledLedger: string
}

interface WorkerFixtures {
  openChromium(): Promise<Browser>
  preparedLedger: string
}

const windowSize = { width: 1360, height: 860 }

export const test = base.extend<HostFixtures & HostOptions, WorkerFixtures>({
  host: ['browser', { option: true }],

  openChromium: [
    async ({}, provide) => {
      let browser: Promise<Browser> | undefined
      await provide(() => (browser ??= launchChromium()))
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],

  launchApp: async ({ host, openChromium }, provide) => {
    const folders: string[] = []
    const opened: OpenedApp[] = []
    await provide(async ({ ledger, userFolder } = {}) => {
      const folder = userFolder ?? mkdtempSync(join(tmpdir(), 'gegenwert-test-'))
      if (userFolder === undefined) folders.push(folder)
      const words = ledger === undefined ? [] : ['--ledger', ledger]
      const running =
        host === 'browser' ? await openInBrowser(folder, words, openChromium) : await openOnDesktop(host, folder, words)
      const app = closeOnce(running)
      opened.push(app)
      pressPatiently(app.page)
      return app
    })
    for (const app of opened) await app.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  },

  preparedLedger: [
    async ({}, provide) => {
      const prepared = await openFixtureLedger()
      // Closing writes everything into the one file, which can then be copied.
      prepared.backend.close()
      await provide(prepared.path)
      rmSync(prepared.folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  filledLedger: async ({ preparedLedger }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'gegenwert-ledger-'))
    const ledger = join(folder, 'nordlicht.gegenwert')
    copyFileSync(preparedLedger, ledger)
    await provide(ledger)
    rmSync(folder, { recursive: true, force: true })
  },

  app: async ({ launchApp }, provide) => provide(await launchApp()),
  page: async ({ app }, provide) => provide(app.page),
})

export { expect } from '@playwright/test'

function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    args: [...browserWords],
    // Without it names of files with umlauts are lost on their way to the disk.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    ...(executablePath === undefined ? {} : { executablePath }),
  })
}

async function openInBrowser(
  userFolder: string,
  words: readonly string[],
  openChromium: () => Promise<Browser>,
): Promise<OpenedApp> {
  const server = await startBrowserHost(userFolder, words)
  const browser = await openChromium()
  const context = await browser.newContext({
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: windowSize,
    // As every browser gives to the page one is working in; the build without a window has to be told.
    permissions: ['clipboard-write'],
  })
  const page = await context.newPage()
  const requests = noteRequests(page)
  await page.goto(server.link.href)
  const close = async () => {
    await context.close()
    await server.stop()
  }
  return { page, userFolder, requests, server, addressOf: (path) => `${server.link.origin}${path}`, close }
}

async function openOnDesktop(
  host: 'electron' | 'packaged',
  userFolder: string,
  words: readonly string[],
): Promise<OpenedApp> {
  const addressOf = (path: string) => `app://gegenwert${path}`
  if (host === 'packaged') {
    const { page, stop } = await startPackage(userFolder, words)
    return { page, userFolder, requests: noteRequests(page), addressOf, close: stop }
  }
  const electron = await startElectron(userFolder, words)
  const page = await electron.firstWindow()
  return { page, userFolder, requests: noteRequests(page), electron, addressOf, close: () => electron.close() }
}

function closeOnce(running: OpenedApp): OpenedApp {
  let isClosed = false
  return {
    ...running,
    close: async () => {
      if (!isClosed) await running.close()
      isClosed = true
    },
  }
}

function noteRequests(page: Page): string[] {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  return requests
}

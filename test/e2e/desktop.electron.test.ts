import { readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type {} from '../../renderer/lib/desktop-bridge.ts'
import { sandboxWords } from '../support/chromium.ts'
import { findElectronRuntime } from '../support/electron-runtime.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, test } from '../support/host-fixtures.ts'
import { backendPid, hostEnvironment, projectFolder } from '../support/host-processes.ts'

/** Answers the next native dialogs, which no test can click on. */
async function answerDialogs({ electron }: OpenedApp, filePath: string | undefined): Promise<void> {
  await electron!.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: path === undefined, filePaths: path === undefined ? [] : [path] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? '' })
  }, filePath)
}

test('pages have neither Node nor Electron, only the bridge', async ({ page }) => {
  const found = await page.evaluate(() => ({
    node: 'process' in globalThis || 'require' in globalThis || 'Buffer' in globalThis,
    bridge: Object.keys(window.gegenwertDesktop ?? {}).toSorted(),
  }))
  expect(found.node).toBe(false)
  expect(found.bridge).toEqual([
    'onAbsence',
    'onMenuCommand',
    'openLedgerDialog',
    'savePdf',
    'setAppearance',
    'startPassingPorts',
    'watchAbsence',
  ])
})

test('a page can neither leave the app nor open windows', async ({ app, page }) => {
  await app.electron!.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (address) => Promise.resolve(void opened.push(address))
  })
  const before = page.url()
  await page.evaluate(() => {
    for (const address of [
      'https://example.org/help',
      'mailto:a@example.org',
      'file:///etc/passwd',
      'http://example.org',
    ]) {
      window.open(address)
    }
    location.assign('https://example.org/')
  })
  await expect
    .poll(() => app.electron!.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://example.org/help', 'mailto:a@example.org'])
  expect(app.electron!.windows()).toHaveLength(1)
  expect(page.url()).toBe(before)
})

test('permissions are denied but for writing to the clipboard and notifications', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'clipboard-read', 'notifications']
    const found = names.map(async (name) => [
      name,
      (await navigator.permissions.query({ name: name as PermissionName })).state,
    ])
    return Object.fromEntries(await Promise.all(found)) as Record<string, string>
  })
  expect(states).toEqual({
    geolocation: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
    notifications: 'granted',
  })
})

test('another ledger is opened by the system dialog, and stays open when the backend dies', async ({
  app,
  page,
  filledLedger,
}) => {
  await answerDialogs(app, undefined)
  expect(await page.evaluate(() => window.gegenwertDesktop!.openLedgerDialog())).toEqual({ outcome: 'cancelled' })

  const noLedger = join(app.userFolder, 'none.gegenwert')
  writeFileSync(noLedger, 'this is no ledger')
  await answerDialogs(app, noLedger)
  expect(await page.evaluate(() => window.gegenwertDesktop!.openLedgerDialog())).toEqual({
    outcome: 'failed',
    reason: `${noLedger} ist kein Hauptbuch von Gegenwert.`,
  })
  expect(readFileSync(noLedger, 'utf8')).toBe('this is no ledger')

  await answerDialogs(app, filledLedger)
  expect(await page.evaluate(() => window.gegenwertDesktop!.openLedgerDialog())).toEqual({ outcome: 'done' })
  const name = page.getByRole('textbox', { name: 'Name' })
  await page.goto(app.addressOf('/settings'))
  await expect(name).toHaveValue('Rösterei Nordlicht')

  const before = await backendPid(app.electron!)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => backendPid(app.electron!)).not.toBe(before)
  await page.goto(app.addressOf('/settings'))
  await expect(name).toHaveValue('Rösterei Nordlicht')
})

test('a page is saved as PDF', async ({ app, page }) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  const file = join(app.userFolder, 'report.pdf')
  await answerDialogs(app, file)
  expect(await page.evaluate(() => window.gegenwertDesktop!.savePdf('Bilanz 2026'))).toEqual({ outcome: 'done' })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')

  await answerDialogs(app, join(app.userFolder, 'missing', 'report.pdf'))
  expect(await page.evaluate(() => window.gegenwertDesktop!.savePdf('Bilanz'))).toMatchObject({ outcome: 'failed' })
})

test('the menu follows the language', async ({ app, page }) => {
  const labels = () => app.electron!.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
  await expect(page.locator('#root')).not.toBeEmpty()
  const speak = async (language: 'de' | 'en') => {
    await page.evaluate((each) => window.gegenwertDesktop!.setAppearance({ language: each, theme: 'dark' }), language)
    return labels()
  }
  await expect.poll(() => speak('en')).toEqual(['File', 'Edit', 'View'])
  await expect.poll(() => speak('de')).toEqual(['Datei', 'Bearbeiten', 'Ansicht'])
  // The page says what it looks like once it has started; that may come in between.
  const themeAfterwards = async () => {
    await speak('de')
    return app.electron!.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  }
  await expect.poll(themeAfterwards).toBe('dark')
})

test('a backend that is killed is started again, and what was typed is kept and saved', async ({
  launchApp,
  filledLedger,
}) => {
  const { page, electron, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/settings'))
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveValue('Rösterei Nordlicht')
  await name.fill('Rösterei Südstern')

  const before = await backendPid(electron!)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => backendPid(electron!)).not.toBe(before)
  await expect(name).toHaveValue('Rösterei Südstern')
  await name.press('Tab')
  await page.getByRole('link', { name: 'Bilanz' }).click()
  await expect(page.getByRole('row', { name: 'Instagram' }).first()).toBeVisible()

  await page.goto(addressOf('/settings'))
  await expect(name).toHaveValue('Rösterei Südstern')
})

test('a call under way when the backend dies is answered after all', async ({ launchApp, filledLedger }) => {
  const { page, electron, addressOf } = await launchApp({ ledger: filledLedger })
  await expect(page.locator('#root')).not.toBeEmpty()
  for (const _round of [1, 2]) {
    const before = await backendPid(electron!)
    const opening = page.goto(addressOf('/result?from=2026-01-01&to=2026-10-31'))
    process.kill(before, 'SIGKILL')
    await opening
    await expect(page.getByRole('row', { name: /^Gesamt/ }).first()).toContainText('10.387')
    await expect.poll(() => backendPid(electron!)).not.toBe(before)
  }
})

test('a second start hands over to the first', async ({ app }) => {
  const { program } = findElectronRuntime()!
  const words = [...sandboxWords, projectFolder]
  const second = spawnSync(program, words, { env: hostEnvironment(app.userFolder), timeout: 30_000 })
  expect(second.status).toBe(0)
  expect(app.electron!.windows()).toHaveLength(1)
})

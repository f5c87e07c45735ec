import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../support/host-fixtures.ts'
import { hostEnvironment, projectFolder } from '../../support/host-processes.ts'

const [folder = ''] = globSync('dist/linux*-unpacked', { cwd: projectFolder }).map((name) => join(projectFolder, name))

test('the package opens a ledger and shows its result', async ({ launchApp, filledLedger }) => {
  const { page, addressOf, requests } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/result?from=2026-01-01&to=2026-10-31'))
  const total = page.getByRole('row', { name: /^Gesamt/ }).first()
  await expect(total).toContainText('998,6')
  await expect(total).toContainText('10.387')
  expect(requests.filter((address) => !address.startsWith('app://gegenwert/'))).toEqual([])
})

test('closing it closes the ledger', async ({ launchApp }) => {
  const app = await launchApp()
  const ledger = join(app.userFolder, 'data', 'Hauptbuch.gegenwert')
  await expect.poll(() => existsSync(ledger)).toBe(true)
  await app.close()
  expect(existsSync(`${ledger}-wal`)).toBe(false)
})

test('its program cannot be used as Node', ({}, testInfo) => {
  const script = 'console.log("ran as " + "node")'
  const { stdout, status } = spawnSync(join(folder, 'gegenwert'), ['--no-sandbox', '-e', script], {
    encoding: 'utf8',
    env: { ...hostEnvironment(testInfo.outputPath()), ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
    timeout: 20_000,
  })
  expect(stdout).not.toContain('ran as node')
  expect(status).not.toBe(0)
})

test('it carries its licences, two languages and one binary', () => {
  expect(readFileSync(join(folder, 'LICENSE.gegenwert.txt'), 'utf8')).toContain('MIT')
  const licences = readFileSync(join(folder, 'LICENSES.third-party.txt'), 'utf8')
  const missing = ['react-dom', 'better-sqlite3', '@orpc/server', 'zod'].filter(
    (name) => !licences.includes(`\n${name} `),
  )
  expect(missing).toEqual([])
  expect(globSync('locales/*.pak', { cwd: folder }).toSorted()).toEqual(['locales/de.pak', 'locales/en-US.pak'])
  const unpacked = globSync('resources/app.asar.unpacked/**/*.node', { cwd: folder })
  expect(unpacked).toEqual(['resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'])
})

import { join } from 'node:path'
import { expect, test } from '../support/host-fixtures.ts'
import type { StartedBrowserHost } from '../support/host-processes.ts'
import { hostEnvironment, startServing } from '../support/host-processes.ts'

/** How a person starts the app from the source; German, without a screen. */
async function serve(
  words: readonly string[],
  userFolder: string,
  language = 'de_DE.UTF-8',
): Promise<StartedBrowserHost> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...environment } = hostEnvironment(userFolder)
  return startServing(words, { ...environment, LC_ALL: language })
}

async function expectApp({ link }: StartedBrowserHost): Promise<void> {
  const entered = await fetch(link, { redirect: 'manual' })
  expect(entered.status).toBe(303)
  const [cookie = ''] = entered.headers.getSetCookie()
  const page = await fetch(new URL('/', link), { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await page.text()).toContain('<title>Gegenwert</title>')
}

test('without a screen, npm start says so and serves a browser', async ({}, testInfo) => {
  test.skip(process.platform !== 'linux', 'Other systems always have a screen.')
  const app = await serve(['electron/start.ts'], testInfo.outputPath())
  expect(app.printed()).toContain('Kein Bildschirm vorhanden, darum läuft Gegenwert im Browser.\n')
  await expectApp(app)
  await app.stop()
  expect(app.printed()).toContain('Das Hauptbuch ist geschlossen.\n')
})

test('npm start serves a browser on demand, in English, with the ledger it is given', async ({
  filledLedger,
}, testInfo) => {
  const app = await serve(
    ['electron/start.ts', '--browser', '--ledger', filledLedger],
    testInfo.outputPath(),
    'en_GB.UTF-8',
  )
  expect(app.printed()).toContain('Gegenwert runs in the browser.\n')
  await expectApp(app)
  await app.stop()
})

test('the browser host runs from its source', async ({}, testInfo) => {
  const app = await serve(['electron/browser-host/server.ts'], join(testInfo.outputPath(), 'user'))
  await expectApp(app)
  await app.stop()
})

// `npm run screenshots`: every screen as PNG, in both languages, light and dark, two sizes, to screenshots/. To be looked at.
// `npm run screenshots -- result` takes those whose name begins with a word.
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../shared/contract/fields.ts'
import { findChromium, sandboxWords } from './chromium.ts'
import { newCommandId, openDirectHost, openFixtureLedger } from './direct-host.ts'
import { projectFolder, startBrowserHost } from './host-processes.ts'
import { fillCompany, resultStates, type ResultStateName } from './result-states.ts'
import { type Shot, shots } from './screenshot-list.ts'

const folder = join(projectFolder, 'screenshots')
const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1360, height: 860 },
  { width: 1024, height: 640 },
] as const

type State = Shot['state']

const wanted = shots.filter(
  ({ name }) => process.argv.length === 2 || process.argv.slice(2).some((word) => name.startsWith(word)),
)
mkdirSync(folder, { recursive: true })
const browser = await launch()
let count = 0
for (const language of ['de', 'en'] as const) {
  for (const state of new Set(wanted.map((shot) => shot.state))) {
    count += await takeState(
      browser,
      language,
      state,
      wanted.filter((shot) => shot.state === state),
    )
  }
}
await browser.close()
console.log(`${count} screenshots in ${folder}`)

function launch(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({ args: [...sandboxWords], ...(executablePath === undefined ? {} : { executablePath }) })
}

/** One host and ledger for all shots of a state: they only look. */
async function takeState(browser: Browser, language: Language, state: State, list: readonly Shot[]): Promise<number> {
  const ledger = await prepareLedger(language, state)
  const userFolder = mkdtempSync(join(tmpdir(), 'gegenwert-shots-'))
  const server = await startBrowserHost(userFolder, ['--ledger', ledger.path])
  const context = await browser.newContext({
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(server.link.href)
  let taken = 0
  for (const theme of themes) {
    await page.evaluate((view) => localStorage.setItem('gegenwert.view', JSON.stringify(view)), { theme, language })
    for (const size of sizes) {
      await page.setViewportSize(size)
      for (const shot of list)
        taken += await take(page, server.link.origin, shot, `${shot.name}-${language}-${theme}-${size.width}`)
    }
  }
  await context.close()
  await server.stop()
  ledger.remove()
  rmSync(userFolder, { recursive: true, force: true })
  return taken
}

async function take(page: Page, origin: string, shot: Shot, name: string): Promise<number> {
  await page.goto(`${origin}${shot.path}`)
  await waitUntilShown(page)
  await shot.prepare?.(page)
  await waitUntilShown(page)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  return 1
}

/** A heading is there and nothing is loading any more; the page never falls silent, it listens for changes. */
async function waitUntilShown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0)
  await page.waitForTimeout(150)
}

async function prepareLedger(language: Language, state: State): Promise<{ path: string; remove: () => void }> {
  const host =
    state === 'filled' ? await openFixtureLedger() : await openDirectHost({ isFirstStartDone: state !== 'fresh' })
  const path = state === 'sample' ? (await host.client.safekeeping.openSample()).path : host.path
  await host.client.settings.update({ commandId: newCommandId(), patch: { language } })
  if (state === 'filled') await addByHand(host.client)
  else if (state in resultStates) await fillCompany(host.client, resultStates[state as ResultStateName])
  host.backend.close()
  return { path, remove: () => rmSync(host.folder, { recursive: true, force: true }) }
}

async function addByHand(client: Awaited<ReturnType<typeof openDirectHost>>['client']): Promise<void> {
  const expense = {
    kind: 'tool',
    name: 'Canva',
    cents: 1290,
    startsOn: '2026-01-01',
    endsOn: null,
    repetition: 'monthly',
    channelId: null,
    campaignId: null,
    scope: 'social',
    note: '',
  } as const
  await client.costs.addExpense({ commandId: newCommandId(), expense })
  const sale = {
    name: 'Büro-Kaffee, Erstausstattung',
    day: '2026-09-18',
    paidCents: 238_00,
    taxCents: 38_00,
    refundedCents: 0,
    origin: { kind: 'channel', channelId: 4 },
    campaignId: null,
  } as const
  await client.revenue.addSale({ commandId: newCommandId(), sale })
}

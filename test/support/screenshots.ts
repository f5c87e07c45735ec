// `npm run screenshots`: every screen as PNG, in both languages, light and dark, two sizes, to screenshots/. To be looked at.
// `npm run screenshots -- result` takes those whose name begins with a word.
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../shared/contract/fields.ts'
import { browserWords, findChromium } from './chromium.ts'
import { dayAt } from '../../shared/domain/instant.ts'
import { fillCalendarMonth } from './calendar-ledger.ts'
import { openCrisisLedger } from './crisis-ledger.ts'
import { newCommandId, openDirectHost, openFixtureLedger, TEST_NOW } from './direct-host.ts'
import { projectFolder, startBrowserHost } from './host-processes.ts'
import { fillModeration } from './moderation-ledger.ts'
import { fillModerationMonths } from './moderation-months.ts'
import { openProtectedLedger } from './protected-ledger.ts'
import { fillCompany, resultStates, type ResultStateName } from './result-states.ts'
import { type Shot, shots } from './screenshot-list.ts'
import { requestsUnderWay, type UnderWay, waitUntilShown } from './wait-until-shown.ts'
import { openToldConversations } from './told-conversations.ts'
import { fillQueue } from './worked-queue.ts'
import { fillMarkedWeek } from './worked-week.ts'

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
  return chromium.launch({ args: [...browserWords], ...(executablePath === undefined ? {} : { executablePath }) })
}

/** One host and ledger for all shots of a state: they only look. */
async function takeState(browser: Browser, language: Language, state: State, list: readonly Shot[]): Promise<number> {
  const ledger = await prepareLedger(language, state)
  const userFolder = mkdtempSync(join(tmpdir(), 'gegenwert-shots-'))
  const server = await startBrowserHost(userFolder, ['--ledger', ledger.path])
  try {
    return await takeAll(browser, server.link, language, list)
  } finally {
    await server.stop()
    ledger.remove()
    rmSync(userFolder, { recursive: true, force: true })
  }
}

async function takeAll(browser: Browser, link: URL, language: Language, list: readonly Shot[]): Promise<number> {
  const context = await browser.newContext({
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const underWay = requestsUnderWay(page)
  await page.goto(link.href)
  for (const theme of themes) {
    await page.evaluate((view) => localStorage.setItem('gegenwert.view', JSON.stringify(view)), { theme, language })
    for (const size of sizes) {
      await page.setViewportSize(size)
      for (const shot of list)
        await take(page, underWay, `${link.origin}${shot.path}`, {
          ...shot,
          name: `${shot.name}-${language}-${theme}-${size.width}`,
        })
    }
  }
  await context.close()
  return themes.length * sizes.length * list.length
}

async function take(page: Page, underWay: UnderWay, address: string, { name, prepare }: Shot): Promise<void> {
  await page.goto(address)
  await waitUntilShown(page, underWay)
  await prepare?.(page)
  await waitUntilShown(page, underWay)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** What hangs on the moment one looks. */
function hasNow(state: State): boolean {
  return state === 'marked' || state === 'queued' || state === 'planned'
}

async function prepareLedger(language: Language, state: State): Promise<{ path: string; remove: () => void }> {
  const host =
    state === 'filled'
      ? await openFixtureLedger()
      : state === 'crisis'
        ? (await openCrisisLedger()).host
        : state === 'protected'
          ? await openProtectedLedger(Date.now())
          : state === 'told'
            ? await openToldConversations()
            : await openDirectHost({ isFirstStartDone: state !== 'fresh' }, hasNow(state) ? Date.now() : TEST_NOW)
  const path = state === 'sample' ? (await host.client.safekeeping.openSample()).path : host.path
  await host.client.settings.update({ commandId: newCommandId(), patch: { language } })
  if (state === 'filled') await addByHand(host.client)
  else if (state === 'marked') await fillMarkedWeek(host.client)
  else if (state === 'planned') await fillCalendarMonth(host.client, dayAt(Date.now(), 'Europe/Berlin'))
  else if (state === 'measured') await fillModerationMonths(host.client, TEST_NOW)
  else if (state === 'moderated') await fillModeration(host.client, TEST_NOW)
  else if (state === 'queued') await fillQueue(host.client, Date.now())
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

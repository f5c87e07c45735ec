/** The screens of time in Chromium: from a click to the painted screen, and the frames while a list is scrolled. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserWords, findChromium } from '../support/chromium.ts'
import { projectFolder, startBrowserHost } from '../support/host-processes.ts'
import { inMs, median, type Measurement } from './measure.ts'
import { compared, type TimeLedgerFile } from './time-benches.ts'

const RUNS = 7
const FRAMES = 180
const LONG_FRAME_MS = 50

/** Names of the German interface, as the browser host shows it here. */
const SCREENS = [
  { name: 'week', from: 'Liste', to: 'Woche', ready: 'section [data-entry]' },
  { name: 'day', from: 'Woche', to: 'Tag', ready: 'section [data-entry]' },
  { name: 'list', from: 'Woche', to: 'Liste', ready: 'main tbody tr td' },
  { name: 'report', from: 'Woche', to: 'Auswertung', ready: 'main tbody tr td' },
] as const

export async function benchTimeScreens(ledgers: readonly TimeLedgerFile[]): Promise<Measurement[]> {
  if (!existsSync(join(projectFolder, 'out', 'renderer')))
    return [{ what: 'screens', figure: 'not measured', against: 'the app is not built' }]
  const executablePath = findChromium()
  const browser = await chromium.launch({
    args: [...browserWords],
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  const opened: OpenedScreen[] = []
  try {
    for (const ledger of ledgers) opened.push(await openScreen(browser, ledger))
    return [...(await clicks(opened)), ...(await scrolls(opened))]
  } finally {
    for (const { close } of opened) await close()
    await browser.close()
  }
}

interface OpenedScreen {
  readonly page: Page
  readonly close: () => Promise<void>
}

async function openScreen(browser: Browser, { path }: TimeLedgerFile): Promise<OpenedScreen> {
  const userFolder = mkdtempSync(join(tmpdir(), 'gegenwert-bench-'))
  const server = await startBrowserHost(userFolder, ['--ledger', path])
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1360, height: 860 } })
  const page = await context.newPage()
  await page.goto(server.link.href)
  await page.goto(`${server.link.origin}/time?view=week&day=2026-10-21`)
  await view(page, 'Woche').waitFor()
  const close = async () => {
    await context.close()
    await server.stop()
    rmSync(userFolder, { recursive: true, force: true })
  }
  return { page, close }
}

function view(page: Page, name: string) {
  return page.getByRole('radio', { name, exact: true })
}

async function clicks(screens: readonly OpenedScreen[]): Promise<Measurement[]> {
  const rows: Measurement[] = []
  for (const { name, from, to, ready } of SCREENS) {
    const times = screens.map((): number[] => [])
    for (let run = 0; run <= RUNS; run++)
      for (const [index, { page }] of screens.entries()) {
        await click(page, from, 'main')
        const took = await click(page, to, ready)
        if (run > 0) times[index]?.push(took)
      }
    rows.push(compared(`click to ${name}`, times))
    rows.push({ what: `click to ${name}, p95`, figure: inMs(p95(times[0])), against: inMs(p95(times[1])).padStart(20) })
  }
  return rows
}

/** Milliseconds from the click until what it asked for was painted and the page had nothing left to load. */
async function click(page: Page, name: string, ready: string): Promise<number> {
  return view(page, name).evaluate(async (element, selector) => {
    const start = performance.now()
    const target = element.closest('label') ?? element
    if (target instanceof HTMLElement) target.click()
    const isReady = () =>
      document.querySelector(selector) !== null && document.querySelector('[class*="skeleton" i]') === null
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    do await frame()
    while (!isReady() && performance.now() - start < 30_000)
    await frame()
    return performance.now() - start
  }, ready)
}

/** What is scrolled, by how many pixels a frame, and how often the direction turns. */
const SCROLLS = [
  { name: 'list', from: 'Woche', to: 'Liste', within: 'main tbody tr td', step: 90, turnAfter: Infinity },
  { name: 'week', from: 'Liste', to: 'Woche', within: 'section [data-entry]', step: 30, turnAfter: 20 },
] as const

async function scrolls(screens: readonly OpenedScreen[]): Promise<Measurement[]> {
  const rows: Measurement[] = []
  for (const { name, from, to, within, step, turnAfter } of SCROLLS) {
    const frames: number[][] = []
    for (const { page } of screens) {
      await click(page, from, 'main')
      await click(page, to, within)
      frames.push(await scrollFrames(page, { within, step, turnAfter, count: FRAMES }))
    }
    const row = (what: string, of: (times: readonly number[]) => string): Measurement => ({
      what,
      figure: of(frames[0] ?? []),
      against: of(frames[1] ?? []).padStart(20),
    })
    rows.push(
      row(`frame while the ${name} is scrolled, p50`, (times) => inMs(median(times))),
      row(`frame while the ${name} is scrolled, p95`, (times) => inMs(p95(times))),
      row(`frames of the ${name} over ${LONG_FRAME_MS} ms, of ${FRAMES}`, (times) =>
        String(times.filter((each) => each > LONG_FRAME_MS).length),
      ),
    )
  }
  return rows
}

interface Flick {
  readonly within: string
  readonly step: number
  readonly turnAfter: number
  readonly count: number
}

/** A hand's flick at every frame: of a list rows are made and pages are read meanwhile. */
async function scrollFrames(page: Page, flick: Flick): Promise<number[]> {
  return page.evaluate(async ({ within, step, turnAfter, count }) => {
    let scroller = document.querySelector(within)?.parentElement ?? null
    while (scroller && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement
    if (!scroller) throw new Error('nothing to scroll')
    const times: number[] = []
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    for (let index = 0; index < count; index++) {
      scroller.scrollBy(0, Math.floor(index / turnAfter) % 2 === 0 ? step : -step)
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      times.push(now - last)
      last = now
    }
    return times
  }, flick)
}

function p95(times: readonly number[] | undefined): number {
  const sorted = (times ?? []).toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

// Coming back to a running timer: what the system says is said here by the test.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { backendPid } from '../support/host-processes.ts'
import { type Contents, entriesOf, expect, NO_WORK, test, timerOf } from '../support/timer-ledger.ts'

const HOUR = 3_600_000
const AWAY_SECONDS = 1_200

/** For an hour, and the app was open until now. */
async function runForAnHour({ client, now }: Contents): Promise<void> {
  const work = { ...NO_WORK, activity: 'dialogue' as const }
  await client.time.start({ commandId: newCommandId(), personId: null, at: now - HOUR, work })
}

/** Nobody has touched anything for so long. */
async function beIdle({ electron }: OpenedApp, seconds: number): Promise<void> {
  await electron!.evaluate(({ powerMonitor }, idle) => {
    powerMonitor.getSystemIdleTime = () => idle
  }, seconds)
}

type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'

async function emit({ electron }: OpenedApp, ...events: PowerEvent[]): Promise<void> {
  await electron!.evaluate(({ powerMonitor }, names) => {
    for (const name of names) powerMonitor.emit(name)
  }, events)
}

/** The watch begins a moment after the timer is shown; until then nothing can be noticed. */
async function comeBack(app: OpenedApp, ...events: PowerEvent[]): Promise<void> {
  await expect(async () => {
    await emit(app, ...events)
    await expect(question(app.page)).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

const question = (page: Page) => page.getByRole('dialog', { name: 'Sie waren weg' })

interface Left {
  readonly activity: string | null
  /** To ten minutes, for starting the app takes a while; null: it runs. */
  readonly minutes: number | null
}

const choices: { digit: string; left: Left[] }[] = [
  { digit: '1', left: [{ activity: 'dialogue', minutes: null }] },
  { digit: '2', left: [{ activity: 'dialogue', minutes: 40 }] },
  {
    digit: '3',
    left: [
      { activity: 'dialogue', minutes: 40 },
      { activity: 'dialogue', minutes: null },
    ],
  },
  {
    digit: '4',
    left: [
      { activity: 'dialogue', minutes: 40 },
      { activity: 'learning', minutes: 20 },
      { activity: 'dialogue', minutes: null },
    ],
  },
]

for (const { digit, left } of choices) {
  test(`whoever comes back says what the time was: ${digit}`, async ({ launchApp, makeTimerLedger }) => {
    const ledger = await makeTimerLedger(undefined, runForAnHour)
    const app = await launchApp({ ledger: ledger.path })
    const { page } = app
    await expect(timerOf(page).pill).toContainText('Dialog')
    await beIdle(app, AWAY_SECONDS)
    await comeBack(app, 'lock-screen', 'unlock-screen')
    await expect(question(page)).toContainText('gesperrt')
    await expect(question(page)).toContainText('0:20 h')
    await page.keyboard.press(digit)
    await expect(
      question(page)
        .getByRole('radio')
        .nth(Number(digit) - 1),
    ).toBeChecked()
    if (digit === '4') {
      await question(page)
        .getByRole('button', { name: /Tätigkeit/ })
        .press('Enter')
      await page.getByRole('option', { name: 'Lernen' }).press('Enter')
      await question(page).getByRole('textbox', { name: 'Notiz' }).press('Enter')
    } else await page.keyboard.press('Enter')
    await expect(question(page)).toBeHidden()
    await app.close()
    const entries = await entriesOf(ledger)
    const found = entries.map(({ activity, endedAt, seconds }) => {
      return { activity, minutes: endedAt === null ? null : 10 * Math.round(seconds / 600) }
    })
    expect(found).toEqual(left)
  })
}

test('sleep counts like a lock; two absences in a row are one question', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, runForAnHour)
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  await expect(timerOf(page).pill).toContainText('Dialog')
  await beIdle(app, AWAY_SECONDS)
  await comeBack(app, 'suspend', 'resume')
  await expect(question(page)).toContainText('schlief')
  await beIdle(app, 1_800)
  await emit(app, 'lock-screen', 'unlock-screen')
  await expect(question(page)).toHaveCount(1)
  await expect(question(page)).toContainText('0:30 h')
})

test('without a running timer nothing is asked, nor for a short absence', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, runForAnHour)
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  const { pill, start } = timerOf(page)
  await expect(pill).toContainText('Dialog')
  await beIdle(app, AWAY_SECONDS)
  await comeBack(app, 'lock-screen', 'unlock-screen')
  await page.keyboard.press('Enter')
  await expect(question(page)).toBeHidden()

  await beIdle(app, 60)
  await emit(app, 'lock-screen', 'unlock-screen')
  // Locked, but not back yet.
  await beIdle(app, AWAY_SECONDS)
  await emit(app, 'lock-screen')
  await page.keyboard.press('x')
  await expect(start).toBeVisible()
  await emit(app, 'unlock-screen')
  await emit(app, 'suspend', 'resume')
  await page.keyboard.press('Control+z')
  await expect(pill).toContainText('Dialog')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a backend killed at a running timer costs nothing, and a form keeps what was typed', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger(undefined, runForAnHour)
  const app = await launchApp({ ledger: ledger.path })
  const { page, electron } = app
  const { pill } = timerOf(page)
  await expect(pill).toContainText('Dialog')
  await pill.getByRole('button').first().press('Enter')
  await page.getByRole('button', { name: 'Alle Angaben …' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Zeiteintrag' })
  await form.getByRole('textbox', { name: 'Notiz' }).fill('Frage zum Versand')

  const before = await backendPid(electron!)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => backendPid(electron!)).not.toBe(before)
  await expect(form.getByRole('textbox', { name: 'Notiz' })).toHaveValue('Frage zum Versand')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('x')
  await expect(timerOf(page).start).toBeVisible()
  await app.close()
  const entries = await entriesOf(ledger)
  expect(entries.map(({ note }) => note)).toEqual(['Frage zum Versand'])
  expect(entries[0]!.seconds).toBeGreaterThanOrEqual(3_600)
})

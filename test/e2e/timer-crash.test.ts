// What a crash costs, and what is asked of a timer that was left running.
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { backendPid } from '../support/host-processes.ts'
import { type Contents, entriesOf, expect, NO_WORK, test, timerOf, waitForSeconds } from '../support/timer-ledger.ts'

const HOUR = 3_600_000

/** As a power cut would end it. */
async function killApp({ electron, server }: OpenedApp): Promise<void> {
  const process = electron?.process() ?? server!.process
  const isGone = new Promise((resolve) => process.once('exit', resolve))
  if (electron) {
    const backend = await backendPid(electron)
    globalThis.process.kill(backend, 'SIGKILL')
  }
  process.kill('SIGKILL')
  await isGone
}

test('after kill -9 of the app the timer runs on, and what was before is there', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger()
  const first = await launchApp({ ledger: ledger.path })
  await expect(timerOf(first.page).start).toBeVisible()
  for (const text of ['Redaktionsplan', 'Kommentare']) {
    await first.page.keyboard.press('s')
    await expect(first.page.getByRole('textbox', { name: 'Notiz' })).toBeFocused()
    await first.page.keyboard.type(text)
    await first.page.keyboard.press('Enter')
    await expect(first.page.getByRole('dialog')).toBeHidden()
    await waitForSeconds(first.page, 2)
  }
  await killApp(first)

  const second = await launchApp({ ledger: ledger.path, userFolder: first.userFolder })
  const { pill } = timerOf(second.page)
  await expect(pill).toContainText('Dialog')
  await waitForSeconds(second.page, 3)
  // So short a silence asks nothing.
  await expect(second.page.getByRole('dialog')).toHaveCount(0)
  await second.page.keyboard.press('x')
  await expect(timerOf(second.page).start).toBeVisible()
  await second.close()
  const entries = await entriesOf(ledger)
  expect(entries.map(({ note }) => note)).toEqual(['Redaktionsplan', 'Kommentare'])
  expect(entries[1]!.startedAt).toBe(entries[0]!.endedAt)
})

/** Two hours before the app was last open. */
async function leaveRunning({ client, ledger: { channel }, now }: Contents): Promise<void> {
  const work = { ...NO_WORK, activity: 'dialogue' as const, channelId: channel }
  await client.time.start({ commandId: newCommandId(), personId: null, at: now - 2 * HOUR, work })
}

interface LeftEntry {
  readonly activity: string | null
  /** Hours, to a tenth; null: it runs. */
  readonly hours: number | null
}

const choices: { digit: string; title: RegExp; left: LeftEntry[] }[] = [
  { digit: '1', title: /Arbeit: behalten/, left: [{ activity: 'dialogue', hours: null }] },
  { digit: '2', title: /Uhr beenden/, left: [{ activity: 'dialogue', hours: 2 }] },
  {
    digit: '3',
    title: /Etwas anderes/,
    left: [
      { activity: 'dialogue', hours: 2 },
      { activity: 'coordination', hours: 3 },
      { activity: 'dialogue', hours: null },
    ],
  },
  { digit: '4', title: /verwerfen/, left: [] },
]

for (const { digit, title, left } of choices) {
  test(`a timer left running is settled by keyboard: ${digit}`, async ({ launchApp, makeTimerLedger }) => {
    const ledger = await makeTimerLedger(Date.now() - 3 * HOUR, leaveRunning)
    const app = await launchApp({ ledger: ledger.path })
    const { page } = app
    const dialog = page.getByRole('dialog', { name: 'Die Uhr lief noch' })
    await expect(dialog).toContainText('3:00 h')
    await expect(dialog.getByRole('radio', { name: /behalten/ })).toBeFocused()
    await page.keyboard.press(digit)
    await expect(dialog.getByRole('radio', { name: title })).toBeChecked()
    if (digit === '3') {
      await dialog.getByRole('button', { name: /Tätigkeit/ }).press('Enter')
      await page.getByRole('option', { name: 'Abstimmung' }).press('Enter')
      await dialog.getByRole('textbox', { name: 'Notiz' }).press('Enter')
    } else await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Frage offen' })).toHaveCount(0)
    await app.close()
    const entries = await entriesOf(ledger)
    const found = entries.map(({ activity, endedAt, seconds }) => {
      return { activity, hours: endedAt === null ? null : Math.round(seconds / 360) / 10 }
    })
    expect(found).toEqual(left)
  })
}

test('the question can be put off, and comes back', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(Date.now() - 3 * HOUR, leaveRunning)
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  const dialog = page.getByRole('dialog', { name: 'Die Uhr lief noch' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Frage offen' }).press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await app.close()
  const again = await launchApp({ ledger: ledger.path, userFolder: app.userFolder })
  await expect(again.page.getByRole('dialog', { name: 'Die Uhr lief noch' })).toContainText('3:00 h')
})

// Keys pressed before the part of the app they are for is loaded. Only a browser lets a test hold that part back.
import type { Page } from '@playwright/test'
import { expect, NO_WORK, test, timerOf } from '../support/timer-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'

/** Keeps a part of the app from being loaded until `release`; `asked`: it is wanted. */
async function holdBack(page: Page, part: string) {
  const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(new RegExp(`/${part}-[^/]*\\.js$`), async (route) => {
    asked.resolve()
    await held.promise
    await route.continue()
  })
  return { asked: asked.promise, release: held.resolve }
}

/** Loads the page anew, without its part about time until `press` has been done. */
async function pressBeforeTime(page: Page, press: () => Promise<void>): Promise<void> {
  const { asked, release } = await holdBack(page, 'time-global')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await asked
  await press()
  release()
}

test('a key for what is still loading acts as soon as it is there', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger()
  const { page } = await launchApp({ ledger: ledger.path })
  await pressBeforeTime(page, () => page.keyboard.type('ngestern 9-10 Reporting'))
  const line = page.getByRole('textbox', { name: 'Zeit in einer Zeile nachtragen' })
  await expect(line).toBeFocused()
  await expect(line).toHaveValue('gestern 9-10 Reporting')
})

test('what is typed before the panel of the timer is there stands in its note', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger()
  const { page } = await launchApp({ ledger: ledger.path })
  const { asked, release } = await holdBack(page, 'start-panel')
  await expect(timerOf(page).start).toBeVisible()
  await page.keyboard.press('s')
  await asked
  await page.keyboard.type('Planung extra')
  release()
  const note = page.getByRole('dialog').getByRole('textbox', { name: 'Notiz' })
  await expect(note).toHaveValue('Planung extra')
  await expect(note).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(timerOf(page).pill).toContainText('Planung')
})

test('a timer is stopped by a key that came before anybody knew that it runs', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger(undefined, ({ client, now }) =>
    client.time.start({ commandId: newCommandId(), personId: null, at: now - 60_000, work: NO_WORK }),
  )
  const { page } = await launchApp({ ledger: ledger.path })
  await pressBeforeTime(page, () => page.keyboard.press('x'))
  await expect(timerOf(page).start).toBeVisible()
})

test('whoever went into a field meanwhile meant what is typed there', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger()
  const { page } = await launchApp({ ledger: ledger.path })
  await page.goto(new URL('/settings', page.url()).href)
  const field = page.getByRole('main').getByRole('textbox').first()
  await pressBeforeTime(page, async () => {
    await page.keyboard.press('n')
    await field.fill('Nordlicht')
  })
  await expect(timerOf(page).start).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Nordlicht')
})

import type { Page } from '@playwright/test'
import { dropFiles, fixtureFile } from '../support/drop-files.ts'
import { expect, test } from '../support/host-fixtures.ts'

const title = (page: Page) => page.getByRole('heading', { name: 'Willkommen bei Gegenwert' })

/** Tab until the wanted control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: 'radio' | 'textbox' | 'button' | 'checkbox', name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name })
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${role} ${name}`)
}

test('the five questions are answered by keyboard alone and can be taken back', async ({ page }) => {
  await expect(title(page)).toBeVisible()
  await page.locator('main').focus()

  await tabTo(page, 'radio', /^Unternehmen/)
  await page.keyboard.press('Space')
  await tabTo(page, 'radio', /^Aus dem Gehalt berechnen/)
  await page.keyboard.press('Space')
  await tabTo(page, 'textbox', /^Jahresbrutto/)
  await page.keyboard.type('48000')
  await tabTo(page, 'textbox', /^Marge/)
  await page.keyboard.type('55')
  await tabTo(page, 'checkbox', /^Instagram/)
  await page.keyboard.press('Space')
  await expect(page.getByText('Von 100\u00a0€ Umsatz ohne Steuer bleiben 55\u00a0€.')).toBeVisible()
  await expect(
    page.getByText(/je erfasster Stunde: 58\.224\s€ im Jahr ÷ \(\d+ Arbeitstage × 8 Stunden\)/),
  ).toBeVisible()
  await tabTo(page, 'button', /^Speichern und weiter/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Jetzt fehlen nur noch Ihre Dateien.')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(title(page)).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Jahresbrutto/ })).toHaveValue('48.000,00')
})

test('all may be skipped, and the questions do not come back', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Alle Fragen überspringen' }).click()
  await expect(page.getByText('Jetzt fehlen nur noch Ihre Dateien.')).toBeVisible()
  await page.goto(app.addressOf('/'))
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible()
  await expect(title(page)).toBeHidden()
})

test('the language applies at once and stays', async ({ app, page }) => {
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Welcome to Gegenwert' })).toBeVisible()
  await page.getByRole('button', { name: 'Skip all questions' }).click()
  await expect(page.getByText('Only your files are missing now.')).toBeVisible()
  await page.goto(app.addressOf('/imports'))
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
})

test('the language chosen first is that of the sample, and of everything after a reload', async ({ page }) => {
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Welcome to Gegenwert' })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Look at the sample' }).click()
  const banner = page.getByRole('region', { name: 'Sample ledger' })
  await expect(banner).toBeVisible({ timeout: 40_000 })
  await page.reload()
  await expect(banner).toBeVisible()
  await banner.getByRole('button').click()
  await expect(page.getByRole('heading', { name: 'Welcome to Gegenwert' })).toBeVisible()
})

test('files can be dropped before a question is answered, and no answer is lost', async ({ page }) => {
  await page.getByText('Selbstständig').click()
  await dropFiles(page, [fixtureFile('google-ads-de.csv')])
  await expect(page.getByRole('heading', { name: 'Importe', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /20\sAnzeigenzeilen/ })).toBeEnabled()
  await page.goBack()
  await expect(page.getByRole('radio', { name: /^Selbstständig/ })).toBeChecked()
})

test('the sample can be looked at and left again', async ({ page }) => {
  await page.getByRole('button', { name: 'Beispiel ansehen' }).click()
  const banner = page.getByRole('region', { name: 'Beispiel-Hauptbuch' })
  await expect(banner).toContainText('Firma und Zahlen sind erfunden', { timeout: 40_000 })
  await expect(page.getByRole('heading', { name: 'Bilanz', level: 1 })).toBeVisible()
  await banner.getByRole('button', { name: 'Zum eigenen Hauptbuch' }).click()
  await expect(title(page)).toBeVisible()
  await expect(banner).toBeHidden()
})

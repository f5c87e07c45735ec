// The ledger by keyboard: sales entered by hand, filters, verification.
import type { Page } from '@playwright/test'
import { FIXTURES, importBytes, newCommandId, readFixture } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const importFixtures: Prepare = (client) => importBytes(client, FIXTURES.map(readFixture))
const withChannel: Prepare = (client) =>
  client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })

async function openLedger(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/ledger${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Hauptbuch' })).toBeVisible()
  // The keys work from here on.
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  return app.page
}

/** Chooses an option of a select by typing its beginning. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: label }).press('Enter')
  await page.getByRole('option', { name: option, exact: true }).press('Enter')
}

test('a sale by hand counts for its channel', async ({ openPrepared }) => {
  const app = await openPrepared(withChannel, { marginBasisPoints: 5500 })
  const page = await openLedger(app, '/revenue?view=sales')
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: 'Verkauf eintragen' })
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Messeverkauf')
  await page.keyboard.press('Tab')
  await page.keyboard.type('119')
  await expect(dialog).toContainText(/bleiben 100,00\s€, davon 55,00\s€ Deckungsbeitrag bei 55\s% Marge/)
  await choose(page, 'Worüber kam der Verkauf?', 'Instagram')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByRole('row', { name: /Messeverkauf/ })).toContainText(/Instagram.*119,00\s€.*100,00\s€/)
  await page.goto(app.addressOf('/result'))
  await expect(page.getByRole('row', { name: /Instagram/ })).toContainText(/100\s€\s*55\s€\s*\+55\s€/)
})

test('lines are filtered in the address, with sums of all that match', async ({ openPrepared }) => {
  const app = await openPrepared(importFixtures)
  const page = await openLedger(app, '?from=2026-01-01&to=2026-10-31&kinds=ads&scope=other')
  const sums = page.getByRole('status').filter({ hasText: 'Kosten' })
  await expect(sums).toContainText(/Kosten 22\.235,71\s€/)
  await page.getByLabel('Suchen').fill('marke')
  await expect(page).toHaveURL(/text=marke/)
  await expect(sums).not.toContainText('22.235,71')
  await expect(page.getByRole('row', { name: /Büro-Kaffee/ })).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Suchen')).toHaveValue('marke')
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click()
  await expect(page).not.toHaveURL(/kinds|scope|text/)
  await expect(page.getByLabel('Suchen')).toHaveValue('')
})

test('a line shows all it knows and where it came from', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(importFixtures), '?kinds=labour')
  const row = page.getByRole('row', { name: /Geschäftsführung/ }).first()
  await row.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Zeiteintrag')
  await expect(sheet).toContainText('Geschäftsführung')
  await expect(sheet.getByRole('link', { name: /Aus Import Nr\./ })).toBeVisible()
})

test('verification says check by check that all sums lead back to their lines', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(importFixtures))
  await page.getByRole('button', { name: 'Prüfen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Hauptbuch geprüft' })
  await expect(dialog.getByText(/Alles stimmt/)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(12)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'in Ordnung' })).toHaveCount(12)
})

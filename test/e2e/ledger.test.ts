// The ledger by keyboard: costs and sales entered by hand, filters, verification.
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

test('a subscription is entered from anywhere by keyboard, changed, deleted and brought back', async ({
  openPrepared,
}) => {
  const app = await openPrepared(withChannel)
  const page = app.page
  await page.goto(app.addressOf('/imports'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Ausgabe/ })).toBeVisible()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Ausgabe eintragen' })
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Planungswerkzeug')
  await page.keyboard.press('Tab')
  await page.keyboard.type('348')
  await choose(page, 'Wiederholung', 'Jährlich')
  await expect(dialog).toContainText(/im Schnitt 29,00\s€ je Monat, 348,00\s€ im Jahr/)
  await dialog.getByLabel('Bezeichnung').press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ausgabe eingetragen')).toBeVisible()

  await openLedger(app, '?view=expenses')
  const row = page.getByRole('row', { name: /Planungswerkzeug/ })
  await expect(row).toContainText(/Werkzeug.*Kanalübergreifend.*Jährlich.*348,00\s€.*29,00\s€/)
  await row.press('Enter')
  await page.getByRole('dialog').getByLabel('Betrag').fill('696')
  await page.keyboard.press('Enter')
  await expect(row).toContainText(/696,00\s€.*58,00\s€/)

  await row.getByRole('button', { name: /löschen/ }).press('Enter')
  await expect(page.getByText('Noch keine eigenen Ausgaben')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row).toContainText(/696,00\s€/)
  await page.keyboard.press('Control+z')
  await expect(row).toContainText(/348,00\s€/)
})

test('a form says at its fields what is missing and what does not fit', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(withChannel), '?view=expenses')
  await page.getByRole('button', { name: 'Ausgabe eintragen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Bitte ausfüllen.')).toBeVisible()
  await expect(dialog.getByText('Bitte einen Betrag über null eintragen.')).toBeVisible()
  await dialog.getByLabel('Bezeichnung').fill('Agentur')
  await dialog.getByLabel('Betrag').fill('zehn')
  await dialog.getByLabel('Bezeichnung').focus()
  await expect(dialog.getByText(/Das ist keine Zahl/)).toBeVisible()
  await dialog.getByLabel('Betrag').fill('1.200,50')
  await dialog.getByRole('group', { name: 'Läuft bis' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('01012020')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Das Ende liegt vor dem Anfang.')).toBeVisible()
  await dialog.getByRole('group', { name: 'Läuft bis' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('01012099')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Länger als 30 Jahre: Bitte das Jahr prüfen.')).toBeVisible()
})

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

// Revenue by keyboard: sales, touches, purchases without an origin, subscriptions, margins, rules.
import type { Locator, Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import type { Day } from '../../shared/domain/day.ts'
import { FIXTURES, importBytes, newCommandId, readFixture } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const importFixtures: Prepare = (client) => importBytes(client, FIXTURES.map(readFixture))

async function withChannels(client: Client): Promise<void> {
  await client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })
  await client.settings.addChannel({ commandId: newCommandId(), network: 'linkedin', name: 'LinkedIn' })
}

/** So many sales of 100 € net of which nobody knows where they came from. */
const withSales =
  (count: number): Prepare =>
  async (client) => {
    await withChannels(client)
    for (let index = 1; index <= count; index++) {
      const day = `2026-10-${String(10 + index)}` as Day
      const sale = { name: `Verkauf ${index}`, day, paidCents: 11_900, taxCents: 1_900, refundedCents: 0 }
      await client.revenue.addSale({ commandId: newCommandId(), sale: { ...sale, origin: null, campaignId: null } })
    }
  }

async function openRevenue(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/ledger/revenue${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Umsatz' })).toBeVisible()
  // The keys work from here on.
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  return app.page
}

/** Chooses an option of a select by typing its beginning. */
async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('button', { name: label }).press('Enter')
  await dialog.page().getByRole('option', { name: option, exact: true }).press('Enter')
}

const company = { marginBasisPoints: 5500 }

test('a sale by hand counts for its channel', async ({ openPrepared }) => {
  const app = await openPrepared(withChannels, company)
  const page = await openRevenue(app)
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: 'Verkauf eintragen' })
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Messeverkauf')
  await page.keyboard.press('Tab')
  await page.keyboard.type('119')
  await expect(dialog).toContainText(/bleiben 100,00\s€, davon 55,00\s€ Deckungsbeitrag bei 55\s% Marge/)
  await choose(dialog, 'Worüber kam der Verkauf?', 'Instagram')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByRole('row', { name: /Messeverkauf/ })).toContainText(/Instagram.*119,00\s€.*100,00\s€/)
  await page.goto(app.addressOf('/result'))
  await expect(page.getByRole('row', { name: /Instagram/ })).toContainText(/100\s€\s*55\s€\s*\+55\s€/)
})

test('what cannot be is said at its field, and nothing is lost', async ({ openPrepared }) => {
  const page = await openRevenue(await openPrepared(withChannels, company))
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: 'Verkauf eintragen' })
  await dialog.getByLabel('Bezeichnung').fill('Messeverkauf')
  await dialog.getByLabel('Bezahlt').fill('100')
  await dialog.getByLabel('Davon erstattet').fill('150')
  await dialog.getByLabel('Davon erstattet').press('Enter')
  await expect(dialog.getByText('Mehr als bezahlt wurde, kann nicht erstattet werden.')).toBeVisible()
  await dialog.getByLabel('Davon erstattet').fill('0')
  await choose(dialog, 'Umsatzsteuer', 'Betrag eingeben')
  await dialog.getByLabel('Enthaltene Steuer').fill('120')
  await dialog.getByLabel('Enthaltene Steuer').press('Enter')
  await expect(dialog.getByText('Die Steuer kann nicht höher sein als der Preis.')).toBeVisible()
  await dialog.getByLabel('Bezahlt').fill('-5')
  await dialog.getByLabel('Bezeichnung').focus()
  await expect(dialog.getByText(/Bitte einen Betrag über null/)).toBeVisible()
  await expect(dialog.getByLabel('Bezeichnung')).toHaveValue('Messeverkauf')
})

test('a purchase shows what led to it; touches are added, refused after it, and undone', async ({ openPrepared }) => {
  const page = await openRevenue(await openPrepared(withSales(1), company))
  await page.getByRole('row', { name: /Verkauf 1/ }).press('Enter')
  const sheet = page.getByRole('dialog', { name: /Verkauf 1/ })
  await expect(sheet).toContainText('Für diesen Kauf ist kein Kontakt bekannt.')
  await sheet.getByRole('button', { name: 'Kontakt hinzufügen' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Kontakt hinzufügen' })
  await form.getByLabel('Uhrzeit').fill('25:00')
  await form.getByLabel('Uhrzeit').press('Enter')
  await expect(form.getByText('Bitte als Uhrzeit eingeben, zum Beispiel 14:30.')).toBeVisible()
  await form.getByLabel('Uhrzeit').fill('9.30')
  await form.getByRole('spinbutton').first().click()
  await page.keyboard.type('12102026')
  await form.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(form.getByText(/Ein Kontakt nach dem Kauf/)).toBeVisible()
  await form.getByRole('spinbutton').first().click()
  await page.keyboard.type('04102026')
  await form.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(sheet.getByRole('listitem')).toContainText(/04\.10\.2026, 09:30 Uhr.*Instagram.*zählt/)
  await sheet.getByRole('button', { name: 'Kontakt „Instagram“ entfernen' }).press('Enter')
  await expect(sheet.getByRole('listitem')).toHaveCount(0)
  await expect(page.getByText('Kontakt entfernt')).toBeVisible()
  // The latest message carries the key as well.
  await page.getByRole('button', { name: 'Rückgängig Strg Z' }).press('Enter')
  await expect(sheet.getByRole('listitem')).toHaveCount(1)
})

test('purchases without an origin are worked off by keyboard', async ({ openPrepared }) => {
  const page = await openRevenue(await openPrepared(withSales(4), company), '?view=origins')
  await expect(page.getByRole('heading', { name: /Verkauf 4/ })).toBeVisible()
  await expect(page.getByText('0 von 4')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByText('1 von 4')).toBeVisible()
  await expect(page.getByRole('heading', { name: /Verkauf 3/ })).toBeVisible()
  await expect(page.getByText(/Noch 300,00\s€ netto ohne Herkunft. Die Abdeckung liegt bei 25,0\s%/)).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: /Verkauf 2/ })).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByText('2 von 4')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 von 4')).toBeVisible()
  await page.getByRole('button', { name: 'Alle gezeigten auswählen' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Worüber kamen die 3 ausgewählten Käufe?' })).toBeVisible()
  await page.keyboard.press('2')
  await expect(page.getByText('Alle Käufe haben eine Herkunft')).toBeVisible()
})

test('a subscription brings its payments, and takes them along', async ({ openPrepared }) => {
  const page = await openRevenue(await openPrepared(withChannels, company), '?view=subscriptions')
  await page.getByRole('button', { name: 'Abo eintragen' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Abo eintragen' })
  await dialog.getByLabel('Bezeichnung').fill('Betreuung Müller')
  await dialog.getByLabel('Betrag je Zahlung').fill('119')
  await dialog.getByRole('group', { name: 'Erste Zahlung' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('15012025')
  await dialog.getByRole('group', { name: 'Läuft bis' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('30062025')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  const row = page.getByRole('row', { name: /Betreuung Müller/ })
  await expect(row).toContainText(/beendet.*119,00\s€.*6.*600,00\s€/)
  await row.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).press('Enter')
  await expect(page.getByText('Noch keine Abos')).toBeVisible()
})

test('a product’s margin changes the contribution, and goes again', async ({ openPrepared }) => {
  const page = await openRevenue(await openPrepared(importFixtures, company), '?view=margins')
  const row = page.getByRole('row', { name: /Espresso/ })
  await row.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Marge: Espresso/ })
  await dialog.getByLabel('Marge').fill('130')
  await dialog.getByLabel('Marge').press('Enter')
  await expect(dialog.getByText(/Höchstens 100/)).toBeVisible()
  await dialog.getByLabel('Marge').fill('62,5')
  await expect(dialog).toContainText(/Gilt für 414 Käufe/)
  await dialog.getByLabel('Marge').press('Enter')
  await expect(row).toContainText(/62,50?\s%.*eigene/)
  await page.getByRole('button', { name: 'Rückgängig' }).press('Enter')
  await expect(row).not.toContainText('eigene')
})

test('a rule says how many purchases it changes before it does', async ({ openPrepared }) => {
  const page = await openRevenue(await openPrepared(importFixtures, company), '?view=rules')
  const row = page.getByRole('row', { name: /INSTA10/ })
  await expect(row).toContainText('Instagram')
  await row.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Regel für „INSTA10“' })
  await expect(dialog.getByText('Das ist die jetzige Bedeutung.')).toBeVisible()
  await choose(dialog, 'Bedeutet', 'Nicht über Social Media')
  await expect(dialog.getByRole('status')).toContainText(/Ändert 121 Käufe/)
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(row).toContainText('Nicht über Social Media')
})

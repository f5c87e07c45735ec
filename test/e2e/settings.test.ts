import type { Page } from '@playwright/test'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { FIXTURES, importBytes, newCommandId, readFixture } from '../support/direct-host.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const importFixtures: Prepare = (client) => importBytes(client, FIXTURES.map(readFixture))

async function showTab(app: OpenedApp, tab: string): Promise<Page> {
  const { page } = app
  await page.goto(app.addressOf(`/settings?tab=${tab}`))
  await expect(page.getByRole('tabpanel')).toBeVisible()
  return page
}

/** The part of the page about one person, or about everyone. */
function personCard(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

/** Presses the button of a person, then types amount and day; no mouse. */
async function enterRate(page: Page, person: string, amount: string, day: string) {
  await personCard(page, person).getByRole('button', { name: 'Satz ab einem Tag' }).press('Enter')
  await expect(page.getByLabel('Kosten je Stunde')).toBeFocused()
  await page.keyboard.type(amount)
  await page.keyboard.press('Tab')
  await page.keyboard.type(day)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('rates and margin are entered by keyboard, and the result follows', async ({ openPrepared }) => {
  // Four imports, three rates, a margin and an undo, each re-deriving the ledger.
  test.slow()
  const app = await openPrepared(importFixtures)
  const page = await showTab(app, 'people')

  await enterRate(page, 'Alle ohne eigenen Satz', '42,81', '01012026')
  await expect(page.getByText(/h in offenen Monaten: 42\.752\s€ statt 0\s€/)).toBeVisible()
  await enterRate(page, 'Alle ohne eigenen Satz', '44,50', '01072026')
  await enterRate(page, 'Geschäftsführung', '96', '01012026')
  await expect(page.getByText(/Stundensatz gespeichert: 96,00\s€/)).toBeVisible()
  const everyone = personCard(page, 'Alle ohne eigenen Satz').getByRole('row')
  await expect(everyone.nth(1)).toContainText(/01\.07\.2026.*44,50\s€/)
  await expect(everyone.nth(2)).toContainText(/01\.01\.2026 – 30\.06\.2026.*42,81\s€/)

  await page.getByRole('tab', { name: 'Menschen & Stundensätze' }).focus()
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/tab=margin/)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Marge in Prozent des Nettoumsatzes')).toBeFocused()
  await page.keyboard.type('55')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Deckungsbeitrag aus Social Media: 15\.595\s€/)).toBeVisible()

  await page.keyboard.press('Tab')
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1, name: 'Bilanz' })).toBeVisible()
  await expect(page.getByText(/39\.105\s€ mehr gekostet/)).toBeVisible()

  // Undone from another screen, the newest first.
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/39\.105\s€ mehr gekostet/)).toBeHidden()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText(/39\.105\s€ mehr gekostet/)).toBeVisible()
})

test('a removed rate comes back by the button of its message', async ({ openPrepared }) => {
  const app = await openPrepared(async (client) => {
    await importFixtures(client)
    await client.settings.setRate({
      commandId: newCommandId(),
      personId: null,
      validFrom: '2026-01-01',
      centsPerHour: 4281,
      basis: null,
    })
  })
  const page = await showTab(app, 'people')
  const card = personCard(page, 'Alle ohne eigenen Satz')
  await card.getByRole('button', { name: 'Satz ab 01.01.2026 entfernen' }).click()
  await expect(card).toContainText('Noch kein Satz')
  await expect(page.getByText(/für 998,6 h fehlt noch ein Satz/)).toBeVisible()
  await page.getByRole('button', { name: /^Rückgängig/ }).click()
  await expect(card.getByRole('row').nth(1)).toContainText(/42,81\s€/)
})

test('the calculator follows the worked example and opens again as it was left', async ({ openPrepared }) => {
  const app = await openPrepared(async () => undefined)
  const page = await showTab(app, 'people')
  const card = personCard(page, 'Alle ohne eigenen Satz')
  await card.getByRole('button', { name: 'Satz ab einem Tag' }).click()
  await page.getByText('Satz berechnen', { exact: true }).click()
  const dialog = page.getByRole('dialog')
  const figure = dialog.getByRole('status').filter({ hasText: 'erfasste Stunde kostet' })
  await expect(dialog.getByLabel('Arbeitgeberanteil')).toHaveValue('21,30')
  await dialog.getByLabel('Jahresbrutto').fill('48.000')
  await dialog.getByLabel('Bezahlte Arbeitstage').fill('200')
  await dialog.getByLabel('Stunden je Tag').focus()
  await expect(figure).toContainText(/36,39\s€/)
  await expect(figure).toContainText(/58\.224\s€ im Jahr ÷ 1\.600 erfasste Stunden/)
  await dialog.getByLabel('Erfasster Anteil').fill('85')
  await expect(figure).toContainText(/42,81\s€/)
  await dialog.getByRole('button', { name: /42,81\s€ übernehmen/ }).click()

  await expect(card.getByRole('row').nth(1)).toContainText(/42,81\s€.*48\.000\s€ im Jahr, 200 Tage, 85\s% erfasst/)
  await card.getByRole('button', { name: /Satz ab .* ändern/ }).click()
  await expect(dialog.getByLabel('Jahresbrutto')).toHaveValue('48.000,00')
  await expect(dialog.getByLabel('Bezahlte Arbeitstage')).toHaveValue('200')
  await expect(figure).toContainText(/42,81\s€/)
})

test('the calculator knows the working days of the Land', async ({ openPrepared }) => {
  const region = { country: 'DE', state: 'BY' } as const
  const app = await openPrepared(async () => undefined, { holidayRegion: region })
  const page = await showTab(app, 'people')
  await page.getByRole('button', { name: 'Satz ab einem Tag' }).click()
  await page.getByText('Satz berechnen', { exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton', { name: /Jahr/ }).fill('2026')
  const equation = dialog.getByText('2026: 261 Wochentage − 9 Feiertage (Bayern) − 28 Urlaub − 10 Krankheit')
  await expect(equation).toBeVisible()
  await expect(dialog.getByLabel('Bezahlte Arbeitstage')).toHaveValue('214')
})

test('a channel in use cannot be removed, another one can and comes back', async ({ openPrepared }) => {
  const app = await openPrepared(importFixtures)
  const page = await showTab(app, 'channels')
  await page.getByRole('button', { name: 'Weiteres zu Instagram' }).click()
  const remove = page.getByRole('menuitem', { name: 'Entfernen' })
  await expect(remove).toBeDisabled()
  await expect(remove).toContainText(/Nicht möglich: \d+ Einträge gehören dazu/)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Kanal anlegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Instagram')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Den Namen „Instagram“ gibt es schon.')).toBeVisible()
  await dialog.getByLabel('Name').fill('Instagram Werkstatt')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Instagram Werkstatt/ })
  await expect(row).toContainText('nie')
  await page.getByRole('button', { name: 'Weiteres zu Instagram Werkstatt' }).click()
  await page.getByRole('menuitem', { name: 'Entfernen' }).click()
  await expect(row).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(row).toBeVisible()
})

test('the language applies at once and is there after a reload', async ({ openPrepared }) => {
  const app = await openPrepared(async () => undefined)
  const page = await showTab(app, 'view')
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.getByText('Language changed: English')).toBeVisible()
  // A profile that remembers nothing: the ledger knows.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a field that cannot be saved says why and keeps what was typed', async ({ openPrepared }) => {
  const app = await openPrepared(async () => undefined, { marginBasisPoints: 5500 })
  const page = await showTab(app, 'margin')
  const margin = page.getByLabel('Marge in Prozent des Nettoumsatzes')
  await margin.fill('155')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Höchstens 100')).toBeVisible()
  await expect(margin).toHaveValue('155')
  await margin.fill('60')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/Marge gespeichert: 60\s%/)).toBeVisible()
  await page.getByRole('tab', { name: 'Unternehmen' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Bitte ausfüllen.')).toBeVisible()
  await name.fill('Werkstatt Süd')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Name geändert: Werkstatt Süd')).toBeVisible()
  await page.reload()
  await expect(name).toHaveValue('Werkstatt Süd')
})

test('the ledger is backed up beside itself and checked', async ({ openPrepared }) => {
  const app = await openPrepared(importFixtures)
  const page = await showTab(app, 'data')
  const path = await page
    .getByText(/\.gegenwert$/)
    .first()
    .innerText()
  await expect(page.getByText('noch keine')).toBeVisible()
  await page.getByRole('button', { name: 'Jetzt sichern' }).click()
  await expect(page.getByText(/^Gesichert und geprüft /)).toBeVisible()
  await expect(page.getByText('noch keine')).toBeHidden()
  const folder = join(dirname(path), 'test backups')
  expect(existsSync(folder) && readdirSync(folder).filter((name) => name.endsWith('.gegenwert'))).toHaveLength(1)

  await page.getByRole('button', { name: 'Prüfen' }).click()
  await expect(page.getByText(/^Alles stimmt\. \d+ Prüfungen, keine Abweichung\.$/)).toBeVisible()
})

test('backing up and the report are reached from anywhere by name', async ({ openPrepared }) => {
  const app = await openPrepared(importFixtures)
  const { page } = app
  await page.goto(app.addressOf('/ledger'))
  await expect(page.getByRole('heading', { level: 1, name: 'Hauptbuch' })).toBeVisible()
  const call = async (words: string, command: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('searchbox').fill(words)
    await expect(page.getByRole('option').first()).toContainText(command)
    await page.keyboard.press('Enter')
  }
  await call('jetzt sichern', 'Jetzt sichern')
  await expect(page.getByText(/^Gesichert und geprüft /)).toBeVisible()
  await call('bericht', 'Bericht')
  await expect(page.getByRole('heading', { level: 1, name: 'Bericht' })).toBeVisible()
})

import type { Client } from '../../shared/contract/contract.ts'
import { addDays, addMonths, type Day, mondayOf, toDay } from '../../shared/domain/day.ts'
import { importBytes, newCommandId } from '../support/direct-host.ts'
import { expect, test } from '../support/prepared-ledger.ts'

const today = toDay(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()))
const head = 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags'

function timeRow(day: Day, start: string, end: string, activity: string): string {
  const hours = Number(end.slice(0, 2)) - Number(start.slice(0, 2))
  const duration = `${String(hours).padStart(2, '0')}:00:00`
  return [
    'Ada',
    '',
    '',
    'Instagram',
    activity,
    '',
    'No',
    day,
    `${start}:00`,
    day,
    `${end}:00`,
    duration,
    activity,
  ].join(',')
}

/** Six hours on one day, four of them in conversations, and a sale of 1,190 € with 190 € VAT. */
async function fill(client: Client, day: Day): Promise<void> {
  const rows = [
    timeRow(day, '08:00', '12:00', 'Dialog'),
    timeRow(day, '12:00', '13:00', 'Content'),
    timeRow(day, '13:00', '14:00', 'Planung'),
  ]
  await importBytes(client, [{ name: 'zeiten.csv', bytes: Buffer.from([head, ...rows].join('\n')) }])
  const [channel] = await client.settings.channels()
  await client.revenue.addSale({
    commandId: newCommandId(),
    sale: {
      name: 'Messe',
      day,
      paidCents: 119_000,
      taxCents: 19_000,
      refundedCents: 0,
      origin: { kind: 'channel', channelId: channel!.id },
      campaignId: null,
    },
  })
}

async function setRate(client: Client, centsPerHour: number): Promise<void> {
  await client.settings.setRate({
    commandId: newCommandId(),
    personId: null,
    validFrom: toDay('2020-01-01'),
    centsPerHour,
    basis: null,
  })
}

test('an empty ledger says what belongs in it and leads to both ways', async ({ openPrepared }) => {
  const { page } = await openPrepared(async () => undefined)
  await expect(page.getByRole('heading', { name: 'Rechnet sich Ihre Arbeit auf Social Media?' })).toBeVisible()
  // Before the import part is loaded the button leads to its screen instead.
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Dateien wählen' }).click()
  expect((await chooser).isMultiple()).toBe(true)
  await page.getByRole('button', { name: 'Beispiel ansehen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bilanz' })).toBeVisible()
})

test('the month is a sentence, the week its activities, and dialogue has its share', async ({ openPrepared }) => {
  const { page } = await openPrepared(
    async (client) => {
      await fill(client, today)
      await setRate(client, 5000)
    },
    { marginBasisPoints: 5500 },
  )
  const date = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(date.format(new Date(`${today}T12:00:00`)))
  // 1,000 € net × 55 % − 6 h × 50 €
  await expect(page.getByText(/Im Plus: \+250\s€ nach 6,0 Stunden\./)).toBeVisible()
  await expect(page.getByText(/Deckungsbeitrag 550\s€ − Arbeit 300\s€/)).toBeVisible()
  const week = page.getByRole('region', { name: 'Diese Woche' })
  await expect(week).toContainText(/6:00\sh · 300\s€/)
  await expect(week.getByRole('row').first()).toContainText(/Dialog\s*4:00\sh\s*200\s€/)
  await expect(week).toContainText(/80\s% der Kanalzeit gingen in Gespräche/)
  await expect(page.getByRole('region', { name: 'Zuletzt importiert' })).toContainText('zeiten.csv')

  await page.getByRole('link', { name: /250/ }).press('Enter')
  await expect(page).toHaveURL(/\/result\?from=\d{4}-\d{2}-01&to=/)

  await page.goBack()
  await week.getByRole('row', { name: /^Dialog/ }).click({ position: { x: 30, y: 8 } })
  await expect(page).toHaveURL(/\/time\?view=list/)
  const entries = page.getByRole('grid', { name: 'Zeiteinträge' }).locator('tr[data-row-index]')
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText('Dialog')
})

test('a month without data gives way to the last that has some', async ({ openPrepared }) => {
  const day = addDays(mondayOf(addMonths(today, -2)), 2)
  const { page } = await openPrepared(
    async (client) => {
      await fill(client, day)
      await setRate(client, 10_000)
    },
    { marginBasisPoints: 5500 },
  )
  await expect(page.getByText('letzter Monat mit Daten')).toBeVisible()
  await expect(page.getByText(/Im Minus: −50\s€ nach 6,0 Stunden\./)).toBeVisible()
  await expect(page.getByText(/letzte Woche mit Stunden/)).toBeVisible()
})

test('what is missing leads to where it is entered', async ({ openPrepared }) => {
  const { page } = await openPrepared((client) => fill(client, today))
  await expect(page.getByText('Noch kein Ergebnis.')).toBeVisible()
  const missing = page.getByRole('region', { name: 'Was noch fehlt' })
  await expect(missing.getByText('Für 6,0 Stunden fehlt ein Stundensatz.')).toBeVisible()
  const margin = missing.getByRole('listitem').filter({ hasText: 'Die Marge ist nicht bekannt.' })
  await margin.getByRole('link', { name: 'Eintragen' }).click()
  await page.getByLabel('Marge in Prozent des Nettoumsatzes').fill('55')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Marge gespeichert/)).toBeVisible()
  await page.getByRole('link', { name: 'Heute' }).click()
  await expect(missing.getByText('Die Marge ist nicht bekannt.')).toBeHidden()
  await expect(missing.getByText('Für 6,0 Stunden fehlt ein Stundensatz.')).toBeVisible()
})

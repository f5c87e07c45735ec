// Billing by keyboard: a client with rate, rounding and retainer, hours, the timesheet on paper and as a table, the lock of an invoice.
import { existsSync } from 'node:fs'
import Papa from 'papaparse'
import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { addClient, addPerson, logTime, setBillingRate } from '../support/billing-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, test } from '../support/prepared-ledger.ts'
import { readPdf, saveFile, savePdf } from '../support/saved-files.ts'

const settings = { businessKind: 'freelancer', marginBasisPoints: 5500 } as const

async function withHours(client: Client): Promise<void> {
  const mira = await addPerson(client)
  const ahoi = await addClient(client, 'Café Ahoi')
  await setBillingRate(client, ahoi, 7_500)
  await client.billing.setRounding({
    commandId: newCommandId(),
    clientId: ahoi,
    rounding: { way: 'up', minutes: 15, of: 'entry' },
  })
  const { recordId: projectId } = await client.time.addProject({
    commandId: newCommandId(),
    clientId: ahoi,
    name: 'Herbst',
    isBillable: true,
    plannedMinutes: null,
  })
  const log = (day: string, from: string, to: string, note: string, options = {}) =>
    logTime(client, day, from, to, { personId: mira, clientId: ahoi, note, ...options })
  await log('2026-10-05', '09:00', '10:20', 'Redaktionsplan', { projectId })
  await log('2026-10-06', '14:00', '14:40', '=1+1')
  await log('2026-10-07', '08:00', '09:00', 'Angebot', { isBillable: false })
}

const sheetOfOctober = '/timesheet?client=1&from=2026-10-01&to=2026-10-31'

async function fillByKeyboard(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: label }).fill(text)
}

test('a client is set up with rate, rounding and retainer by keyboard', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(addPerson, settings)
  await page.goto(addressOf('/time/billing'))
  await expect(page.getByText('Noch keine Kunden')).toBeVisible()
  await page.getByRole('button', { name: 'Kunden anlegen' }).press('Enter')
  await fillByKeyboard(page, 'Name', 'Café Ahoi')
  await page.keyboard.press('Enter')
  const rates = page.getByRole('region', { name: 'Stundensätze' })
  await expect(rates).toContainText('Ohne ihn ist der Betrag nicht bekannt')

  await rates.getByRole('button', { name: 'Satz' }).press('Enter')
  await fillByKeyboard(page, 'Preis je Stunde, netto', '75')
  await page.keyboard.press('Enter')
  await expect(rates).toContainText(/75,00\s€/)

  const rounding = page.getByRole('region', { name: 'Rundung' })
  await rounding.getByRole('button', { name: 'Ändern' }).press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Gerundet wird/ })
    .press('Enter')
  await page.getByRole('option', { name: 'immer aufwärts' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(rounding).toContainText('Jeder Eintrag wird immer aufwärts auf 15 Minuten gerundet.')

  const retainer = page.getByRole('region', { name: 'Retainer', exact: true })
  await retainer.getByRole('button', { name: 'Retainer vereinbaren' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByRole('dialog').getByText('Bitte ausfüllen.')).toHaveCount(2)
  await fillByKeyboard(page, 'Stunden je Monat', '20')
  await fillByKeyboard(page, 'Pauschale je Monat, netto', '1500')
  await page.keyboard.press('Enter')
  await expect(retainer.getByRole('meter', { name: '0:00 h von 20:00 h verbraucht' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(retainer.getByRole('meter')).toHaveCount(0)
})

test('the timesheet says the same on paper and as a table', async ({ openPrepared, host }, testInfo) => {
  const app = await openPrepared(withHours, settings)
  const { page } = app
  await page.goto(app.addressOf(sheetOfOctober))
  const sheet = page.getByRole('article', { name: 'Stundenzettel Oktober 2026' })
  await expect(sheet.getByRole('row', { name: /^Summe/ }).first()).toContainText(/3:00\sh.*2:15\sh.*168,75\s€/)
  await expect(sheet.getByRole('row', { name: /Herbst/ }).last()).toContainText(/112,50\s€/)

  const csv = await saveFile(app, host, testInfo.outputPath('sheet.csv'), async () => {
    await page.getByRole('button', { name: 'Weitere Formate' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Einträge als CSV' }).press('Enter')
  })
  const rows = Papa.parse<Record<string, string>>(csv.text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data
  expect(rows.map((row) => row['Notiz'])).toEqual(['Redaktionsplan', "'=1+1", 'Angebot'])
  const sum = (column: string) => rows.reduce((total, row) => total + Number((row[column] || '0').replace(',', '.')), 0)
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`
  const amount = sum('Betrag').toFixed(2).replace('.', ',')

  const path = testInfo.outputPath('sheet.pdf')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await savePdf(app, host, path)
  expect(existsSync(path)).toBe(true)
  const text = readPdf(path)
  expect(text).toContain('Stundenzettel Oktober 2026')
  expect(text).toContain(`Summe ${clock(sum('Erfasst (min)'))} ${clock(sum('Abgerechnet (min)'))} ${amount} €`)
  expect(text).toContain('Unterschrift Café Ahoi')
  expect(text).not.toMatch(/Weitere Formate|Strg K|nur Abrechenbares/)
})

test('notes and people can be left out, in English', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(withHours, settings)
  await page.goto(addressOf(sheetOfOctober))
  await page.getByRole('checkbox', { name: 'Notizen' }).press('Space')
  await page.getByRole('checkbox', { name: 'Personen' }).press('Space')
  await page.getByRole('radio', { name: 'Englisch' }).check({ force: true })
  const sheet = page.getByRole('article', { name: 'Timesheet, October 2026' })
  await expect(sheet).toContainText('€168.75')
  await expect(sheet).not.toContainText(/Mira|Redaktionsplan/)
})

test('invoiced hours are locked until they are unlocked with a reason', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(withHours, settings)
  await page.goto(addressOf('/time/billing?client=1'))
  const open = page.getByRole('region', { name: 'Noch nicht abgerechnet' })
  await expect(open).toContainText(/168,75\s€/)
  await open.getByRole('button', { name: 'Als abgerechnet markieren' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /Café Ahoi/ })
  await expect(dialog).toContainText(/2 Einträge, 2:15\sh/)
  await dialog.getByRole('textbox', { name: 'Rechnungsnummer' }).fill('R-7')
  await dialog.getByRole('textbox', { name: 'Rechnungsnummer' }).press('Enter')
  await expect(open).toContainText('Nichts ist offen.')

  await page.goto(addressOf('/time?view=list'))
  await expect(page.getByText('Redaktionsplan').first()).toBeVisible()

  await page.goto(addressOf('/time/billing?view=invoices'))
  const row = page.getByRole('row', { name: /R-7/ })
  await expect(row).toContainText(/2 Einträge gesperrt/)
  await row.getByRole('button', { name: 'Mehr zu Rechnung R-7' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Entsperren' }).press('Enter')
  const unlock = page.getByRole('dialog', { name: 'Rechnung R-7 entsperren' })
  await unlock.getByRole('button', { name: 'Entsperren' }).press('Enter')
  await expect(unlock).toContainText('Bitte einen Grund angeben.')
  await unlock.getByRole('textbox', { name: 'Warum?' }).fill('Falscher Tag')
  await page.keyboard.press('Enter')
  await expect(row).toContainText(/entsperrt am.*Falscher Tag/)

  await page.goto(addressOf('/time/billing?view=results'))
  await expect(page.getByText(/Café Ahoi zahlt .* je Stunde/)).toBeVisible()
})

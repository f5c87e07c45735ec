// The report for a client says what is known and nothing beyond it; screens of billing keep the rules of accessibility a program can check.
import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import type { Day, Month } from '../../shared/domain/day.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { addClient, addPerson, logTime, retainer, setBillingRate } from '../support/billing-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const settings = { businessKind: 'freelancer', marginBasisPoints: 5000, timeZone: 'Europe/Berlin' } as const

async function sell(
  client: Client,
  name: string,
  changes: Partial<Parameters<Client['revenue']['addSale']>[0]['sale']>,
) {
  await client.revenue.addSale({
    commandId: newCommandId(),
    sale: {
      name,
      day: '2026-10-20' as Day,
      paidCents: 0,
      taxCents: 0,
      refundedCents: 0,
      origin: null,
      campaignId: null,
      ...changes,
    },
  })
}

/** Café Ahoi with hours, fees and revenue of its own; the practice with hours alone; the wine shop with nothing. */
const threeClients: Prepare = async (client) => {
  const mira = await addPerson(client)
  const ahoi = await addClient(client, 'Café Ahoi')
  const practice = await addClient(client, 'Praxis am Markt')
  await addClient(client, 'Weinhandlung Sauer')
  const { recordId } = await client.settings.addChannel({
    commandId: newCommandId(),
    network: 'instagram',
    name: 'Instagram',
  })
  const channel = { kind: 'channel', channelId: recordId! } as const
  await setBillingRate(client, null, 7_500)
  await client.billing.addRetainer({
    commandId: newCommandId(),
    clientId: ahoi,
    retainer: { ...retainer, fromMonth: '2026-09' as Month, monthlySeconds: 3_600 },
  })
  await logTime(client, '2026-10-05', '09:00', '11:00', { personId: mira, clientId: ahoi, note: 'Redaktionsplan' })
  await logTime(client, '2026-09-05', '09:00', '10:00', { personId: mira, clientId: ahoi, note: 'Auftakt' })
  await logTime(client, '2026-10-06', '09:00', '12:00', { personId: mira, clientId: practice, note: 'Bewertungen' })
  await client.billing.addInvoice({
    commandId: newCommandId(),
    clientId: ahoi,
    period: { from: '2026-09-01' as Day, to: '2026-09-30' as Day },
    number: 'R-7',
    feeMonths: [],
    booking: null,
  })
  await sell(client, 'Honorar', { paidCents: 20_000, clientId: ahoi, marginBasisPoints: 10_000 })
  await sell(client, 'Bestellung 1', { paidCents: 100_000, clientId: ahoi, beneficiary: 'client', origin: channel })
  await sell(client, 'Bestellung 2', {
    paidCents: 30_000,
    clientId: ahoi,
    beneficiary: 'client',
    origin: { kind: 'other' },
  })
}

const paper = (page: Page) => page.getByRole('article')
const facts = (page: Page) => paper(page).locator('dl > div')

test('a client with hours and revenue, one with hours alone, one with nothing', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(threeClients, settings)

  await test.step('reached from the client, of the month that is shown there', async () => {
    await page.goto(addressOf('/time/billing?client=1&month=2026-10'))
    await page.getByRole('link', { name: 'Bericht für den Kunden' }).press('Enter')
    await expect(paper(page)).toContainText(
      /Über Social Media kamen 1\.000,00\s€ Umsatz; nach Wareneinsatz und Honorar bleiben 300,00\s€\./,
    )
    await expect(facts(page).nth(0)).toContainText(/1\.000,00\s€über Social Media, von 1\.300,00\s€/)
    await expect(facts(page).nth(1)).toContainText(/500,00\s€aus 1 von 2 Käufen/)
    await expect(facts(page).nth(2)).toContainText(/200,00\s€für 2:00\sh/)
    await expect(facts(page).nth(3)).toContainText(/300,00\s€/)
    await expect(page.getByRole('row', { name: /Instagram/ })).toContainText(/1\.000,00\s€/)
    await expect(page.getByRole('row', { name: /Andere Wege/ })).toContainText(/300,00\s€/)
    await expect(page.getByText(/Hier steht Umsatz des Kunden/)).toHaveCount(0)
    await page.getByRole('link', { name: 'Zum Kunden' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Café Ahoi' })).toBeVisible()
  })

  await test.step('hours alone: what they brought is not known, and where it would come from', async () => {
    await page.goto(addressOf('/time/billing?view=report&client=2'))
    await expect(paper(page)).toContainText(
      /Für Praxis am Markt wurden 3:00\sh gearbeitet; als Honorar gebucht sind 0,00\s€\. .* nicht erfasst\./,
    )
    await expect(facts(page).nth(3)).toHaveText('Bleibt–')
    await expect(page.getByText(/Hier steht Umsatz des Kunden, sobald er erfasst ist/)).toBeVisible()
  })

  await test.step('nothing at all, in English', async () => {
    await page.goto(addressOf('/time/billing?view=report&client=3'))
    await expect(paper(page)).toContainText('Für Weinhandlung Sauer ist in diesem Zeitraum nichts erfasst')
    await page.getByRole('radio', { name: 'Englisch' }).check({ force: true })
    await expect(paper(page)).toContainText('Nothing is recorded for Weinhandlung Sauer in this period')
  })

  await test.step('an address without a client asks for one, one of a client that is gone says so', async () => {
    await page.goto(addressOf('/time/billing?view=report'))
    await expect(page.getByText('Welcher Kunde?')).toBeVisible()
    await page.goto(addressOf('/time/billing?view=report&client=99'))
    await expect(page.getByText('Diesen Eintrag gibt es nicht mehr.')).toBeVisible()
  })
})

for (const theme of ['light', 'dark'] as const) {
  test(`screens and dialogs of billing are accessible, ${theme}`, async ({ openPrepared }) => {
    const { page, addressOf } = await openPrepared(threeClients, settings)
    await page.emulateMedia({ colorScheme: theme })
    const open = async (search: string, shown: string | RegExp) => {
      await page.goto(addressOf(`/time/billing?${search}`))
      await expect(page.getByText(shown).first()).toBeVisible()
      await expectAccessible(page)
    }
    await open('client=1&month=2026-10', 'Retainer, Monat für Monat')
    await open('client=3', 'Kein Retainer vereinbart')
    await open('view=timesheet&client=1&from=2026-10-01&to=2026-10-31', 'Stundenzettel Oktober 2026')
    await open('view=results', /Café Ahoi/)
    await open('view=report&client=1', /Woher der Umsatz kam/)
    await open('view=report&client=2', /Hier steht Umsatz des Kunden/)
    await open('view=invoices', 'R-7')

    const dialog = page.getByRole('dialog')
    await test.step('unlocking', async () => {
      await page.getByRole('button', { name: 'Mehr zu Rechnung R-7' }).press('Enter')
      await page.getByRole('menuitem', { name: 'Entsperren' }).press('Enter')
      await expect(dialog.getByRole('textbox', { name: 'Warum?' })).toBeFocused()
      await expectAccessible(page)
    })
    await page.goto(addressOf('/time/billing?client=1&month=2026-10'))
    for (const [name, field] of [
      ['Als abgerechnet markieren', 'Rechnungsnummer'],
      ['Neue Vereinbarung', 'Stunden je Monat'],
      ['Projekt', 'Name'],
    ] as const) {
      await test.step(name, async () => {
        await page.getByRole('button', { name, exact: true }).press('Enter')
        await expect(dialog.getByRole('textbox', { name: field })).toBeFocused()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      })
    }
  })
}

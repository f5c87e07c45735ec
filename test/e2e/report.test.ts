// The report for the boss: on screen, on paper and as files, in the language one chooses for it.
import Papa from 'papaparse'
import { toDay } from '../../shared/domain/day.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, test } from '../support/prepared-ledger.ts'
import { fill, settings } from '../support/result-screen.ts'
import { countPages, readPdf, saveFile, savePdf } from '../support/saved-files.ts'

test('the last month that has ended, on one page, by keyboard', async ({ launchApp, filledLedger, host }, testInfo) => {
  const app = await launchApp({ ledger: filledLedger })
  const { page } = app
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('Bericht')
  await expect(page.getByRole('option').first()).toContainText('Bericht')
  await page.keyboard.press('Enter')

  const report = page.getByRole('article', { name: 'Monatsbericht Oktober 2026' })
  await expect(report).toContainText('Rösterei Nordlicht')
  await expect(report).toContainText(/Social Media hat im Oktober 2026 4\.077\s€ mehr gekostet, als es eingebracht hat/)
  await expect(report).toContainText('Vorläufig: Monat nicht abgeschlossen')
  await expect(report.getByRole('row', { name: /Instagram/ })).toContainText(/21,5.*1\.034\s€.*2\.437\s€.*−489\s€/)
  await expect(report.getByRole('table', { name: 'Was getan wurde' })).toContainText(/Dialog44,11\.963\s€/)
  await expect(report).toContainText(/Käufe über .* haben keinen bekannten Kontakt/)

  const path = testInfo.outputPath('report.pdf')
  await savePdf(app, host, path)
  expect(countPages(path)).toBe(1)
  const text = readPdf(path)
  expect(text).toContain('Monatsbericht Oktober 2026')
  expect(text).toContain('4.077 € mehr gekostet')
  expect(text).toMatch(/Instagram 21,5 1\.034 € 795 € 42 2\.437 € 1\.340 € −489 €/)
  expect(text).toContain('keine Buchführung')
  expect(text).toContain('Seite 1 von 1')
  // Of the app around it nothing is printed.
  expect(text).not.toMatch(/Einstellungen|Weitere Formate|Strg K/)
})

test('another month and another language, while the app stays as it is', async ({ launchApp, filledLedger }) => {
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/report'))
  await expect(page.getByRole('article', { name: 'Monatsbericht Oktober 2026' })).toBeVisible()
  await page.getByRole('button', { name: 'Monat davor' }).click()
  const german = page.getByRole('article', { name: 'Monatsbericht September 2026' })
  await expect(german).toContainText(/−4\.196\s€/)
  await expect(page.getByRole('button', { name: /^Monat danach/ })).toBeVisible()

  await page.getByRole('radio', { name: 'Englisch' }).check({ force: true })
  const english = page.getByRole('article', { name: 'Monthly report, September 2026' })
  await expect(english).toContainText('−€4,196')
  await expect(english).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1, name: 'Bericht' })).toBeVisible()
  await page.reload()
  await expect(english).toBeVisible()
  await page.getByRole('button', { name: 'Monat danach' }).click()
  await expect(page.getByRole('article', { name: 'Monthly report, October 2026' })).toContainText('−€4,077')
})

test('the report and the ledger as files', async ({ launchApp, filledLedger, host }, testInfo) => {
  const app = await launchApp({ ledger: filledLedger })
  const { page } = app
  await page.goto(app.addressOf('/report'))
  await expect(page.getByRole('article')).toBeVisible()
  const fromMenu = (name: RegExp, file: string) =>
    saveFile(app, host, testInfo.outputPath(file), async () => {
      await page.getByRole('button', { name: 'Weitere Formate' }).click()
      await page.getByRole('menuitem', { name }).click()
    })

  const html = await fromMenu(/HTML/, 'report.html')
  // On a system without a UTF-8 locale, as test machines are, Electron cannot take a name with umlauts.
  if (host === 'browser') expect(html.name).toBe('Rösterei Nordlicht – Social-Media-Bericht Oktober 2026.html')
  expect(html.text).toContain('Monatsbericht Oktober 2026')
  expect(html.text).toMatch(/4\.077\s€ mehr gekostet/)
  expect(html.text).not.toMatch(/<script|https?:\/\//)

  const csv = await fromMenu(/Zahlen als CSV/, 'report.csv')
  const rows = Papa.parse<Record<string, string>>(csv.text.replace(/^\uFEFF/, ''), { header: true }).data
  expect(rows.find((row) => row['Name'] === 'Instagram')).toMatchObject({ Arbeit: '1034,21', Ergebnis: '-489,04' })

  const json = await fromMenu(/JSON/, 'report.json')
  expect(JSON.parse(json.text)).toMatchObject({ version: 1, period: { from: '2026-10-01', to: '2026-10-31' } })

  const journal = await saveFile(app, host, testInfo.outputPath('ledger.journal'), async () => {
    await expect(page.getByRole('menu')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('searchbox').fill('Journal exportieren')
    await expect(page.getByRole('option', { name: /Hauptbuch als Journal/ })).toBeVisible()
    await page.keyboard.press('Enter')
  })
  expect(journal.text).toContain('account Aufwand:Kalkulatorisch:Arbeit:Dialog:Instagram')
  expect(journal.text.match(/^2026-\d\d-\d\d \*/gm)?.length).toBeGreaterThan(1_500)
  const lines = await fromMenu(/Buchungen als CSV/, 'lines.csv')
  expect(lines.text.trimEnd().split('\n').length).toBeGreaterThan(1_500)
})

/** Each with a cost and a sale. */
async function addChannels(client: Client, names: readonly string[]): Promise<void> {
  const day = toDay('2026-02-02')
  const common = { campaignId: null, taxCents: 0, refundedCents: 0 }
  const cost = { kind: 'tool', cents: 1000, startsOn: day, endsOn: null, repetition: 'once', scope: 'social' } as const
  for (const name of names) {
    const { recordId } = await client.settings.addChannel({ commandId: newCommandId(), network: 'other', name })
    const channelId = recordId!
    const expense = { ...cost, name, channelId, campaignId: null, note: '' }
    await client.costs.addExpense({ commandId: newCommandId(), expense })
    const sale = { ...common, name, day, paidCents: 5000, origin: { kind: 'channel', channelId } as const }
    await client.revenue.addSale({ commandId: newCommandId(), sale })
  }
}

test('of many channels the smaller ones are added up, and it stays on two pages', async ({
  openPrepared,
  host,
}, testInfo) => {
  const names = Array.from({ length: 14 }, (_, index) => `Kanal Nummer ${index + 1}`)
  const app = await openPrepared(async (client) => {
    await fill(client)
    await addChannels(client, names)
  }, settings)
  await app.page.goto(app.addressOf('/report?from=2026-02-01&to=2026-02-28'))
  const report = app.page.getByRole('article')
  // Four channels of the files and fourteen more: seven by name, eleven as one.
  await expect(report.getByRole('row', { name: /11 weitere Kanäle/ })).toBeVisible()
  const path = testInfo.outputPath('report.pdf')
  await savePdf(app, host, path)
  expect(countPages(path)).toBeLessThanOrEqual(2)
})

test('a ledger without data says what belongs here', async ({ app, page }) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.goto(app.addressOf('/report'))
  await expect(page.getByText('Noch nichts zu berichten')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Weitere Formate' })).toHaveCount(0)
})

// Hours by what they were for: from a row to its entries, by keyboard, and as a calendar.
import { join } from 'node:path'
import ICAL from 'ical.js'
import { expect, test } from '../support/host-fixtures.ts'
import { saveFile } from '../support/saved-files.ts'

test('a row leads to its entries, whose sums are its own', async ({ launchApp, filledLedger }) => {
  const app = await launchApp({ ledger: filledLedger })
  const { page } = app
  await page.goto(app.addressOf('/time?view=report&from=2026-01-01&to=2026-10-31'))
  const table = page.getByRole('grid', { name: 'Stunden nach: Tätigkeit' })
  const row = table.getByRole('row', { name: /^Abstimmung/ })
  await expect(row).toBeVisible()
  const hours = (await row.locator('td').first().textContent()) ?? ''
  await expect(page.getByText(/Dialoganteil .*%/)).toBeVisible()
  await row.press('Enter')
  await expect(page).toHaveURL(/view=list/)
  const sums = page.getByRole('status').filter({ hasText: 'Stunden' })
  await expect(sums).toContainText(`Stunden ${hours}`)
  await expect(page.locator('tr[data-row-index]').first()).toContainText('Abstimmung')
  await page.goBack()
  await expect(row).toBeVisible()
})

test('weeks stand in their order with their numbers, and every grouping adds up to the whole', async ({
  launchApp,
  filledLedger,
}) => {
  const app = await launchApp({ ledger: filledLedger })
  const { page } = app
  await page.goto(app.addressOf('/time?view=report&by=week&from=2026-01-01&to=2026-03-01'))
  const weeks = page.getByRole('grid', { name: 'Stunden nach: Woche' })
  await expect(weeks.getByRole('rowheader')).toHaveText([
    'KW 1 · 29.12.2025 – 4.1.2026',
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((week) => new RegExp(`^KW ${week} ·`)),
  ])
  const total = (await weeks.getByRole('row', { name: /^Gesamt/ }).textContent()) ?? ''
  await page.getByRole('button', { name: /nach Woche/ }).click()
  await page.getByRole('option', { name: 'nach Kanal' }).click()
  const channels = page.getByRole('grid', { name: 'Stunden nach: Kanal' })
  await expect(channels.getByRole('row', { name: /^Gesamt/ })).toHaveText(total)
})

test('the hours of a month are saved for a calendar', async ({ launchApp, filledLedger, host }, info) => {
  const app = await launchApp({ ledger: filledLedger })
  const { page } = app
  await page.goto(app.addressOf('/time?view=list&from=2026-10-01&to=2026-10-31'))
  const lead = page.getByRole('status').filter({ hasText: 'Einträge' })
  await expect(lead).toContainText('Einträge')
  const count = Number(/([\d.]+) Einträge/.exec((await lead.textContent()) ?? '')?.[1])
  const { name, text } = await saveFile(app, host, join(info.outputPath(), 'hours.ics'), async () => {
    await page.getByRole('button', { name: 'Exportieren' }).click()
    await page.getByRole('menuitem', { name: /Kalender/ }).click()
  })
  // On a system without a UTF-8 locale, as test machines are, Electron cannot take a name with a dash like this one.
  if (host === 'browser') expect(name).toMatch(/2026-10-01 – 2026-10-31\.ics$/)
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  expect(events).toHaveLength(count)
  const days = events.map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString().slice(0, 7))
  expect(new Set(days)).toEqual(new Set(['2026-10']))
})

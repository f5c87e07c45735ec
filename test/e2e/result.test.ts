// Every figure of Bilanz leads to rows that add up to it.
import { expect, test } from '../support/prepared-ledger.ts'
import {
  close,
  expected,
  fill,
  hundredths,
  importFixtures,
  lastCell,
  minutes,
  openResult,
  pressFigure,
  readRows,
  resultTable,
  settings,
  sumOf,
  total,
} from '../support/result-screen.ts'

test('the sentence, the facts and the table say what the ledger holds', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  await expect(
    page.getByText(/Social Media hat .* 2026 39\.105\s€ mehr gekostet, als es eingebracht hat\./),
  ).toBeVisible()
  await expect(
    page.getByText(/999 Stunden · 44\.313\s€ Arbeit · 10\.387\s€ Anzeigen · 15\.595\s€ Deckungsbeitrag aus 460/),
  ).toBeVisible()
  const row = resultTable(page).getByRole('row', { name: /Instagram/ })
  await expect(row).toContainText(/181,9\s*8\.786\s€\s*6\.616\s€\s*357\s*21\.957\s€\s*12\.076\s€\s*−3\.325\s€/)
  await expect(page.getByRole('row', { name: /Kanalübergreifend/ })).toContainText('nicht umgelegt')
  await expect(page.getByText(/718 sonstige Käufe mit 46\.364\s€ Umsatz/)).toBeVisible()
  await expect(page.getByRole('region', { name: /Wie sicher liegt eine typische Woche/ })).toContainText('< 1 %')
  await expect(page.getByRole('table', { name: 'Arbeit nach Tätigkeit' })).toContainText(/Dialog.*352,4.*15\.335\s€/)
})

test('labour opens as entries whose amounts and hours add up to it', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  expect(await pressFigure(page, /Instagram/, 'Arbeit')).toMatch(/8\.786\s€/)
  await expect(page.getByRole('dialog')).toContainText('192 Buchungen')
  expect(hundredths(await sumOf(page))).toBe(878_582)
  const rows = await readRows(page)
  expect(rows).toHaveLength(192)
  expect(total(rows.map(lastCell))).toBe(878_582)
  await close(page)

  await pressFigure(page, /Instagram/, 'Stunden')
  expect(await sumOf(page)).toBe('181,9')
  // Each row is shown to the minute; 192 of them can be off by half a minute each.
  const shown = total((await readRows(page)).map((cells) => minutes(cells.at(-2) ?? '')))
  expect(Math.abs(shown - 654_685 / 60)).toBeLessThan(96)
})

test('ads open as days of campaigns, more than one page of them', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  await pressFigure(page, /Gesamt/, 'Anzeigen u. a.')
  expect(hundredths(await sumOf(page))).toBe(expected.adSpend.meta.cents)
  const rows = await readRows(page)
  expect(rows.length).toBeGreaterThan(400)
  expect(total(rows.map(lastCell))).toBe(expected.adSpend.meta.cents)
})

test('purchases open with their touches, and their shares add up by every model', async ({ openPrepared }) => {
  const app = await openPrepared(fill, settings)
  let page = await openResult(app)
  const { orders, netCents } = expected.orders.byTargetLastTouch['LinkedIn']!
  expect(await pressFigure(page, /LinkedIn/, 'Käufe')).toBe(String(orders))
  expect(await readRows(page)).toHaveLength(orders)
  await close(page)
  await pressFigure(page, /LinkedIn/, 'Umsatz')
  expect(hundredths(await sumOf(page))).toBe(netCents)
  expect(total((await readRows(page)).map(lastCell))).toBe(netCents)

  page = await openResult(app, '?model=linear')
  await pressFigure(page, /LinkedIn/, 'Umsatz')
  const linear = hundredths(await sumOf(page))
  expect(linear).toBe(347_506)
  const rows = await readRows(page)
  expect(total(rows.map(lastCell))).toBe(linear)
  expect(rows.some((cells) => cells.includes('50\u00a0%'))).toBe(true)
})

test('a result opens as its parts, and each part as its rows', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  await pressFigure(page, /Instagram/, 'Ergebnis')
  expect(hundredths(await sumOf(page))).toBe(-332_525)
  const sheet = page.getByRole('dialog')
  const parts = (await sheet.getByRole('definition').allInnerTexts()).map(hundredths)
  expect(parts).toEqual([1_207_626, 878_582, 661_569, 0])
  await sheet.getByRole('button', { name: /12\.076,26/ }).press('Enter')
  await expect(sheet).toContainText('357 Käufe')
  expect(hundredths(await sumOf(page))).toBe(1_207_626)
  await sheet.getByRole('button', { name: 'Zurück' }).press('Enter')
  expect(hundredths(await sumOf(page))).toBe(-332_525)
})

test('the waterfall is a table too, and its steps open by keyboard', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  const chart = page.getByRole('figure', { name: 'Vom Deckungsbeitrag zum Ergebnis' })
  await chart.getByRole('button', { name: 'Als Tabelle zeigen' }).press('Enter')
  await expect(chart.getByRole('row', { name: /Ergebnis/ }).last()).toContainText(/−39\.104,50\s€/)
  await chart.getByRole('row', { name: /Dialog/ }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Dialog · Arbeit' })).toBeVisible()
  expect(hundredths(await sumOf(page))).toBe(1_533_454)
  await close(page)
  await chart.getByRole('row', { name: /Übrige Arbeit/ }).press('Enter')
  const parts = (await page.getByRole('dialog').getByRole('definition').allInnerTexts()).map(hundredths)
  expect(total(parts)).toBe(hundredths(await sumOf(page)))
})

test('a figure opens the ledger with its filter, and going back finds the view as it was', async ({ openPrepared }) => {
  const app = await openPrepared(fill, settings)
  const page = await openResult(app, '?from=2026-03-01&to=2026-03-31&by=month')
  await pressFigure(page, /März 2026/, 'Arbeit')
  const sum = await sumOf(page)
  await page.getByRole('link', { name: 'Im Hauptbuch öffnen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hauptbuch' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Kosten' })).toContainText(sum)
  await page.goBack()
  await expect(page).toHaveURL(/from=2026-03-01&to=2026-03-31&by=month/)
  await expect(page.getByRole('radio', { name: 'Monat' })).toBeChecked()
})

test('what is kept beside the result opens too', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  await page.getByRole('button', { name: /Suchanzeigen/ }).click()
  expect(hundredths(await sumOf(page))).toBe(expected.adSpend.google.cents)
  await close(page)
  await page.getByRole('button', { name: /718 sonstige Käufe/ }).click()
  const { other, '(none)': none } = expected.orders.byTargetLastTouch
  expect(hundredths(await sumOf(page))).toBe(other!.netCents + none!.netCents)
})

test('period and model are chosen by keyboard and stand in the address', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  await page.getByRole('button', { name: /Zuordnungsmodell/ }).press('Enter')
  await expect(page.getByRole('option', { name: 'Letzter Kontakt' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/model=first/)
  await expect(resultTable(page).getByRole('row', { name: /Instagram/ })).toContainText(/17\.239\s€/)
  await page.getByRole('button', { name: /Zeitraum/ }).press('Enter')
  await page.getByRole('option', { name: 'Dieses Jahr' }).press('Enter')
  await expect(page).toHaveURL(/period=thisYear/)
  await page.reload()
  await expect(page.getByRole('button', { name: /Erster Kontakt/ })).toBeVisible()
  await expect(page.getByText(/Social Media hat im Jahr 2026/)).toBeVisible()
})

test('without rate and margin the result is preliminary and leads to both', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(importFixtures))
  await expect(page.getByText(/28\.355\s€ Umsatz gebracht und 998,6 Stunden Arbeit gebraucht/)).toBeVisible()
  await expect(page.getByRole('region', { name: /Wie sicher/ })).toContainText('Noch nicht zu sagen')
  await expect(page.getByRole('link', { name: 'Stundensatz eintragen' })).toBeVisible()
  await page.getByRole('link', { name: 'Marge eintragen' }).click()
  await expect(page).toHaveURL(/settings\?tab=margin/)
})

test('a ledger without data says what belongs here', async ({ openPrepared }) => {
  const app = await openPrepared(async () => undefined, settings)
  await app.page.goto(app.addressOf('/result'))
  await expect(app.page.getByRole('link', { name: 'Dateien importieren' })).toBeVisible()
  await app.page.getByRole('button', { name: 'Beispiel ansehen' }).click()
  await expect(app.page.getByText(/Social Media hat .* (gekostet|eingebracht)/).first()).toBeVisible()
})

// The figures of the moderation log: from the sentence to the conversations behind a figure, reach typed in, and the table as a file.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { fillModerationMonths } from '../support/moderation-months.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'
import { saveFile } from '../support/saved-files.ts'

const withMonths: Prepare = (client) => fillModerationMonths(client)
const empty: Prepare = () => Promise.resolve()

async function openFigures(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/moderation/figures${search}`))
  await expect(app.page.getByRole('link', { name: 'Auswertung' })).toHaveAttribute('aria-current', 'page')
  return app.page
}

/** The whole of both months. */
const ALL = '?period=all'

test('a figure opens the conversations it counts, and one of them opens in the queue', async ({ openPrepared }) => {
  const page = await openFigures(await openPrepared(withMonths), ALL)
  await expect(page.getByText(/die Hälfte war nach/)).toBeVisible()
  const late = page
    .getByRole('table', { name: 'Antwortzeiten' })
    .getByRole('row', { name: /^Erste Antwort/ })
    .getByRole('button')
    .nth(4)
  const count = Number(await late.textContent())
  expect(count).toBeGreaterThan(0)
  await late.click()
  const sheet = page.getByRole('dialog', { name: 'Erste Antwort zu spät' })
  await expect(sheet.getByText(`${count} ${count === 1 ? 'Gespräch' : 'Gespräche'}`, { exact: true })).toBeVisible()
  await expect(sheet.locator('tbody tr')).toHaveCount(count)
  await expectAccessible(page)
  await sheet.locator('tbody tr').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/moderation\?.*id=\d+/)
  // The sheet is a step of its own: back leads to it.
  await page.goBack()
  await expect(sheet).toBeVisible()
})

test('groupings, bars and their table; complaints and services lead to their rows', async ({ openPrepared }) => {
  const page = await openFigures(await openPrepared(withMonths), `${ALL}&by=topic&show=median`)
  const table = page.getByRole('table', { name: 'Gespräche nach Thema' })
  await expect(table.getByRole('row', { name: /^Lieferung/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radiogroup', { name: 'Aufgeteilt nach' }).getByText('Wochentag').click()
  await expect(
    page.getByRole('table', { name: 'Gespräche nach Wochentag' }).getByRole('row', { name: /^Mittwoch/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Als Tabelle zeigen' }).click()
  const chart = page.getByRole('grid', { name: /Median nach Wochentag/ })
  await chart.getByRole('row', { name: /^Mittwoch/ }).click()
  await expect(page.getByRole('dialog', { name: 'Mittwoch: erste Antworten' })).toBeVisible()
  await page.keyboard.press('Escape')
  const complaints = page.getByRole('table', { name: 'Worüber geschimpft wird' })
  const worst = complaints.locator('tbody tr').first()
  const [name, count] = [await worst.locator('th').textContent(), await worst.getByRole('button').first().textContent()]
  await worst.getByRole('button').first().click()
  const behind = page.getByRole('dialog', { name: `${name}: negativ oder verärgert` })
  await expect(behind.locator('tbody tr')).toHaveCount(Number(count))
  await page.keyboard.press('Escape')
  const services = page.getByRole('table', { name: 'Für andere erledigt' })
  await services
    .getByRole('row', { name: /^Kundendienst/ })
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: 'Kundendienst: Gespräche' })).toBeVisible()
})

test('totals of complaints and services, and the course of a topic, open the rows they add up', async ({
  openPrepared,
}) => {
  const page = await openFigures(await openPrepared(withMonths), ALL)
  const rowsBehind = (name: string) => page.getByRole('dialog', { name }).locator('tbody tr')
  const complaints = page.getByRole('table', { name: 'Worüber geschimpft wird' })
  const all = complaints.getByRole('row', { name: /^Gesamt/ })
  const count = Number(await all.getByRole('button').first().textContent())
  expect(count).toBeGreaterThan(0)
  for (const row of [all, complaints.locator('tbody tr').first()])
    await expect(row.getByRole('button', { name: /^Verlauf je / })).toBeVisible()
  await all.getByRole('button', { name: /^Verlauf je / }).click()
  await expect(rowsBehind('Negativ oder verärgert')).toHaveCount(count)
  await page.keyboard.press('Escape')
  const services = page.getByRole('table', { name: 'Für andere erledigt' })
  const served = services.getByRole('row', { name: /^Gesamt/ }).getByRole('button')
  const servedCount = Number(await served.first().textContent())
  await served.first().click()
  await expect(rowsBehind('Für andere erledigt: Gespräche')).toHaveCount(servedCount)
  // The rows stand in the address: what is open stays open.
  await page.reload()
  await expect(rowsBehind('Für andere erledigt: Gespräche')).toHaveCount(servedCount)
})

test('reach is typed in by keyboard, refused where it is no number, and taken back', async ({ openPrepared }) => {
  const page = await openFigures(await openPrepared(withMonths), ALL)
  await page.getByText('Reichweite der Kanäle').click()
  const year = new Date().getFullYear()
  const january = page.getByRole('textbox', { name: `Facebook, Januar ${year}: erreichte Menschen` })
  const before = await january.inputValue()
  await january.fill('viele')
  await expect(page.getByRole('status').filter({ hasText: 'Bitte eine ganze Zahl ab 0.' })).toBeVisible()
  await page.keyboard.press('Escape')
  await january.fill('98.765')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: `LinkedIn, Januar ${year}: erreichte Menschen` })).toBeFocused()
  await expect(january).toHaveValue('98.765')
  await page.keyboard.press('Control+z')
  await expect(january).toHaveValue(before)
  await expectAccessible(page)
})

test('the table holds texts of the other side only where they are asked for', async ({
  openPrepared,
  host,
}, testInfo) => {
  const app = await openPrepared(withMonths)
  const page = await openFigures(app, ALL)
  const save = async (hasTexts: boolean) => {
    await page.getByRole('button', { name: 'Exportieren' }).click()
    const dialog = page.getByRole('dialog', { name: 'Gespräche als CSV' })
    // Asked anew each time.
    await expect(dialog.getByRole('checkbox')).not.toBeChecked()
    if (hasTexts) await dialog.getByText('Namen, Texte und Adressen mit ausgeben').click()
    else await expectAccessible(page)
    const path = testInfo.outputPath(`conversations-${hasTexts}.csv`)
    const { text } = await saveFile(app, host, path, () =>
      dialog.getByRole('button', { name: 'Datei speichern' }).click(),
    )
    return text
  }
  const plain = await save(false)
  expect(plain).toContain('Nummer;Tag;Uhrzeit')
  expect(plain).not.toContain('Frechheit')
  expect(await save(true)).toContain('Das ist eine Frechheit')
})

test('an empty log says what belongs here', async ({ openPrepared }) => {
  const page = await openFigures(await openPrepared(empty))
  await expect(page.getByText('Noch keine Gespräche')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Zu den Gesprächen' }).click()
  await expect(page).toHaveURL(/\/moderation$/)
})

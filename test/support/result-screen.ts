// What the tests of Bilanz share: a filled ledger, and hands for the table and the sheet of rows.
import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../shared/contract/contract.ts'
import { toDay } from '../../shared/domain/day.ts'
import { FIXTURES, importBytes, newCommandId, readFixture } from './direct-host.ts'
import type { OpenedApp } from './host-fixtures.ts'
import { expect, type Prepare } from './prepared-ledger.ts'

export const settings = { name: 'Rösterei Nordlicht', marginBasisPoints: 5500 }
export const expected = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/expected.json'), 'utf8')) as {
  orders: { byTargetLastTouch: Record<string, { orders: number; netCents: number }> }
  adSpend: { google: { cents: number }; meta: { cents: number } }
}

export const importFixtures: Prepare = (client) => importBytes(client, FIXTURES.map(readFixture))

export async function setRates(client: Client): Promise<void> {
  const { people } = await client.settings.people()
  const boss = people.find(({ name }) => name === 'Geschäftsführung')
  const rates = [
    { personId: null, validFrom: toDay('2026-01-01'), centsPerHour: 4281 },
    { personId: null, validFrom: toDay('2026-07-01'), centsPerHour: 4450 },
    { personId: boss!.id, validFrom: toDay('2026-01-01'), centsPerHour: 9600 },
  ]
  for (const rate of rates) await client.settings.setRate({ commandId: newCommandId(), basis: null, ...rate })
}

export const fill: Prepare = async (client) => {
  await importFixtures(client)
  await setRates(client)
}

export async function openResult(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/result${search}`))
  await expect(resultTable(app.page)).toBeVisible()
  return app.page
}

/** The table below the sentence: other tables of the page name channels too. */
export function resultTable(page: Page): Locator {
  return page.getByRole('table', { name: /Ergebnis nach/ })
}

/** "8.785,82 €" and "−3.325 €" as cents, "181,9" as hundredths. */
export function hundredths(text: string): number {
  const digits = text.replace('\u2212', '-').replace(/[^\d,-]/g, '')
  return Math.round(Number(digits.replace(',', '.')) * 100)
}

/** "1:39 h" as minutes. */
export function minutes(text: string): number {
  const [hours = 0, rest = 0] = text
    .replace(/[^\d:]/g, '')
    .split(':')
    .map(Number)
  return hours * 60 + rest
}

/** Presses a figure in a row of the table by the heading of its column. */
export async function pressFigure(page: Page, row: RegExp, column: string): Promise<string> {
  const table = resultTable(page)
  const headings = await table.getByRole('columnheader').allInnerTexts()
  const cell = table
    .getByRole('row', { name: row })
    .locator('th, td')
    .nth(headings.findIndex((text) => text.trim() === column))
  const figure = cell.getByRole('button')
  const text = await figure.innerText()
  await figure.press('Enter')
  await expect(page.getByRole('dialog').getByText('Summe')).toBeVisible()
  return text
}

export async function sumOf(page: Page): Promise<string> {
  const sum = page.getByRole('dialog').locator('p strong').first()
  await expect(sum).not.toHaveText('…')
  return sum.innerText()
}

/** All rows of the open sheet, read by scrolling as a person would: the list only holds those that are seen. */
export async function readRows(page: Page): Promise<string[][]> {
  const sheet = page.getByRole('dialog')
  const said = await sheet.getByText(/^[\d.]+ (Buchung|Buchungen|Kauf|Käufe)$/).innerText()
  const rows = new Map<number, string[]>()
  const readOn = async () => {
    for (const [index = '', ...cells] of await readAndScroll(sheet.getByRole('table'))) rows.set(Number(index), cells)
    return rows.size
  }
  const patience = { intervals: [20], timeout: 60_000 }
  await expect.poll(readOn, patience).toBeGreaterThanOrEqual(Number(said.replace(/\D/g, '')))
  return [...rows.values()]
}

/** What the list holds now: each row's number and cells. Scrolls to the last of them, never past one that was not read. */
function readAndScroll(table: Locator): Promise<string[][]> {
  return table.locator('tbody tr[data-row-index]').evaluateAll((elements) => {
    elements.at(-1)?.scrollIntoView({ block: 'start' })
    return elements.map((row) => [
      row.getAttribute('data-row-index') ?? '',
      ...[...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
    ])
  })
}

export async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

export const lastCell = (cells: string[]) => hundredths(cells.at(-1) ?? '')
export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

// Bilanz asked in other ways: another period beside it, another window, other costs, other rows – by keyboard, and all of it in the address.
import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { toDay } from '../../shared/domain/day.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, test } from '../support/prepared-ledger.ts'
import {
  fill,
  hundredths,
  lastCell,
  openResult,
  pressFigure,
  readRows,
  resultTable,
  settings,
  sumOf,
  total,
} from '../support/result-screen.ts'
import { fillCompany, resultStates } from '../support/result-states.ts'

/** Opens a switch and chooses from it, as one does without a mouse. */
async function choose(page: Page, switchName: RegExp, option: string, steps: number): Promise<void> {
  await page.getByRole('button', { name: switchName }).press('Enter')
  const list = page.getByRole('dialog').getByRole('listbox')
  await expect(list.getByRole('option', { selected: true })).toBeFocused()
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
  await expect(list.getByRole('option', { name: option })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Waits until the answers to the question in the address are there. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** The cells of a row by the headings of their columns. */
async function readRow(page: Page, name: RegExp): Promise<Record<string, string>> {
  await settle(page)
  const headings = (await resultTable(page).getByRole('columnheader').allInnerTexts()).map((text) => text.trim())
  const cells = await resultTable(page).getByRole('row', { name }).locator('th, td').allInnerTexts()
  return Object.fromEntries(headings.map((heading, index) => [heading, cells[index]?.trim() ?? '']))
}

test('comparison, window and costing are chosen by keyboard, stand in the address, and are taken back at once', async ({
  openPrepared,
}) => {
  const page = await openResult(await openPrepared(fill, settings), '?period=lastMonth')
  await expect(page.getByRole('button', { name: 'Ansicht zurücksetzen' })).toBeHidden()
  await choose(page, /^Vergleich/, 'Zeitraum davor', 1)
  await expect(page).toHaveURL(/vs=previous/)
  await choose(page, /^Zuordnungsfenster/, '90 Tage', 1)
  await expect(page).toHaveURL(/window=90/)
  await choose(page, /^Kostenrechnung/, 'Vollkosten nach Stunden', 1)
  await expect(page).toHaveURL(/costing=hours/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Kostenrechnung: Vollkosten nach Stunden' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Zuordnungsfenster: 90 Tage' })).toBeVisible()
  await page.getByRole('button', { name: 'Ansicht zurücksetzen' }).press('Enter')
  await expect(page).toHaveURL(/\/result\?period=lastMonth$/)
})

test('the window of the ledger is marked, and an own one is computed on reading', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  const open = () => page.getByRole('button', { name: /^Zuordnungsfenster/ }).press('Enter')
  await open()
  const sheet = page.getByRole('dialog', { name: 'Zuordnungsfenster' })
  await expect(sheet.getByRole('option', { name: '30 Tage' })).toContainText('Fenster des Hauptbuchs')
  await expect(sheet).toContainText('ein anderes Fenster wird hier beim Lesen gerechnet und ändert nichts im Hauptbuch')
  await sheet.getByRole('textbox', { name: /Eigenes Fenster/ }).fill('14')
  await sheet.getByRole('button', { name: 'Übernehmen' }).press('Enter')
  await expect(page).toHaveURL(/window=14/)
  await expect(page.getByRole('button', { name: 'Zuordnungsfenster: 14 Tage' })).toBeVisible()
  await open()
  await sheet.getByRole('option', { name: '30 Tage' }).press('Enter')
  await expect(page).not.toHaveURL(/window/)
})

test('full costing divides the same total, and says what a channel carries of the rest', async ({ openPrepared }) => {
  const app = await openPrepared(fill, settings)
  let page = await openResult(app)
  const direct = await readRow(page, /Gesamt/)
  const pot = await readRow(page, /Kanalübergreifend/)
  for (const costing of ['hours', 'cost', 'posts']) {
    page = await openResult(app, `?costing=${costing}`)
    expect(await readRow(page, /Gesamt/)).toEqual(direct)
    await expect(resultTable(page).getByRole('row', { name: /Kanalübergreifend/ })).toHaveCount(0)
  }
  await expect(page.getByText(/Zu gleichen Teilen umgelegt.*15\.285\s€ und 264,4 Stunden/)).toBeVisible()

  page = await openResult(app, '?costing=hours')
  await expect(page.getByText(/Umgelegt nach direkten Stunden: 15\.285\s€ und 264,4 Stunden/)).toBeVisible()
  await expect(page.getByRole('region', { name: /Wie sicher/ })).toContainText('Gerechnet mit Teilkosten.')
  await pressFigure(page, /Instagram/, 'Arbeit')
  const sum = hundredths(await sumOf(page))
  const sheet = page.getByRole('dialog')
  const parts = (await sheet.getByRole('definition').allInnerTexts()).map(hundredths)
  expect(parts[0]).toBe(878_582)
  expect(total(parts)).toBe(sum)
  await sheet.getByRole('button', { name: /8\.785,82/ }).press('Enter')
  expect(hundredths(await sumOf(page))).toBe(878_582)
  await sheet.getByRole('button', { name: 'Zurück' }).press('Enter')
  await sheet.getByRole('definition').nth(1).getByRole('button').press('Enter')
  expect(Math.abs(hundredths(await sumOf(page)) - hundredths(pot['Arbeit'] ?? ''))).toBeLessThan(100)
})

test('two periods stand beside each other, with what is different', async ({ openPrepared }) => {
  const app = await openPrepared(fill, settings)
  const october = await readRow(await openResult(app, '?from=2026-10-01&to=2026-10-31'), /Gesamt/)
  const september = await readRow(await openResult(app, '?from=2026-09-01&to=2026-09-30'), /Gesamt/)
  const page = await openResult(app, '?from=2026-10-01&to=2026-10-31&vs=previous')
  await expect(page.getByText('Unterschied zu September 2026.')).toBeVisible()
  const headings = (await resultTable(page).getByRole('columnheader').allInnerTexts()).map((text) => text.trim())
  const cells = await resultTable(page)
    .getByRole('row', { name: /Gesamt/ })
    .locator('th, td')
    .allInnerTexts()
  for (const column of ['Stunden', 'Umsatz', 'Ergebnis']) {
    const at = headings.indexOf(column)
    const value = hundredths(cells[at] ?? '')
    expect(value).toBe(hundredths(october[column] ?? ''))
    expect(headings[at + 1]).toMatch(/^Unterschied/)
    // Shown in whole euros: each of the three may be rounded the other way.
    const difference = value - hundredths(september[column] ?? '')
    expect(Math.abs(hundredths(cells[at + 1] ?? '') - difference)).toBeLessThanOrEqual(100)
  }
  await openResult(app, '?from=2026-10-01&to=2026-10-31&vs=yearBefore')
  await expect(page.getByText('Zum Vergleich mit Oktober 2025 steht nichts im Hauptbuch.')).toBeVisible()
})

interface Made {
  readonly postId: number
  readonly clientId: number
  readonly departmentId: number
}

/** A post with a pillar and a format, work for it, for a client and for a department, and a purchase the post led to. */
async function addDimensions(client: Client): Promise<Made> {
  const add = async (list: 'pillar' | 'client' | 'department', name: string) =>
    (await client.records.addNamed({ commandId: newCommandId(), list, name })).recordId!
  const pillarId = await add('pillar', 'Herkunft')
  const clientId = await add('client', 'Hotel Seeblick')
  const departmentId = await add('department', 'Personal')
  const { recordId: channelId } = await client.settings.addChannel({
    commandId: newCommandId(),
    network: 'instagram',
    name: 'Zweitkanal',
  })
  const post = { title: 'Ernte in Huila', channelId, format: 'reel', pillarId, campaignId: null } as const
  const made = await client.records.addPost({
    commandId: newCommandId(),
    post: { ...post, publishedOn: toDay('2026-03-02') },
  })
  const postId = made.recordId!
  const nothing = {
    personId: null,
    campaignId: null,
    postId: null,
    clientId: null,
    departmentId: null,
    channelId: null,
  }
  const labour = { day: toDay('2026-03-02'), scope: 'social', kind: 'labour', text: 'Arbeit' } as const
  const work = [
    { ...nothing, cents: 123_45, seconds: 9_000, activity: 'content', postId, channelId },
    { ...nothing, cents: 67_89, seconds: 3_600, activity: 'content', clientId },
    { ...nothing, cents: 45_67, seconds: 5_400, activity: 'coordination', departmentId },
  ] as const
  for (const line of work)
    await client.ledger.addManualLine({ commandId: newCommandId(), line: { ...labour, ...line } })
  const sale = {
    name: 'Hotelbestellung',
    day: toDay('2026-03-04'),
    paidCents: 238_00,
    taxCents: 38_00,
    refundedCents: 0,
    origin: null,
    campaignId: null,
    clientId,
  }
  const { recordId: eventId } = await client.revenue.addSale({ commandId: newCommandId(), sale })
  const touch = { kind: 'post', day: toDay('2026-03-03'), time: '10:00', scope: 'social', channelId, postId } as const
  await client.revenue.addTouch({ commandId: newCommandId(), eventId: eventId!, touch })
  return { postId, clientId, departmentId }
}

test('every grouping is chosen by keyboard and has its table', async ({ openPrepared }) => {
  const app = await openPrepared(addDimensions, settings)
  const page = await openResult(app)
  for (const name of ['Kampagne', 'Beitrag', 'Tätigkeit', 'Monat', 'Kanal']) {
    await page.getByRole('radio', { name }).press('Space')
    await expect(page.getByRole('table', { name: `Ergebnis nach ${name}` })).toBeVisible()
  }
  for (const [steps, name] of ['Säule', 'Format', 'Person', 'Kunde', 'Abteilung'].entries()) {
    await openResult(app)
    await page.getByRole('button', { name: /Weitere/ }).press('Enter')
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: `Ergebnis nach ${name}` })).toBeVisible()
  }
})

test('work by post, pillar, format, client and department opens as the entries it is the sum of', async ({
  openPrepared,
}) => {
  const app = await openPrepared(addDimensions, settings)
  const labour: [string, RegExp, number][] = [
    ['post', /Ernte in Huila/, 123_45],
    ['pillar', /Herkunft/, 123_45],
    ['format', /Reel/, 123_45],
    ['client', /Hotel Seeblick/, 67_89],
    ['department', /Personal/, 45_67],
  ]
  for (const [by, row, cents] of labour) {
    const page = await openResult(app, `?by=${by}`)
    await pressFigure(page, row, 'Arbeit')
    expect(hundredths(await sumOf(page))).toBe(cents)
    expect(total((await readRows(page)).map(lastCell))).toBe(cents)
  }
})

test('revenue by post, pillar, format and client opens as the purchases it is the sum of', async ({ openPrepared }) => {
  const app = await openPrepared(addDimensions, settings)
  const earning: [string, RegExp][] = [
    ['post', /Ernte in Huila/],
    ['pillar', /Herkunft/],
    ['format', /Reel/],
    ['client', /Hotel Seeblick/],
  ]
  for (const [by, row] of earning) {
    const page = await openResult(app, `?by=${by}`)
    await pressFigure(page, row, 'Umsatz')
    expect(hundredths(await sumOf(page))).toBe(200_00)
    expect(total((await readRows(page)).map(lastCell))).toBe(200_00)
  }
})

test('assumptions are shown around the result, the strongest first, and as a table', async ({ openPrepared }) => {
  const page = await openResult(await openPrepared(fill, settings))
  const card = page.getByRole('region', { name: 'Was das Ergebnis am stärksten bewegt' })
  await card.scrollIntoViewIfNeeded()
  const bars = card.getByRole('listitem')
  await expect(bars).toHaveCount(4)
  const spoken = await bars.evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''))
  expect(spoken[0]).toMatch(/^Stundensatz: von −47\.967\s€ \(\+20\s%\) bis −30\.242\s€ \(−20\s%\)$/)
  const spans = spoken.map((text) => {
    const [low = '', high = ''] = text.match(/−?[\d.]+\s€/g) ?? []
    return hundredths(high) - hundredths(low)
  })
  expect(spans).toEqual(spans.toSorted((a, b) => b - a))
  await expect(card).toContainText(/Strich: das Ergebnis von −39\.105\s€/)
  await card.getByRole('button', { name: 'Als Tabelle zeigen' }).press('Enter')
  await expect(card.getByRole('row', { name: /Stundensatz/ })).toContainText(/\+20\s%.*−47\.967,\d\d\s€.*−20\s%/)
})

test('ratios say what they hide, and findings lead to their rows', async ({ openPrepared }) => {
  const page = await openResult(
    await openPrepared(async (client) => {
      await fill(client)
      const nowhere = { campaignId: null, postId: null, conversationId: null, clientId: null, channelId: null }
      const lead = {
        name: 'Hotel am See',
        day: toDay('2026-10-01'),
        valueCents: 1_000_00,
        probabilityBasisPoints: 2500,
      }
      await client.revenue.addLead({
        commandId: newCommandId(),
        lead: { ...lead, ...nowhere, expectedOn: null, note: '' },
      })
    }, settings),
  )
  const ratios = page.getByRole('region', { name: /Verhältniszahlen/ })
  await ratios.scrollIntoViewIfNeeded()
  await expect(ratios).toContainText(/ROI.*−71\s%/)
  for (const name of ['ROAS laut Plattformen', 'ROAS aus eigenen Daten', 'ROAS mit allen Kosten']) {
    await expect(ratios).toContainText(name)
  }
  await expect(page.getByRole('region', { name: 'Offene Leads' })).toContainText(/250\s€/)
  const unloved = page.getByRole('region', { name: 'Ungeliebte Aufgaben' })
  const figure = unloved.getByRole('button', { name: /84,6 Std\. · 3\.670\s€/ })
  await figure.press('Enter')
  expect(Math.round(hundredths(await sumOf(page)) / 100)).toBe(3_670)
})

test('without hours no verdict is claimed; with one channel the sentence names it', async ({ openPrepared }) => {
  let page = await openResult(await openPrepared((client) => fillCompany(client, resultStates['no-hours'])))
  await expect(page.getByRole('region', { name: /Wie sicher/ })).toContainText('Noch nicht zu sagen')
  await expect(page.getByText(/trägt sich|Positiv seit/)).toHaveCount(0)
  page = await openResult(await openPrepared((client) => fillCompany(client, resultStates['one-channel'])))
  await expect(page.getByText(/Der einzige Kanal ist Instagram/)).toBeVisible()
})

// The list of time by keyboard: filtered, chosen, changed at once, undone; what is locked stays and is said.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { saveFile } from '../support/saved-files.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'
import { join } from 'node:path'

const BERLIN_NINE = Date.parse('2026-10-26T08:00:00Z')
const HOUR = 3_600_000

/** Twelve hours over three days of October, four in a closed January. */
const fill: Prepare = async (client) => {
  const command = () => ({ commandId: newCommandId() })
  const { recordId: personId } = await client.settings.addPerson({ ...command(), name: 'Lena' })
  await client.settings.setRate({
    ...command(),
    personId: null,
    validFrom: '2025-01-01',
    centsPerHour: 4_000,
    basis: null,
  })
  const { recordId: channelId } = await client.settings.addChannel({
    ...command(),
    network: 'instagram',
    name: 'Instagram',
  })
  await client.records.addNamed({ ...command(), list: 'client', name: 'Café Ahoi' })
  const work = {
    campaignId: null,
    clientId: null,
    projectId: null,
    departmentId: null,
    targets: [],
    scope: 'social' as const,
  }
  const entry = (startedAt: number, index: number) => ({
    ...work,
    personId: personId!,
    channelId: index % 2 === 0 ? channelId : null,
    activity: index % 3 === 0 ? ('dialogue' as const) : ('content' as const),
    note: index === 5 ? 'Äthiopien geschnitten' : `Notiz ${index}`,
    isBillable: false,
    startedAt,
    endedAt: startedAt + HOUR / 2,
  })
  const starts = [0, 1, 2].flatMap((day) => [0, 1, 2, 3].map((hour) => BERLIN_NINE + day * 24 * HOUR + hour * HOUR))
  await client.time.add({ ...command(), entries: starts.map(entry) })
  const january = Date.parse('2026-01-12T08:00:00Z')
  await client.time.add({ ...command(), entries: [0, 1, 2, 3].map((hour) => entry(january + hour * HOUR, hour)) })
  await client.ledger.closeMonth({ ...command(), month: '2026-01' })
}

async function openList(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/time?view=list${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Zeit' })).toBeVisible()
  return app.page
}

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Zeiteinträge' }).locator('tr[data-row-index]')
const sumsOf = (page: Page) => page.getByRole('status').filter({ hasText: 'Stunden' })

test('filters narrow the list and its sums, and survive going away and back', async ({ openPrepared }) => {
  const page = await openList(await openPrepared(fill))
  await expect(rowsOf(page)).toHaveCount(16)
  await expect(sumsOf(page)).toContainText('16 Einträge')
  await expect(sumsOf(page)).toContainText('320,00')
  await page.getByRole('searchbox', { name: 'Suche' }).fill('ÄTHIOPIEN')
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(rowsOf(page)).toContainText('Äthiopien geschnitten')
  await page.getByRole('searchbox', { name: 'Suche' }).fill('')
  await expect(rowsOf(page)).toHaveCount(16)
  await page.getByRole('button', { name: /Alle Tätigkeiten/ }).click()
  await page.getByRole('option', { name: 'Dialog' }).click()
  await expect(rowsOf(page)).toHaveCount(6)
  await page.getByRole('link', { name: 'Bilanz' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bilanz' })).toBeVisible()
  await page.getByRole('link', { name: 'Zeit', exact: true }).click()
  await expect(rowsOf(page)).toHaveCount(6)
  await expect(page).toHaveURL(/activity=dialogue/)
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click()
  await expect(rowsOf(page)).toHaveCount(16)
})

test('many entries are chosen by keyboard, changed at once, and changed back', async ({ openPrepared }) => {
  const page = await openList(await openPrepared(fill))
  const rows = rowsOf(page)
  await rows.first().focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 ausgewählt')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog', { name: '3 Einträge ändern' })
  await dialog.getByRole('button', { name: 'Ändern' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('noch nichts gewählt')
  await dialog.getByRole('combobox', { name: 'Kunde' }).fill('Ahoi')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Ändern', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Café Ahoi' })).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows.filter({ hasText: 'Café Ahoi' })).toHaveCount(0)
  // What was chosen stays chosen.
  await expect(page.getByText('3 ausgewählt')).toBeVisible()
})

test('deleting all leaves closed months alone, says so, and can be undone', async ({ openPrepared }) => {
  const page = await openList(await openPrepared(fill))
  const rows = rowsOf(page)
  await rows.first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('16 ausgewählt')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/12 Einträge gelöscht\. Unverändert: 4 in abgeschlossenen Monaten bleiben/)).toBeVisible()
  await expect(rows).toHaveCount(4)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(16)
})

test('what cannot be deleted says so', async ({ openPrepared }) => {
  const page = await openList(await openPrepared(fill), '&from=2026-01-01&to=2026-01-31')
  await expect(rowsOf(page)).toHaveCount(4)
  await rowsOf(page).first().focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nichts davon lässt sich ändern.')).toBeVisible()
  await expect(page.getByText('Unverändert: 1 im abgeschlossenen Monat bleibt.')).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(4)
})

test('entries move by days at the same time on the clock, over the end of summer time', async ({ openPrepared }) => {
  const page = await openList(await openPrepared(fill), '&from=2026-10-26&to=2026-10-26')
  const rows = rowsOf(page)
  await expect(rows).toHaveCount(4)
  await rows.first().click()
  await page.getByRole('button', { name: 'Verschieben' }).click()
  const dialog = page.getByRole('dialog', { name: '1 Eintrag verschieben' })
  await dialog.getByRole('textbox', { name: 'Um wie viele Tage?' }).fill('-3')
  await page.keyboard.press('Tab')
  await expect(dialog).toContainText('23.10.26')
  await dialog.getByRole('button', { name: 'Verschieben' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rows).toHaveCount(3)
  const app = page.url().split('/time')[0]
  await page.goto(`${app}/time?view=list&from=2026-10-23&to=2026-10-23`)
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(rowsOf(page)).toContainText('12:00 – 12:30')
})

test('what the list shows is saved as a table', async ({ openPrepared, host }, info) => {
  const app = await openPrepared(fill)
  const page = await openList(app, '&activity=dialogue')
  await expect(rowsOf(page)).toHaveCount(6)
  const { name, text } = await saveFile(app, host, join(info.outputPath(), 'hours.csv'), async () => {
    await page.getByRole('button', { name: 'Exportieren' }).click()
    await page.getByRole('menuitem', { name: /CSV/ }).click()
  })
  // On a system without a UTF-8 locale, as test machines are, Electron cannot take a name with a dash like this one.
  if (host === 'browser') expect(name).toMatch(/Zeiten\.csv$/)
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(7)
  expect(lines.slice(1).every((line) => line.includes(';Dialog;'))).toBe(true)
})

test('an empty ledger says what belongs here, a filter without entries says why', async ({ openPrepared }) => {
  const app = await openPrepared(async () => undefined)
  const page = await openList(app)
  await expect(page.getByText('Noch keine Zeiteinträge')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Zeit nachtragen' })).toBeVisible()
  await openList(app, '&text=nirgends')
  await expect(page.getByText('Kein Eintrag passt zu diesem Filter')).toBeVisible()
})

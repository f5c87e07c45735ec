import type { Page } from '@playwright/test'
import {
  dropFiles,
  type DroppedFile,
  emptyFile,
  fixtureFile,
  FOUR_FILES,
  laterShopExport,
  ordersInDollars,
  renamedPdf,
  timesWithFiveBrokenRows,
  timesWithoutDuration,
} from '../support/drop-files.ts'
import { expect, test } from '../support/host-fixtures.ts'

const fourFiles = FOUR_FILES.map(fixtureFile)
const importFour = /^4 Dateien importieren: 1\.023\sZeiteinträge, 508\sAnzeigenzeilen, 1\.222\sBestellungen$/

const fileRow = (page: Page, name: string) => page.getByRole('rowgroup', { name, exact: true })
const commit = (page: Page) => page.getByRole('button', { name: /importieren: / })
const done = (page: Page) => page.getByText(/^Im Hauptbuch angekommen: /)
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()

async function openImports(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Importe', level: 1 })).toBeVisible()
}

function times(name: string, rows: readonly string[]): DroppedFile {
  const header = 'Start date,Start time,Duration,User,Project,Description'
  return { name, bytes: Buffer.from([header, ...rows, ''].join('\n')) }
}

function timesWithOddRows(): DroppedFile {
  return times('zeiten-eigen.csv', [
    '2026-03-02,09:00:00,01:00:00,Ute,Eigenes Projekt,Newsletter',
    '2026-03-03,09:00:00,01:00:00,Ute,,Planung',
    '2026-03-04,09:00:00,01:00:00,Ute,,Planung',
    '2026-03-05;09:00:00;01:00:00;Ute;Instagram;Reel',
  ])
}

function timesWithManyProjects(count: number): DroppedFile {
  const projects = Array.from({ length: count }, (_, index) => `Vorhaben ${index + 1}`)
  return times(
    'zeiten-viele.csv',
    projects.map((project, index) => `2026-03-02,${String(index).padStart(2, '0')}:00:00,00:30:00,Ute,${project},`),
  )
}

function shopExportWithoutOneOrder(): DroppedFile {
  const csv = fixtureFile('shopify-orders.csv').bytes.toString('utf8')
  const filtered = csv.slice(0, csv.indexOf('\n#1002,')) + csv.slice(csv.indexOf('\n#1003,'))
  return { name: 'shopify-orders-gefiltert.csv', bytes: Buffer.from(filtered) }
}

async function importFiles(page: Page): Promise<void> {
  await commit(page).click()
  await expect(done(page)).toBeVisible()
}

test('four files dropped at once: previewed, imported, undone, imported again; the same file adds nothing', async ({
  app,
  page,
}) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, fourFiles)
  await expect(page.getByRole('button', { name: importFour })).toBeEnabled()

  await expect(fileRow(page, 'toggl-detailed.csv')).toContainText('Toggl Track')
  await expect(fileRow(page, 'toggl-detailed.csv')).toContainText('998,6\u00a0h')
  await expect(fileRow(page, 'meta-ads-de.csv')).toContainText('488 neu')
  await expect(fileRow(page, 'meta-ads-de.csv')).toContainText('10.386,89\u00a0€')
  await expect(fileRow(page, 'google-ads-de.csv')).toContainText('20 neu')
  await expect(fileRow(page, 'google-ads-de.csv')).toContainText('Eine Zeile ausgelassen')
  await expect(fileRow(page, 'shopify-orders.csv')).toContainText('Jan – Okt 2026')
  await expect(fileRow(page, 'shopify-orders.csv')).toContainText('44 offene oder stornierte Bestellungen')
  await expect(page.getByText('6 Zuordnungen bitte prüfen')).toBeVisible()
  await tab(page, /Verlauf/)
  await expect(page.getByText('Noch nichts importiert')).toBeVisible()
  await tab(page, /Neuer Import/)

  await importFiles(page)
  await expect(done(page)).toContainText(/1\.023\sZeiteinträge, 508\sAnzeigenzeilen, 1\.222\sBestellungen/)
  await tab(page, /Verlauf/)
  await expect(page.getByRole('table', { name: 'Verlauf der Importe' }).locator('tbody tr')).toHaveCount(4)

  await page.keyboard.press('Control+z')
  await expect(page.getByText('Noch nichts importiert')).toBeVisible()
  await tab(page, /Neuer Import/)
  await expect(done(page)).toBeHidden()

  await dropFiles(page, fourFiles)
  await expect(page.getByRole('button', { name: importFour })).toBeEnabled()
  await importFiles(page)

  await dropFiles(page, [fixtureFile('meta-ads-de.csv')])
  await expect(fileRow(page, 'meta-ads-de.csv')).toContainText(
    'Alle 488 Anzeigenzeilen sind schon da. Diese Datei bringt nichts Neues.',
  )
  await expect(page.getByRole('button', { name: 'Importieren', exact: true })).toBeDisabled()
})

test('a later export shows what changed before anything is agreed to, and a superseded import says what to do', async ({
  app,
  page,
}) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [fixtureFile('shopify-orders.csv')])
  await importFiles(page)

  await dropFiles(page, [laterShopExport()])
  const file = fileRow(page, 'shopify-orders-november.csv')
  await expect(file).toContainText('2 Zeilen geändert und eine neu')
  const change = file.getByRole('row', { name: /#1001/ })
  await expect(change).toContainText('geändert')
  await expect(change).toContainText('0,00\u00a0€')
  await expect(change).toContainText('56,70\u00a0€')
  await expect(commit(page)).toHaveText(/3\sBestellungen/)
  await file.getByText('Geänderte übernehmen').click()
  await expect(commit(page)).toHaveText('Eine Datei importieren: eine Bestellung')
  await file.getByText('Geänderte übernehmen').click()
  await importFiles(page)

  await tab(page, /Verlauf/)
  await page.getByRole('button', { name: 'Import von „shopify-orders.csv“ zurücknehmen' }).click()
  await expect(page.getByRole('alert')).toContainText(
    'Nehmen Sie zuerst den Import von „shopify-orders-november.csv“ zurück',
  )
  await page.getByRole('button', { name: 'Schließen', exact: true }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await page.getByRole('button', { name: 'Import von „shopify-orders.csv“ zurücknehmen' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Import von „shopify-orders-november.csv“ zurücknehmen' }).click()
  await expect(page.getByRole('table', { name: 'Verlauf der Importe' }).locator('tbody tr')).toHaveCount(1)
  await expect(page.getByRole('alert')).toBeHidden()
  await page.getByRole('button', { name: 'Import von „shopify-orders.csv“ zurücknehmen' }).click()
  await expect(page.getByText('Noch nichts importiert')).toBeVisible()
})

test('a mapping is answered by keyboard before the import, and changed afterwards for what is imported', async ({
  app,
  page,
}) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [fixtureFile('meta-ads-de.csv')])
  const open = page.getByRole('button', { name: /„Herbst-Lookalike“ zählt als/ })
  await open.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Face')
  await page.keyboard.press('Enter')
  await expect(open).toContainText('Facebook')
  await expect(page.getByText('Ihre Wahl')).toBeVisible()
  await importFiles(page)

  await tab(page, /Zuordnungen/)
  const remembered = page.getByRole('row', { name: /Herbst-Lookalike/ })
  await expect(remembered).toContainText('173')
  await remembered.getByRole('button').click()
  await page.getByRole('option', { name: 'Nicht Social Media' }).click()
  await expect(page.getByText('„Herbst-Lookalike“ neu zugeordnet, 173 Zeilen geändert')).toBeVisible()
  await expect(remembered.getByRole('button')).toContainText('Nicht Social Media')
  await page.keyboard.press('Control+z')
  await expect(remembered.getByRole('button')).toContainText('Facebook')

  await tab(page, /Neuer Import/)
  await dropFiles(page, [fixtureFile('meta-ads-de.csv')])
  await expect(page.getByText('Alles ist bekannt oder eindeutig. Es gibt nichts zu entscheiden.')).toBeVisible()
})

test('each bad file gets its sentence, and the good rows can still be imported', async ({ app, page }) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [emptyFile(), renamedPdf(), timesWithoutDuration()])
  await expect(fileRow(page, 'leer.csv')).toContainText('Die Datei ist leer.')
  await expect(fileRow(page, 'bericht.csv')).toContainText('Das ist keine Tabelle')
  await expect(fileRow(page, 'bericht.csv')).toContainText('PDF-Dokument')
  await expect(fileRow(page, 'zeiten-ohne-dauer.csv')).toContainText('notwendige Spalte fehlt')
  await expect(fileRow(page, 'zeiten-ohne-dauer.csv')).toContainText('Es fehlt: ')
  await expect(page.getByText('Hier gibt es nichts zu importieren.')).toBeVisible()

  await dropFiles(page, [timesWithFiveBrokenRows(), ordersInDollars()])
  const times = fileRow(page, 'zeiten-kaputt.csv')
  await expect(times).toContainText('5 Zeilen lassen sich nicht lesen und bleiben draußen')
  await expect(times.getByRole('row', { name: /^11 Start date 2026-13-45 Das ist kein Datum/ })).toBeVisible()
  await expect(times.getByRole('button', { name: 'Liste kopieren' })).toBeVisible()
  await expect(fileRow(page, 'shop-dollar.csv')).toContainText('Eine Zeile in USD bleibt draußen')

  await page.getByRole('button', { name: '„leer.csv“ weglassen' }).click()
  await expect(fileRow(page, 'leer.csv')).toBeHidden()
  await expect(commit(page)).toHaveText(/^2 Dateien importieren: 1\.018\sZeiteinträge, 1\.221\sBestellungen$/)
  await importFiles(page)
  await expect(page.getByText('2 Dateien ließen sich nicht lesen und blieben draußen.')).toBeVisible()
})

test('files too large are refused before they are read', async ({ app, page }) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [emptyFile()])
  await page.evaluate(() => {
    const file = new File(['x'], 'riesig.csv', { lastModified: 0 })
    // 300 MB that nobody has to allocate; reading them would fail.
    Object.defineProperty(file, 'size', { value: 300 * 1024 * 1024 })
    const dropped = new DragEvent('drop', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true })
    Object.defineProperty(dropped, 'dataTransfer', { value: { types: ['Files'], files: [file] } })
    window.dispatchEvent(dropped)
  })
  const row = fileRow(page, 'riesig.csv')
  await expect(row).toContainText('„riesig.csv“ ist zu groß.')
  await expect(row).toContainText('300\u00a0MB, erlaubt sind 200\u00a0MB')
})

test('a later export without a row: what is missing is said, deleted only when asked to, and then said as done', async ({
  app,
  page,
}) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [fixtureFile('shopify-orders.csv')])
  await importFiles(page)

  await dropFiles(page, [shopExportWithoutOneOrder()])
  const file = fileRow(page, 'shopify-orders-gefiltert.csv')
  await expect(file).toContainText('1 fehlt')
  await expect(file).toContainText(/1\.221\sBestellungen sind schon da/)
  await file.getByText('Die fehlende Zeile löschen').click()
  await importFiles(page)
  await expect(done(page)).toHaveText('Im Hauptbuch angekommen: eine Zeile gelöscht.')
})

test('projects can be kept out of social media, entries without one are named, and an unsplit row gets its hint', async ({
  app,
  page,
}) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [timesWithOddRows()])
  const file = fileRow(page, 'zeiten-eigen.csv')
  await expect(file).toContainText('anderes Trennzeichen')
  await expect(page.getByText('2 Einträge ohne Projekt zählen als kanalübergreifend.')).toBeVisible()
  const project = page.getByRole('button', { name: /„Eigenes Projekt“ zählt als/ })
  await project.click()
  await page.getByRole('option', { name: /^Nicht Social Media/ }).click()
  await expect(project).toContainText('Nicht Social Media')
  await importFiles(page)
})

test('many words of a kind can be answered at once', async ({ app, page }) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [timesWithManyProjects(24)])
  await page.getByRole('button', { name: /Alle 24 übrigen unter „Projekt → Kanal“ setzen auf/ }).click()
  await page.getByRole('option', { name: /^Kein Kanal/ }).click()
  await expect(page.getByText('Ihre Wahl')).toHaveCount(24)
  await expect(page.getByRole('button', { name: /Alle 24 übrigen/ })).toBeHidden()
})

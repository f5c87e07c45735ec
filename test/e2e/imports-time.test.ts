// Hours of other trackers: dropped, recognised, imported; later exports beside what was changed by hand.
import type { Page } from '@playwright/test'
import { dropFiles, fixtureFile, TRACKER_FILES, type DroppedFile } from '../support/drop-files.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { importBytes, newCommandId } from '../support/direct-host.ts'
import { expect, test } from '../support/prepared-ledger.ts'

const fileRow = (page: Page, name: string) => page.getByRole('rowgroup', { name, exact: true })
const commit = (page: Page) => page.getByRole('button', { name: /importieren: / })
const done = (page: Page) => page.getByText(/^Im Hauptbuch angekommen: /)

async function openImports(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Importe', level: 1 })).toBeVisible()
}

async function importFiles(page: Page): Promise<void> {
  await commit(page).click()
  await expect(done(page)).toBeVisible()
}

function changed(name: (typeof TRACKER_FILES)[number], from: string, to: string): DroppedFile {
  const text = fixtureFile(name).bytes.toString('utf8')
  expect(text).toContain(from)
  return { name: `spaeter-${name}`, bytes: Buffer.from(text.replace(from, to)) }
}

const WHAT: Readonly<Record<(typeof TRACKER_FILES)[number], readonly [string, number]>> = {
  'clockify-detailed.csv': ['Clockify', 10],
  'clockify-de.csv': ['Clockify', 3],
  'harvest-detailed.csv': ['Harvest', 7],
  'harvest-de.csv': ['Harvest', 2],
  'kimai-de.csv': ['Kimai', 7],
  'kimai-en.csv': ['Kimai', 3],
}

test('each tracker’s file says what it is and what stays out, and all of them arrive and are taken back', async ({
  app,
  page,
}) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, TRACKER_FILES.map(fixtureFile))
  for (const name of TRACKER_FILES) {
    const [tracker, rows] = WHAT[name]
    await expect(fileRow(page, name)).toContainText(tracker)
    await expect(fileRow(page, name)).toContainText(`${rows} neu`)
  }
  const clockify = fileRow(page, 'clockify-detailed.csv')
  await expect(clockify).toContainText('2 Zeilen lassen sich nicht lesen und bleiben draußen')
  await expect(clockify.getByRole('row', { name: /^15 Start Date 13\/45\/2026/ })).toBeVisible()
  await expect(clockify).toContainText('2 Zeilen ausgelassen')
  await expect(fileRow(page, 'harvest-detailed.csv')).toContainText('7 Zeiteinträge haben nur Stunden, ohne Uhrzeit.')
  await expect(fileRow(page, 'kimai-de.csv')).not.toContainText('ohne Uhrzeit')

  await importFiles(page)
  await expect(done(page)).toContainText('32 Zeiteinträge')
  await page.keyboard.press('Control+z')
  await page.getByRole('tab', { name: /Verlauf/ }).click()
  await expect(page.getByText('Noch nichts importiert')).toBeVisible()
})

test('a later export shows corrected hours as lengths, and writes them', async ({ app, page }) => {
  await openImports(page, app.addressOf('/imports'))
  await dropFiles(page, [fixtureFile('harvest-detailed.csv')])
  await importFiles(page)
  const later = changed('harvest-detailed.csv', 'drei Texte,"2,5"', 'drei Texte,"3,25"')
  await dropFiles(page, [later])
  const file = fileRow(page, later.name)
  await expect(file).toContainText('eine Zeile geändert')
  const change = file.getByRole('row', { name: /Titelbild und drei Texte/ })
  await expect(change).toContainText('Länge')
  await expect(change).toContainText('2:30')
  await expect(change).toContainText('3:15')
  await importFiles(page)
  await dropFiles(page, [later])
  await expect(fileRow(page, later.name)).toContainText('Alle 7 Zeiteinträge sind schon da.')
})

async function billableChangedByHand(client: Client): Promise<void> {
  const { name, bytes } = fixtureFile('harvest-detailed.csv')
  await importBytes(client, [{ name, bytes }])
  const { rows } = await client.time.list({ filter: { text: 'Titelbild' } })
  await client.time.update({
    commandId: newCommandId(),
    id: rows[0]!.id,
    patch: { isBillable: false },
    onOverlap: 'keep',
  })
}

test('what was changed by hand is said to stay', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(billableChangedByHand, { businessKind: 'freelancer' })
  await openImports(page, addressOf('/imports'))
  const later = changed('harvest-detailed.csv', 'drei Texte,"2,5","2,5",Yes', 'drei Texte,4,4,No')
  await dropFiles(page, [later])
  const file = fileRow(page, later.name)
  await expect(file).toContainText('Eine geänderte Zeile haben Sie im Hauptbuch von Hand geändert')
  await expect(file.getByRole('row', { name: /Titelbild/ })).toContainText('von Hand geändert, bleibt')
})

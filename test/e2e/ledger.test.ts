// The ledger by keyboard: filters, verification.
import type { Page } from '@playwright/test'
import { FIXTURES, importBytes, newCommandId, readFixture } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const importFixtures: Prepare = (client) => importBytes(client, FIXTURES.map(readFixture))

async function openLedger(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/ledger${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Hauptbuch' })).toBeVisible()
  // The keys work from here on.
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  return app.page
}

test('lines are filtered in the address, with sums of all that match', async ({ openPrepared }) => {
  const app = await openPrepared(importFixtures)
  const page = await openLedger(app, '?from=2026-01-01&to=2026-10-31&kinds=ads&scope=other')
  const sums = page.getByRole('status').filter({ hasText: 'Kosten' })
  await expect(sums).toContainText(/Kosten 22\.235,71\s€/)
  await page.getByLabel('Suchen').fill('marke')
  await expect(page).toHaveURL(/text=marke/)
  await expect(sums).not.toContainText('22.235,71')
  await expect(page.getByRole('row', { name: /Büro-Kaffee/ })).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Suchen')).toHaveValue('marke')
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click()
  await expect(page).not.toHaveURL(/kinds|scope|text/)
  await expect(page.getByLabel('Suchen')).toHaveValue('')
})

test('a line shows all it knows and where it came from', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(importFixtures), '?kinds=labour')
  const row = page.getByRole('row', { name: /Geschäftsführung/ }).first()
  await row.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Zeiteintrag')
  await expect(sheet).toContainText('Geschäftsführung')
  await expect(sheet.getByRole('link', { name: /Aus Import Nr\./ })).toBeVisible()
})

test('from a line it is one step to assigning all work that says the same', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(importFixtures), '?kinds=ads&scope=other&text=marke')
  await page.getByRole('row', { name: /Marke/i }).first().press('Enter')
  await page.getByRole('dialog').getByRole('link', { name: 'Zuordnen …' }).press('Enter')
  await expect(page).toHaveURL(/\/records\?tab=assign&missing=all&source=ad-spend/)
  await expect(page.getByLabel('Suchen')).toHaveValue(/marke/i)
  await expect(page.getByRole('grid').getByRole('row', { name: /marke/i })).not.toHaveCount(0)
})

test('verification says check by check that all sums lead back to their lines', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(importFixtures))
  await page.getByRole('button', { name: 'Prüfen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Hauptbuch geprüft' })
  await expect(dialog.getByText(/Alles stimmt/)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(23)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'in Ordnung' })).toHaveCount(23)
})

test('what a link filters for and no field shows stands there and can be taken away', async ({ openPrepared }) => {
  const app = await openPrepared(async (client) => {
    await importFixtures(client)
    await client.records.addNamed({ commandId: newCommandId(), list: 'pillar', name: 'Wissen' })
  })
  const page = await openLedger(app, '?from=2026-01-01&to=2026-10-31&pillar=1&format=none&conversation=none')
  const filters = page.getByRole('group', { name: 'Filter' })
  await expect(filters).toContainText('Ohne Format')
  await expect(filters).toContainText('Ohne Gespräch')
  const sums = page.getByRole('status').filter({ hasText: 'Kosten' })
  await expect(sums).toContainText(/Kosten 0,00\s€/)
  await filters.getByRole('button', { name: 'Filter wegnehmen: Säule: Wissen' }).press('Enter')
  await expect(page).not.toHaveURL(/pillar/)
  await expect(sums).not.toContainText(/Kosten 0,00\s€/)
  await page.goto(app.addressOf('/ledger/revenue?from=2026-01-01&to=2026-10-31&window=7&post=any'))
  await expect(page.getByRole('button', { name: /Kontakte bis 7 Tage vor dem Kauf/ })).toBeVisible()
  await page.getByRole('button', { name: 'Filter wegnehmen: Mit Beitrag' }).press('Enter')
  await expect(page).not.toHaveURL(/post=/)
})

// The ledger by keyboard: filters, verification.
import type { Page } from '@playwright/test'
import { FIXTURES, importBytes, readFixture } from '../support/direct-host.ts'
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

test('verification says check by check that all sums lead back to their lines', async ({ openPrepared }) => {
  const page = await openLedger(await openPrepared(importFixtures))
  await page.getByRole('button', { name: 'Prüfen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Hauptbuch geprüft' })
  await expect(dialog.getByText(/Alles stimmt/)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(19)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'in Ordnung' })).toHaveCount(19)
})

// Leads: a pipeline beside the result, until one is won.
import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, test } from '../support/prepared-ledger.ts'

const withChannel = (client: Client) =>
  client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })

async function openLeads(app: OpenedApp): Promise<Page> {
  await app.page.goto(app.addressOf('/ledger/leads'))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  return app.page
}

async function addLead(page: Page, name: string, value: string, probability: string): Promise<void> {
  await page.getByRole('button', { name: 'Lead eintragen' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Lead eintragen' })
  await dialog.getByLabel('Bezeichnung').fill(name)
  await dialog.getByLabel('Wert').fill(value)
  await dialog.getByLabel('Chance').fill(probability)
  await dialog.getByRole('button', { name: 'Kanal' }).press('Enter')
  await page.getByRole('option', { name: 'Instagram', exact: true }).press('Enter')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}

test('a lead is won and becomes a deal with its origin', async ({ openPrepared }) => {
  const page = await openLeads(await openPrepared(withChannel, { marginBasisPoints: 5500 }))
  await addLead(page, 'Kanzlei Brandt', '1000', '60')
  await addLead(page, 'Hofladen', '500', '10')
  await expect(page.getByRole('status').filter({ hasText: 'offene Leads' })).toContainText(
    /2 offene Leads.*Wert 1\.500,00\s€.*gewichtet 650,00\s€/,
  )
  await page.getByRole('row', { name: /Kanzlei Brandt/ }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Gewonnen' }).press('Enter')
  const win = page.getByRole('dialog', { name: 'Lead gewonnen' })
  // Net 1,000 € with 19 % on top.
  await expect(win.getByLabel('Bezahlt')).toHaveValue('1.190,00')
  await win.getByRole('button', { name: 'Speichern' }).press('Enter')
  await page.getByRole('dialog').getByRole('link', { name: 'Zum Auftrag' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: /Kanzlei Brandt/ })
  await expect(sheet).toContainText(/Auftrag.*1\.190,00\s€.*1\.000,00\s€/)
  await expect(sheet.getByRole('listitem')).toContainText(/Instagram.*zählt/)
})

test('a lost lead keeps its reason and can be opened again', async ({ openPrepared }) => {
  const page = await openLeads(await openPrepared(withChannel))
  await addLead(page, 'Hofladen', '500', '10')
  await page.getByRole('row', { name: /Hofladen/ }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Verloren' }).press('Enter')
  const lose = page.getByRole('dialog', { name: 'Lead verloren' })
  await lose.getByLabel('Grund').fill('Zu teuer')
  await lose.getByRole('button', { name: 'Speichern' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Hofladen' })
  await expect(sheet).toContainText('Zu teuer')
  await sheet.getByRole('button', { name: 'Wieder öffnen' }).press('Enter')
  await expect(sheet.getByRole('button', { name: 'Gewonnen' })).toBeVisible()
})

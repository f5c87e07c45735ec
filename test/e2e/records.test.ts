// Records by keyboard: posts made and removed, two spellings of a campaign made one, hours assigned in groups.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import { FIXTURES, importBytes, readFixture } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

async function openRecords(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/records${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Stammdaten' })).toBeVisible()
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  return app.page
}

const importFixtures: Prepare = async (client) => {
  await importBytes(client, FIXTURES.map(readFixture))
  const rate = { personId: null, validFrom: '2026-01-01', centsPerHour: 4200, basis: null }
  await client.settings.setRate({ commandId: newCommandId(), ...rate })
  const post = { channelId: null, format: null, pillarId: null, campaignId: null, publishedOn: '2026-05-04' }
  await client.records.addPost({ commandId: newCommandId(), post: { ...post, title: 'Röstung erklärt' } })
  await client.records.addPost({ commandId: newCommandId(), post: { ...post, title: 'Sommerkaffee' } })
}

test('an empty ledger says what each list is for, and a post is made from the palette', async ({ openPrepared }) => {
  const app = await openPrepared(async () => undefined)
  const page = await openRecords(app)
  await expect(page.getByText('Noch keine Beiträge')).toBeVisible()
  await page.getByRole('tab', { name: 'Beiträge' }).press('End')
  await expect(page.getByText('Noch nichts zuzuordnen')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByPlaceholder('Wohin, was tun, was finden?')).toBeFocused()
  await page.keyboard.type('Beitrag anl')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Beitrag anlegen' })
  await expect(dialog.getByLabel('Titel')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Bitte ausfüllen.')).toBeVisible()
  await page.keyboard.type('Teamfoto')
  // A pillar that is not there yet is made as it is typed.
  await dialog.getByRole('combobox', { name: 'Säule' }).fill('Einblicke')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Neu angelegt')).toBeVisible()
  // The list of the field one has come to closes.
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('tab', { name: 'Beiträge' }).click()
  await expect(page.getByRole('row', { name: /Teamfoto.*Einblicke/ })).toBeVisible()
})

test('a post is changed, removed and brought back by keyboard', async ({ openPrepared }) => {
  const page = await openRecords(await openPrepared(importFixtures))
  await page.getByRole('row', { name: /Sommerkaffee/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Beitrag bearbeiten' })
  await dialog.getByLabel('Titel').fill('Winterkaffee')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Winterkaffee/ })
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: /Aktionen zu/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Löschen' }).press('Enter')
  await expect(row).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(row).toBeVisible()
})

test('hours are assigned to a post in groups, lead to their lines, and come back with undo', async ({
  openPrepared,
}) => {
  const app = await openPrepared(importFixtures)
  const page = await openRecords(app, '?tab=assign&source=time&text=Reel')
  const list = page.getByRole('grid', { name: /Einträge nach Beschreibung/ })
  await expect(list.getByRole('row', { name: /Reel-Produktion/ }).first()).toBeVisible()
  const before = await list.getByRole('row').count()
  await list.getByRole('row').nth(1).focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 Gruppen ausgewählt')).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Zuordnen' })
  const amount = (await dialog.getByText(/Einträge: .* Stunden/).textContent()) ?? ''
  await expect(dialog.getByRole('combobox', { name: 'Beitrag' })).toBeFocused()
  await page.keyboard.type('röstung')
  await expect(page.getByRole('option', { name: /Röstung erklärt/ })).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('combobox', { name: 'Beitrag' })).toHaveValue('Röstung erklärt')
  await dialog.getByRole('button', { name: 'Zuordnen' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(list.getByRole('row')).toHaveCount(before - 2)
  await page.getByRole('tab', { name: 'Beiträge' }).click()
  const post = page.getByRole('row', { name: /Röstung erklärt/ })
  const hours = /: ([\d.,]+) Stunden/.exec(amount)?.[1] ?? 'none'
  await expect(post).toContainText(hours)
  await post.getByRole('link', { name: hours }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hauptbuch' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Stunden' })).toContainText(`Stunden ${hours}`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('status').filter({ hasText: 'Stunden' })).toContainText('Stunden 0,0')
})

test('a campaign in use is not removed but merged, and its spelling stays known', async ({ openPrepared }) => {
  const page = await openRecords(await openPrepared(importFixtures), '?tab=campaign')
  const rows = page.getByRole('grid', { name: 'Kampagnen' }).getByRole('row')
  const from = rows.filter({ hasText: 'Herbst-Lookalike' })
  await expect(from).toBeVisible()
  const before = await rows.count()
  await from.getByRole('button', { name: /Aktionen zu/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Löschen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /lässt sich nicht löschen/ })
  await expect(dialog).toContainText(/wird noch von [\d.]+ Einträgen verwendet/)
  await dialog.getByRole('combobox', { name: 'Zusammenführen mit' }).fill('Frühjahr')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Zusammenführen', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rows).toHaveCount(before - 1)
  await expect(rows.filter({ hasText: 'Frühjahr' })).toContainText('herbst-lookalike')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(before)
})

test('what the ledger knows is found by its name from anywhere, and opens', async ({ openPrepared }) => {
  const app = await openPrepared(async (client) => {
    const post = { channelId: null, format: null, pillarId: null, campaignId: null, publishedOn: null }
    for (const title of ['Werkstattbesuch', 'Werkstatt am Morgen'])
      await client.records.addPost({ commandId: newCommandId(), post: { ...post, title } })
    await client.records.addNamed({ commandId: newCommandId(), list: 'client', name: 'Tischlerei Werk' })
  })
  const { page } = app
  await page.goto(app.addressOf('/ledger'))
  await expect(page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByPlaceholder('Wohin, was tun, was finden?')).toBeFocused()
  await page.keyboard.type('werkstattb')
  await expect(page.getByRole('option', { name: 'Werkstattbesuch' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Werkstatt am Morgen' })).toHaveCount(0)
  await page.getByPlaceholder('Wohin, was tun, was finden?').fill('tischlerei')
  await expect(page.getByRole('option', { name: 'Tischlerei Werk' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('Tischlerei Werk')
})

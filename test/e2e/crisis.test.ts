// A crisis from the first comment to the post-mortem, in both hosts; and what its pictures may be asked for.
import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../support/accessibility.ts'
import { captureSaid, openCrisisLedger } from '../support/crisis-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'
import { dropFiles } from '../support/drop-files.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { pngPicture } from '../support/picture.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'
import { readPdf, savePdf } from '../support/saved-files.ts'

const SCREENSHOT = pngPicture(5)
const HASH = createHash('sha256').update(SCREENSHOT).digest('hex')
const id = () => ({ commandId: newCommandId() })

const firstComment: Prepare = async (client) => {
  const channel = await client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' })
  const receivedAt = Date.now() - 3_600_000
  const said = { text: 'Da ist Schimmel drin! Erika', label: 'Weißer Belag', handle: 'erika_muster', receivedAt }
  await captureSaid(client, { ...said, channelId: channel.recordId, sentiment: 'angry' })
}

async function openByPalette({ page, addressOf }: OpenedApp): Promise<void> {
  await page.goto(addressOf('/time'))
  await expect(page.getByRole('button', { name: /^Ausgabe/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('Krise eröffnen')
  await expect(page.getByRole('option', { name: /Krise eröffnen/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Worum es geht')).toBeFocused()
  await page.keyboard.type('Schimmel in Röstung Nr. 4')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Schimmel in Röstung Nr. 4' })).toBeVisible()
}

const log = (page: Page) => page.getByRole('region', { name: 'Protokoll' })
const inDialog = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name })

/** As one gets there by keyboard: down the list, then into the row. */
async function tick(page: Page, list: string, name: string, box: RegExp): Promise<void> {
  const rows = page.getByRole('grid', { name: list }).getByRole('row')
  const row = page.getByRole('row', { name, exact: true })
  await expect(row).toBeVisible()
  await rows.first().focus()
  await expect(async () => {
    if (!(await row.evaluate((each) => each === document.activeElement))) await page.keyboard.press('ArrowDown')
    await expect(row).toBeFocused({ timeout: 200 })
  }).toPass()
  const checkbox = page.getByRole('checkbox', { name: box })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(checkbox).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Space')
}

async function informSomebody(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: 'Wer es wissen muss' })
  await card.getByRole('button', { name: 'Person eintragen' }).last().press('Enter')
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Renate Sommer')
  await page.getByRole('dialog').getByLabel('Rolle').fill('Geschäftsführung')
  await page.getByRole('dialog').getByLabel('Rolle').press('Enter')
  await expect(card).toContainText('Renate Sommer')
  await expect(card).toContainText(/bis \d\d:\d\d/)
  await card.getByRole('checkbox', { name: 'Renate Sommer ist informiert' }).press('Space')
  await expect(log(page)).toContainText('Renate Sommer (Geschäftsführung) informiert')
}

async function publishStatement(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Stellungnahmen/ }).check({ force: true })
  await expect(page.getByText('Noch keine Stellungnahme')).toBeVisible()
  await page.keyboard.press('t')
  await page.getByRole('dialog').getByLabel('Bezeichnung').fill('Rückruf')
  await page.getByRole('dialog').getByLabel('Text', { exact: true }).fill('Wir rufen die Charge zurück.')
  await inDialog(page, 'Speichern').press('Enter')
  await page.getByRole('button', { name: 'Freigeben …' }).press('Enter')
  await inDialog(page, 'Renate Sommer').press('Enter')
  await inDialog(page, 'Freigeben').press('Enter')
  await page.getByRole('button', { name: 'Als veröffentlicht vermerken …' }).press('Enter')
  await inDialog(page, 'Vermerken').press('Enter')
  const card = page.getByRole('region', { name: /Rückruf/ })
  await expect(card).toContainText(/freigegeben von Renate Sommer am .* · veröffentlicht am/)
  // What is out stays as it is.
  await expect(card.getByRole('button', { name: /ändern|löschen/ })).toHaveCount(0)
}

test('a crisis from the first comment to the post-mortem', async ({ openPrepared, host }, testInfo) => {
  const app = await openPrepared(firstComment, { name: 'Rösterei Nordlicht' })
  const { page } = app
  await openByPalette(app)

  const conversations = page.getByRole('region', { name: 'Gespräche' })
  const chooser = conversations.getByRole('combobox', { name: 'Gespräch zuordnen' })
  // Its list closes when the page scrolls.
  await chooser.scrollIntoViewIfNeeded()
  await chooser.fill('Belag')
  await page.getByRole('option', { name: /Weißer Belag/ }).click()
  await expect(conversations.getByRole('link', { name: 'Weißer Belag' })).toBeVisible()
  await expect(log(page)).toContainText('Gespräch zugeordnet: „Weißer Belag“')
  await informSomebody(page)

  const calm = page.getByRole('region', { name: 'Entwarnung, wenn …' })
  await calm.getByRole('button', { name: 'Vorschlag übernehmen' }).press('Enter')
  await tick(page, 'Entwarnung, wenn …', 'Alle, die gefragt haben, haben eine Antwort', /Alle, die gefragt haben/)
  await expect(log(page)).toContainText('Erfüllt: Alle, die gefragt haben, haben eine Antwort')

  await dropFiles(page, [{ name: 'Kommentar.png', bytes: SCREENSHOT }])
  await expect(page.getByRole('group', { name: 'Protokoll ergänzen' })).toContainText('Kommentar.png')
  await page.keyboard.press('p')
  await expect(page.getByRole('textbox', { name: 'Protokoll ergänzen' })).toBeFocused()
  await page.keyboard.type('Kommentar gesichert.')
  await page.keyboard.press('Control+Enter')
  await expect(log(page)).toContainText('Beleg angehängt: Kommentar.png')
  await expect(log(page)).toContainText('Kommentar gesichert.')
  const picture = log(page).locator('img')
  await expect.poll(() => picture.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(320)
  await expectAccessible(page)

  await publishStatement(page)
  await expectAccessible(page)
  await page.getByRole('radio', { name: /Belege/ }).check({ force: true })
  await expect(page.getByTitle(`SHA-256 ${HASH}`)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Krise schließen' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('5 Bedingungen sind nicht erfüllt')
  await page.keyboard.type('Es ist still.')
  await inDialog(page, 'Krise schließen').press('Enter')
  await expect(page.getByText(/^geschlossen am/)).toBeVisible()

  await page.getByRole('radio', { name: 'Nachbereitung' }).check({ force: true })
  await page.getByLabel('Was der Auslöser war').fill('Undichte Tüten')
  await page.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByText('Nachbereitung gespeichert')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Dokument' }).press('Enter')
  const paper = page.getByRole('article', { name: 'Krise: Schimmel in Röstung Nr. 4' })
  await expect(paper).toContainText('Undichte Tüten')
  await expect.poll(() => paper.locator('img').evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(320)
  const path = testInfo.outputPath('crisis.pdf')
  await savePdf(app, host, path)
  const text = readPdf(path)
  for (const part of [
    'Wir rufen die Charge zurück.',
    'Renate Sommer',
    'Kommentar.png',
    'Es ist still.',
    'Weißer Belag',
  ])
    expect(text).toContain(part)
  expect(text.replaceAll(' ', '')).toContain(HASH)
  expect(text).not.toMatch(/erika|Da ist Schimmel drin|Strg K/i)

  await page.getByText('Mit Namen und Wortlaut der Gegenseite').click()
  await expect(paper).toContainText('erika_muster')
  await expect(paper).toContainText('Da ist Schimmel drin!')
})

const secondComment: Prepare = async (client) => {
  await firstComment(client)
  const said = { text: 'Bei mir auch', label: 'Zweite Tüte', receivedAt: Date.now() - 1_800_000 }
  await captureSaid(client, said)
}

test('chosen conversations become a crisis by keyboard, a later one joins it', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(secondComment)
  await page.goto(addressOf('/moderation'))
  const toCrisis = async () => {
    await page.keyboard.press('Space')
    await expect(page.getByRole('group', { name: 'Gewählte Gespräche' })).toContainText('1 gewählt')
    await page.keyboard.press('c')
  }
  await expect(page.getByText('Zweite Tüte').first()).toBeVisible()
  await page.keyboard.press('j')
  await toCrisis()
  await expect(page.getByRole('dialog').getByLabel('Worum es geht')).toBeFocused()
  await page.keyboard.type('Belag')
  await page.keyboard.press('Enter')
  await expect(log(page)).toContainText('Krise aus 1 Gespräch eröffnet')

  await page.goto(addressOf('/moderation'))
  await expect(page.getByText('Zweite Tüte').first()).toBeVisible()
  await page.keyboard.press('k')
  await toCrisis()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Zu welcher Krise/ })
    .press('Enter')
  await page.getByRole('option', { name: 'Belag' }).press('Enter')
  await inDialog(page, 'Zuordnen').press('Enter')
  await expect(page.getByText('Gespräch zugeordnet')).toBeVisible()
  await page.goto(addressOf('/moderation/crises'))
  await expect(page.getByRole('link', { name: /Belag/ })).toContainText('2 Gespräche')
})

test('what is undone goes from the log too, and a removed crisis comes back', async ({ openPrepared }) => {
  const app = await openPrepared(firstComment)
  const { page } = app
  await openByPalette(app)
  await informSomebody(page)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(log(page)).not.toContainText('informiert')
  await page.getByRole('button', { name: 'Weiteres zu dieser Krise' }).press('Enter')
  await page.getByRole('menuitem', { name: /Krise löschen/ }).press('Enter')
  await expect(page.getByText('Keine Krise', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('link', { name: /Schimmel in Röstung Nr\. 4/ })).toBeVisible()
})

test('who should know by now stands over every screen', async ({ launchApp }) => {
  const { host, openId } = await openCrisisLedger()
  host.backend.close()
  const app = await launchApp({ ledger: host.path })
  const { page } = app
  await page.goto(app.addressOf('/time'))
  const banner = page.getByRole('region', { name: 'Krise' })
  await expect(banner).toContainText('„Schimmelverdacht in Röstung Nr. 4“: Eine Person sollte längst Bescheid wissen.')
  await banner.getByRole('link', { name: 'Zur Krise' }).press('Enter')
  const alarm = page.getByRole('group', { name: /obwohl die Frist um ist/ })
  await expect(alarm).toContainText('überfällig seit')
  await tick(page, 'Wer es wissen muss', 'Agentur Feder', /Agentur Feder ist informiert/)
  await expect(alarm).toHaveCount(0)
  await page.goto(app.addressOf(`/moderation/crises?id=${openId}&view=evidence`))
  await expect(page.getByRole('button', { name: '„Erster Kommentar.png“ groß zeigen' })).toBeVisible()
  await app.close()
  rmSync(host.folder, { recursive: true, force: true })
})

test('a picture is served by its id while it is what was attached, and nothing else is', async ({ launchApp }) => {
  const { host, openId } = await openCrisisLedger()
  const [picture, , pdf] = (await host.client.moderation.crisisDetail({ id: openId })).evidence
  host.backend.close()
  const app = await launchApp({ ledger: host.path })
  const { page } = app
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const ask = (path: string) =>
    page.evaluate(async (address) => {
      const answer = await fetch(address)
      const { headers } = answer
      return [
        answer.status,
        headers.get('content-type'),
        headers.get('cache-control'),
        headers.get('x-content-type-options'),
      ]
    }, path)
  expect(await ask(`/attachments/${picture!.id}`)).toEqual([200, 'image/png', 'no-store', 'nosniff'])
  for (const path of [`/attachments/${pdf!.id}`, '/attachments/999']) expect((await ask(path))[0], path).toBe(404)
  if (app.server) {
    const outside = await fetch(new URL(`/attachments/${picture!.id}`, app.server.link))
    expect(outside.status).toBe(401)
  }
  writeFileSync(join(`${host.path}.files`, picture!.sha256.slice(0, 2), picture!.sha256), 'changed')
  expect((await ask(`/attachments/${picture!.id}`))[0]).toBe(404)
  await page.goto(app.addressOf(`/moderation/crises?id=${openId}&view=evidence`))
  await expect(page.getByText('Die Datei ist nicht mehr die, die angehängt wurde.')).toBeVisible()
  await app.close()
  rmSync(host.folder, { recursive: true, force: true })
})

// Noting conversations by keyboard: pasted, recognised, saved, refused in place, and nothing lost.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const ADDRESS = 'https://www.instagram.com/p/Cx12345/'
const fill: Prepare = async (client) => {
  const id = () => ({ commandId: newCommandId() })
  const { recordId: channelId } = await client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' })
  await client.settings.addChannel({ ...id(), network: 'linkedin', name: 'LinkedIn' })
  const post = { title: 'Karussell: Sorten', channelId, format: null, pillarId: null, campaignId: null }
  await client.records.addPost({ ...id(), post: { ...post, publishedOn: null, permalink: ADDRESS } })
}

/** January 2026 has ended long ago and is sealed. */
const fillWithClosedMonth: Prepare = async (client) => {
  const id = () => ({ commandId: newCommandId() })
  const belonging = { label: '', channelId: null, postId: null, clientId: null, departmentId: null, topicIds: [] }
  const batch = { ...belonging, count: 5, kind: 'comment', sentiment: null, day: '2026-01-05', seconds: 600 } as const
  await client.moderation.captureBatch({ ...id(), batch: { ...batch, topicIds: [] } })
  await client.ledger.closeMonth({ ...id(), month: '2026-01' })
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Gespräch erfassen' })
const text = (page: Page) => dialog(page).getByRole('textbox', { name: 'Was geschrieben wurde' })
const saved = (page: Page) => page.getByText('Gespräch erfasst', { exact: true })
const quickAction = (page: Page) =>
  page.getByRole('group', { name: 'Schnell erfassen' }).getByRole('button', { name: /Gespräch/ })

/** By its key, as soon as the part of the app behind it is there. */
async function pressKey(page: Page): Promise<void> {
  await expect(quickAction(page)).toBeVisible()
  await page.keyboard.press('g')
}

/** As if it had been copied elsewhere. */
async function copy(page: Page, content: string): Promise<void> {
  await page.evaluate((value) => {
    const area = document.createElement('textarea')
    area.value = value
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }, content)
}

const openInQueue = (page: Page) => page.getByRole('button', { name: 'Öffnen' }).click()

test('a line about several is offered as a batch, and nothing of it is lost', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await page.keyboard.type('20 Kommentare, 15 Minuten, toll')
  const offer = dialog(page).getByRole('button', { name: 'Als Stapel erfassen' })
  await expect(offer).toHaveCount(0)
  await text(page).fill('20 Kommentare, 15 Minuten, Lob')
  await offer.press('Enter')
  const batch = page.getByRole('dialog', { name: 'Stapel erfassen' })
  await expect(batch.getByRole('textbox', { name: 'Mehrere Gespräche in einer Zeile' })).toBeFocused()
  await expect(batch.getByRole('textbox', { name: 'Anzahl' })).toHaveValue('20')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByText('20 Gespräche erfasst')).toBeVisible()
})

test('a name that heads what was pasted is kept apart from the words once somebody says so', async ({
  openPrepared,
}) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await text(page).fill(
    'https://www.linkedin.com/feed/update/urn:li:activity:7/\nJohn Miller\nTerrible service, never again!!',
  )
  await dialog(page).getByRole('button', { name: '„John Miller“ als Namen übernehmen' }).press('Enter')
  const name = dialog(page).getByRole('textbox', { name: 'Nutzername' })
  await expect(name).toHaveValue('John Miller')
  await expect(name).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(saved(page)).toBeVisible()
  await openInQueue(page)
  await expect(page.getByText('Terrible service, never again!!').first()).toBeVisible()
  await expect(page.getByRole('grid')).not.toContainText('John Miller')
})

test('three keys note what was copied, typed without waiting', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await expect(quickAction(page)).toBeVisible()
  await copy(page, `${ADDRESS}\n@anna.k:\nWo bleibt meine Bestellung? Eine Frechheit!`)
  await page.keyboard.press('g')
  await page.keyboard.press('ControlOrMeta+v')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(saved(page)).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
  await openInQueue(page)
  await expect(page).toHaveURL(/\/moderation\?.*id=\d+/)
  await expect(
    page
      .getByRole('main')
      .getByText(/Wo bleibt meine Bestellung/)
      .first(),
  ).toBeVisible()
})

test('what is recognised is shown, can be said differently, and is taken back as a whole', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await expect(text(page)).toBeFocused()
  await text(page).fill(`${ADDRESS}\n@anna.k:\nEine Frechheit!`)
  await expect(dialog(page).getByRole('button', { name: /Instagram/ })).toBeVisible()
  await expect(dialog(page).getByRole('combobox', { name: 'Beitrag' })).toHaveValue('Karussell: Sorten')
  await expect(dialog(page).getByRole('textbox', { name: 'Nutzername' })).toHaveValue('anna.k')
  await expect(dialog(page).getByRole('radio', { name: 'verärgert' })).toBeChecked()
  await expect(dialog(page).getByText('Vorgeschlagen wegen „Frechheit“.')).toBeVisible()
  await expect(dialog(page).getByText(/^Fällig/)).toBeVisible()
  await expectAccessible(page)

  await dialog(page).getByRole('radio', { name: 'verärgert' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(dialog(page).getByRole('radio', { name: 'negativ' })).toBeChecked()
  await dialog(page).getByRole('combobox', { name: 'Themen' }).focus()
  await page.keyboard.type('Lieferung')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(saved(page)).toBeVisible()
  await openInQueue(page)
  const main = page.getByRole('main')
  await expect(main.getByText(/Eine Frechheit/).first()).toBeVisible()
  // What was typed as a topic was not left yet, and counts all the same.
  await pressKey(page)
  await dialog(page).getByRole('combobox', { name: 'Themen' }).click()
  await expect(page.getByRole('option', { name: 'Lieferung' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Rückgängig gemacht')).toBeVisible()
  await expect(main.getByText(/Eine Frechheit/)).toHaveCount(0)
})

test('one after the other, and what is left by mistake is still there', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('Erstes Gespräch')
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await page.keyboard.type('Zweites Gespräch')
  await expect(text(page)).toHaveValue('Zweites Gespräch')
  await expect(saved(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('g')
  await expect(text(page)).toHaveValue('Zweites Gespräch')
  await dialog(page).getByRole('button', { name: 'Verwerfen' }).click()
  await page.getByRole('button', { name: 'Zurückholen' }).click()
  await expect(text(page)).toHaveValue('Zweites Gespräch')
})

test('bad input is answered by a sentence in place', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog(page).getByText(/^Es fehlt, was geschrieben wurde/)).toBeVisible()
  await text(page).fill('https://forum.example.org/t/12')
  await expect(dialog(page).getByText('Netz unbekannt: Bitte einen Kanal wählen.')).toBeVisible()
  await text(page).fill('x'.repeat(50_001))
  await expect(dialog(page).getByText(/50\.001 Zeichen/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(text(page)).toHaveValue('x'.repeat(50_001))

  await text(page).fill('<script>document.title = "hacked"</script> 😡😡😡')
  await dialog(page).getByRole('radio', { name: 'Jetzt' }).focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  const day = dialog(page).getByRole('group', { name: 'Tag' }).getByRole('spinbutton').last()
  await day.focus()
  await page.keyboard.type('2099')
  await expect(dialog(page).getByText(/^Das liegt in der Zukunft/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog(page)).toBeVisible()
  await dialog(page).getByRole('radio', { name: 'Anders' }).focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(saved(page)).toBeVisible()
  await openInQueue(page)
  await expect(
    page
      .getByRole('main')
      .getByText(/<script>/)
      .first(),
  ).toBeVisible()
  await expect(page).not.toHaveTitle(/hacked/)
})

test('emoji alone and 50,000 characters are kept, and the timer can run along', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await text(page).fill('😡😡😡')
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await text(page).fill('y'.repeat(50_000))
  await dialog(page).getByRole('checkbox', { name: 'Zeit läuft mit' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Gespräch erfasst, die Uhr läuft')).toBeVisible()
  await expect(page.getByRole('button', { name: /Uhr anhalten|Stopp|Anhalten/ }).first()).toBeVisible()
})

const batch = (page: Page) => page.getByRole('dialog', { name: 'Stapel erfassen' })
const batchLine = (page: Page) => batch(page).getByRole('textbox', { name: 'Mehrere Gespräche in einer Zeile' })

async function openBatch(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Moderation' }).first().click()
  await page.getByRole('main').getByRole('button', { name: 'Stapel erfassen' }).first().click()
  await expect(batchLine(page)).toBeFocused()
}

test('a line notes several, and every field of it can be corrected', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await openBatch(page)
  await page.keyboard.type('20 Kommentare, 15 Minuten, Lob, Instagram, gestern')
  await expect(batch(page).getByRole('textbox', { name: 'Anzahl' })).toHaveValue('20')
  await expect(batch(page).getByRole('radio', { name: 'positiv' })).toBeChecked()
  await expect(batch(page).getByText(/^20\s×\sKommentar am .*0:15\sh\sDialog/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('20 Gespräche erfasst')).toBeVisible()
  await expect(batch(page)).toHaveCount(0)
})

test('a batch without a number, or in a closed month, is refused in place', async ({ openPrepared }) => {
  const { page } = await openPrepared(fillWithClosedMonth)
  await openBatch(page)
  await page.keyboard.type('Kommentare, 15 Minuten')
  await page.keyboard.press('Enter')
  await expect(batch(page).getByText(/^Es fehlt, wie viele es waren/)).toBeVisible()
  await batchLine(page).fill('20 Kommentare, 15 Minuten, 2.1.2026')
  await batchLine(page).press('Enter')
  await expect(batch(page).getByText(/abgeschlossen/)).toBeVisible()
  await expect(batchLine(page)).toHaveValue('20 Kommentare, 15 Minuten, 2.1.2026')
})

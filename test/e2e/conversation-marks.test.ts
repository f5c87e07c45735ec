// What is said of one conversation: topics, mood, measures, notes, what was captured. Each is taken back and done again.
import type { Page } from '@playwright/test'
import {
  aside,
  choose,
  expectUndoable,
  happened,
  openOne,
  typeParts,
  withOneConversation,
} from '../support/one-conversation.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const prepare: Prepare = (client) => withOneConversation(client)
const topicField = (page: Page) => page.getByRole('combobox', { name: 'Thema hinzufügen' })
const topics = (page: Page) => page.getByRole('grid', { name: 'Themen' }).getByRole('row')
const mood = (page: Page, name: string) => page.getByRole('radio', { name })

test('several topics are set with keys, quickly, and none is lost', async ({ openPrepared }) => {
  test.setTimeout(240_000)
  const app = await openPrepared(prepare)
  const page = await openOne(app)
  await page.keyboard.press('t')
  await expect(topicField(page)).toBeFocused()
  // Without waiting for the ledger in between.
  for (const name of ['Lieferung', 'Preis', 'Lob']) {
    await page.keyboard.type(name)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await expect(topics(page)).toHaveText(['Lieferung', 'Preis', 'Lob'])
  await page.keyboard.type('Neu bei uns')
  await page.keyboard.press('Tab')
  await expectUndoable(
    page,
    () => expect(topics(page)).toHaveText(['Lieferung', 'Preis', 'Lob', 'Neu bei uns']),
    () => expect(topics(page)).toHaveText(['Lieferung', 'Preis', 'Lob']),
  )
  await topics(page).first().press('Delete')
  await expect(topics(page)).toHaveText(['Preis', 'Lob', 'Neu bei uns'])
  await topics(page).first().press('Delete')
  await expect(topics(page)).toHaveText(['Lob', 'Neu bei uns'])
  await expect(happened(page)).toContainText('Themen „Lob“ und „Neu bei uns“')
})

test('a topic that is written out and left is taken, known or new', async ({ openPrepared }) => {
  const page = await openOne(await openPrepared(prepare))
  await page.keyboard.press('t')
  await page.keyboard.type('Preis')
  await page.keyboard.press('Tab')
  await expect(topics(page)).toHaveText(['Preis'])
  await topicField(page).fill('Ganz neu')
  await topicField(page).press('Enter')
  // What can be chosen next is offered at once.
  await page.keyboard.press('Escape')
  await expect(topics(page)).toHaveText(['Preis', 'Ganz neu'])
})

test('the proposed mood is agreed with or overridden by a key', async ({ openPrepared }) => {
  const page = await openOne(await openPrepared((client) => withOneConversation(client, { text: 'Eine Frechheit!' })))
  await expect(page.getByText(/^vorgeschlagen, wegen:/)).toBeVisible()
  await page.keyboard.press('2')
  await expectUndoable(
    page,
    () => expect(mood(page, 'neutral')).toBeChecked(),
    () => expect(page.getByText(/^vorgeschlagen, wegen:/)).toBeVisible(),
  )
  await expect(page.getByText(/^vorgeschlagen/)).toBeHidden()
  await expect(happened(page)).toContainText('Stimmung „neutral“')
})

test('a measure needs its reason, is said at the head, and given up again', async ({ openPrepared }) => {
  const page = await openOne(await openPrepared((client) => withOneConversation(client, { handle: 'wer.auch.immer' })))
  const head = page.getByRole('article').getByRole('banner').or(page.getByRole('article').locator('header')).first()
  const measure = page.getByRole('dialog', { name: 'Maßnahme vermerken' })
  const take = async (kind: string, reason: string) => {
    await choose(page, 'Ausblenden, löschen, blockieren …')
    await measure.getByText(kind, { exact: true }).click()
    await measure.getByLabel('Grund').fill(reason)
    await measure.getByRole('button', { name: 'Vermerken' }).press('Enter')
  }
  await take('Ausgeblendet', ' ')
  await expect(measure).toContainText('Bitte ausfüllen.')
  await measure.getByLabel('Grund').fill('Beleidigung')
  await measure.getByRole('button', { name: 'Vermerken' }).press('Enter')
  await expect(measure).toBeHidden()
  await expectUndoable(
    page,
    () => expect(head).toContainText('ausgeblendet'),
    () => expect(head).not.toContainText('ausgeblendet'),
  )
  await take('Gelöscht', 'Immer noch Beleidigung')
  await expect(head).toContainText('im Netz gelöscht')
  await take('Person blockiert', 'Zum dritten Mal')
  await expect(head).toContainText('blockiert')
  await expect(happened(page)).toContainText(
    /ausgeblendet.*Beleidigung.*im Netz gelöscht.*Immer noch Beleidigung.*Person blockiert.*Zum dritten Mal/,
  )
  await choose(page, 'Ausblenden, löschen, blockieren …')
  await measure.getByRole('button', { name: 'Maßnahme zurücknehmen' }).press('Enter')
  await expect(head).not.toContainText('blockiert')
  await expect(happened(page)).toContainText('Maßnahme zurückgenommen')
})

test('a note stands in the timeline; closed unsaved it is kept', async ({ openPrepared }) => {
  const page = await openOne(await openPrepared(prepare))
  const note = page.getByRole('dialog', { name: 'Notiz' })
  await page.keyboard.press('m')
  await note.getByRole('textbox', { name: 'Notiz' }).fill('Mit Versand telefoniert')
  await page.keyboard.press('Escape')
  await expect(note).toBeHidden()
  await choose(page, 'Notiz …')
  await expect(note.getByRole('textbox', { name: 'Notiz' })).toHaveValue('Mit Versand telefoniert')
  await note.getByRole('button', { name: 'Hinzufügen' }).press('Enter')
  await expect(note).toBeHidden()
  await expectUndoable(
    page,
    () => expect(happened(page)).toContainText('Mit Versand telefoniert'),
    () => expect(happened(page)).not.toContainText('Mit Versand telefoniert'),
  )
})

test('text, kind and time of what was captured are corrected; a time to come is refused', async ({ openPrepared }) => {
  const app = await openPrepared(prepare)
  const page = await openOne(app)
  await page.keyboard.press('F2')
  const edit = page.getByRole('dialog', { name: 'Gespräch bearbeiten' })
  await edit.getByRole('textbox', { name: 'Text', exact: true }).fill('Ganz anders')
  await edit.getByRole('button', { name: /^(Kommentar )?Art/ }).press('Enter')
  await page.getByRole('option', { name: 'Bewertung' }).press('Enter')
  await edit.getByRole('button', { name: /Sterne/ }).press('Enter')
  await page.getByRole('option', { name: '2 Sterne' }).press('Enter')
  const received = edit.getByRole('group', { name: 'Eingegangen am' })
  await typeParts(received, ['24', '10', '2099', '12', '00'])
  await edit.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(edit).toContainText('Das liegt noch vor uns.')
  await expect(edit.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue('Ganz anders')
  await typeParts(received, ['24', '10', '2026', '12', '00'])
  await edit.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(edit).toBeHidden()
  const written = page.getByRole('group', { name: 'Was geschrieben wurde' })
  await expectUndoable(
    page,
    () => expect(written).toHaveText('Ganz anders'),
    () => expect(written).toHaveText('Wo bleibt meine Bestellung?'),
  )
  await expect(page.getByRole('article')).toContainText(/Bewertung\s*★★☆☆☆.*24\.10\.2026, 12:00/)
  await expect(aside(page, 'Dieses Gespräch')).toContainText('überfällig seit')
  await expect(happened(page)).toContainText(/geändert: .*Text/)
})

const HOSTILE = `<script>globalThis.hurt = 1</script><img class="hurt" src="x" onerror="alert(1)"><a class="hurt" href="javascript:alert(2)">x</a>`

/** Whether anything that was written became more than text. */
async function expectNothingRan(page: Page): Promise<void> {
  await expect(page.locator('.hurt')).toHaveCount(0)
  expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false)
}

test('markup in text, name, label, note and topic is text, and nothing of it runs', async ({ openPrepared }) => {
  const app = await openPrepared((client) =>
    withOneConversation(client, { text: HOSTILE, handle: HOSTILE.slice(0, 200), label: HOSTILE.slice(0, 200) }),
  )
  const dialogs: string[] = []
  app.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const page = await openOne(app, 'open', HOSTILE.slice(0, 200))
  await expect(page.getByRole('group', { name: 'Was geschrieben wurde' })).toHaveText(HOSTILE)
  await expect(aside(page, 'Dieses Gespräch')).toContainText(HOSTILE.slice(0, 200))
  await page.keyboard.press('m')
  const note = page.getByRole('dialog', { name: 'Notiz' })
  await note.getByRole('textbox', { name: 'Notiz' }).fill(HOSTILE)
  await note.getByRole('button', { name: 'Hinzufügen' }).press('Enter')
  await expect(happened(page)).toContainText(HOSTILE)
  await topicField(page).fill('<img class="hurt" src=x onerror=alert(3)>')
  await topicField(page).press('Tab')
  await expect(topics(page)).toHaveText(['<img class="hurt" src=x onerror=alert(3)>'])
  await expectNothingRan(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('searchbox'))
    .first()
    .fill('hurt')
  await expect(page.getByRole('dialog')).toContainText('<script>')
  await expectNothingRan(page)
  expect(dialogs).toEqual([])
})

test('an answer of 50,000 signs and one of emoji alone are kept to the last sign', async ({ openPrepared }) => {
  const app = await openPrepared(prepare)
  const page = await openOne(app)
  const long = `${'ä'.repeat(49_995)}Ende.`
  await page.getByRole('textbox', { name: 'Antwort' }).fill(long)
  await choose(page, 'Beantwortet, bleibt offen')
  await expect(happened(page)).toContainText('50.000 Zeichen')
  await happened(page).getByRole('button', { name: 'Ganz zeigen' }).press('Enter')
  await expect(happened(page)).toContainText('Ende.')
  await page.getByRole('textbox', { name: 'Antwort' }).fill('👍🏽❤️')
  await choose(page, 'Ohne Kopieren beantwortet')
  await openOne(app, 'done')
  await expect(happened(page)).toContainText('👍🏽❤️')
})

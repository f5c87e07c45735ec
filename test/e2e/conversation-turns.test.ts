// Whose turn it is with one conversation: put off, handed over, written again; what the deadline is made of. Each is taken back and done again.
import type { Page } from '@playwright/test'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId } from '../support/direct-host.ts'
import {
  aside,
  choose,
  expectUndoable,
  happened,
  menuButton,
  openOne,
  redo,
  TITLE,
  typeParts,
  undo,
  withOneConversation,
} from '../support/one-conversation.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const prepare: Prepare = (client) => withOneConversation(client)
const command = () => ({ commandId: newCommandId() })
const SECOND = 1_000
// A Saturday, and the Monday after it.
const SATURDAY = Date.parse('2026-10-24T12:00:00+02:00')
const MONDAY = Date.parse('2026-10-26T15:30:00+01:00')

const row = (page: Page) => page.getByRole('grid', { name: 'Gespräche' }).getByRole('row', { name: TITLE })
const listed = (page: Page, list: string, count: number) =>
  expect(page.getByRole('radio', { name: new RegExp(`^${list}`) })).toHaveAccessibleName(
    count === 0 ? list : new RegExp(`${count}$`),
  )

test('put off it leaves the queue and waits, until it is presented again', async ({ openPrepared }) => {
  const app = await openPrepared(prepare)
  const page = await openOne(app)
  await page.keyboard.press('z')
  await expect(page.getByRole('dialog', { name: /Bis wann/ })).toBeVisible()
  await page.keyboard.press('1')
  await expect(row(page)).toHaveCount(0)
  await listed(page, 'Wartet', 1)
  await undo(page)
  await expect(row(page)).toBeVisible()
  await redo(page)
  await expect(row(page)).toHaveCount(0)
  await openOne(app, 'waiting')
  await expect(happened(page)).toContainText(/zurückgestellt bis \d\d:\d\d/)
  await choose(page, 'Wieder vorlegen')
  await listed(page, 'Offen', 1)
  await openOne(app)
  await expect(happened(page)).toContainText('wieder vorgelegt')
})

test('what was put off is back in the queue by itself', async ({ openPrepared }) => {
  test.setTimeout(90_000)
  const app = await openPrepared(async (client) => {
    await withOneConversation(client)
    await client.moderation.snooze({ ...command(), id: 1, until: Date.now() + 15 * SECOND })
  })
  await app.page.goto(app.addressOf('/moderation'))
  // Nothing is pressed.
  await expect(row(app.page)).toBeVisible({ timeout: 60_000 })
  await openOne(app)
  await expect(happened(app.page)).toContainText(/zurückgestellt bis.*wieder vorgelegt/)
})

test('it is handed over with a deadline of its own', async ({ openPrepared }) => {
  const app = await openPrepared(prepare)
  const page = await openOne(app)
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: 'Weitergeben' })
  await expect(page.getByRole('option', { name: 'Versand' })).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Weitergeben' }).press('Enter')
  await expect(dialog).toContainText('Bitte wählen, an wen.')
  await dialog.getByText('Person', { exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Person' }).fill('Jonas')
  await page.getByRole('option', { name: 'Jonas' }).click()
  await dialog.getByRole('button', { name: /Rückmeldung bis/ }).press('Enter')
  await page.getByRole('option', { name: 'andere Zeit' }).press('Enter')
  const due = dialog.getByRole('group', { name: 'Rückmeldung bis (Tag und Uhrzeit)' })
  await typeParts(due, ['14', '01', '2026', '09', '00'])
  await dialog.getByRole('button', { name: 'Weitergeben' }).press('Enter')
  await expect(dialog).toContainText('Der Zeitpunkt liegt schon zurück.')
  await typeParts(due, ['14', '01', '2099', '09', '00'])
  await dialog.getByRole('button', { name: 'Weitergeben' }).press('Enter')
  await expect(dialog).toBeHidden()
  await openOne(app, 'waiting')
  await expect(happened(page)).toContainText('an Jonas weitergegeben · Rückmeldung bis 14.1.99')
})

test('handing over and what came back can be taken back', async ({ openPrepared }) => {
  const app = await openPrepared(async (client) => {
    await withOneConversation(client)
    await client.moderation.handOver({ ...command(), id: 1, personId: null, departmentId: 1, dueAt: null })
  })
  const page = await openOne(app, 'waiting')
  await page.keyboard.press('y')
  const back = page.getByRole('dialog', { name: 'Rückmeldung erhalten' })
  await back.getByLabel('Was kam zurück?').fill('Beim Zusteller')
  await back.getByRole('button', { name: 'Vermerken' }).press('Enter')
  await expect(back).toBeHidden()
  await expectUndoable(
    page,
    () => listed(page, 'Offen', 1),
    () => listed(page, 'Wartet', 1),
  )
  await openOne(app)
  await expect(happened(page)).toContainText(/Rückmeldung erhalten.*Beim Zusteller/)
})

test('a return that is late is said in the queue, at the conversation and on the first screen', async ({
  openPrepared,
}) => {
  const app = await openPrepared(async (client) => {
    await withOneConversation(client)
    const dueAt = Date.now() + SECOND
    await client.moderation.handOver({ ...command(), id: 1, personId: null, departmentId: 1, dueAt })
  })
  const page = await openOne(app, 'waiting')
  await expect(page.getByText('1 Rückmeldung überfällig')).toBeVisible()
  await expect(happened(page)).toContainText('Rückmeldung von Versand überfällig')
  await page.goto(app.addressOf('/'))
  await expect(page.getByRole('main')).toContainText(/Rückmeldung.* überfällig/)
})

test('what the other side writes again is due anew, and its answer ends that', async ({ openPrepared }) => {
  const app = await openPrepared(async (client) => {
    await withOneConversation(client)
    const at = Date.now() - 5 * 60 * SECOND
    await client.moderation.answer({ ...command(), id: 1, text: 'Kommt morgen.', at, next: 'wait' })
  })
  const page = await openOne(app, 'waiting')
  await page.keyboard.press('u')
  const again = page.getByRole('dialog', { name: 'Hat wieder geschrieben' })
  await again.getByLabel('Neue Nachricht').fill('Und jetzt?')
  const at = again.getByRole('group', { name: 'Zeitpunkt' })
  const today = (await at.getByRole('spinbutton').allTextContents()).slice(0, 3)
  await typeParts(at, ['14', '01', '2026'])
  await again.getByRole('button', { name: 'Vermerken' }).press('Enter')
  await expect(again).toContainText('Zu diesem Zeitpunkt war das Gespräch noch nicht eingegangen.')
  await typeParts(at, today)
  await again.getByRole('button', { name: 'Vermerken' }).press('Enter')
  await expect(again).toBeHidden()
  await expectUndoable(
    page,
    () => listed(page, 'Offen', 1),
    () => listed(page, 'Wartet', 1),
  )
  await openOne(app)
  await expect(aside(page, 'Dieses Gespräch')).toContainText(/Nächste Antwort\s*fällig/)
  await page.getByRole('textbox', { name: 'Antwort' }).fill('Ist da')
  await choose(page, 'Beantwortet, bleibt offen')
  await expectUndoable(
    page,
    () => expect(aside(page, 'Dieses Gespräch')).not.toContainText('Nächste Antwort'),
    () => expect(aside(page, 'Dieses Gespräch')).toContainText('Nächste Antwort'),
  )
  await expect(happened(page)).toContainText(/Und jetzt\?.*beantwortet, bleibt offen.*Ist da/)
})

test('the deadline says what it is made of', async ({ openPrepared }) => {
  const app = await openPrepared(async (client) => {
    await withOneConversation(client, { receivedAt: SATURDAY })
    const conversation = conversationDraft(SATURDAY, { label: 'Anderes', channelId: 1 })
    await client.moderation.capture({ ...command(), conversation })
    await client.moderation.answer({ ...command(), id: 1, text: 'Ist da', at: MONDAY, next: 'stay' })
  })
  const page = await openOne(app)
  await aside(page, 'Dieses Gespräch')
    .getByRole('button', { name: /So kommt die Frist zustande/ })
    .press('Enter')
  const explained = page.getByRole('dialog', { name: 'So kommt die Frist zustande' })
  await expect(explained).toContainText(/Eingegangen\s*24\.10\.2026, 12:00/)
  await expect(explained).toContainText(/Die Uhr läuft ab\s*26\.10\.2026, 08:00/)
  await expect(explained).toContainText(/Versprochen in\s*4\sh Servicezeit/)
  await expect(explained).toContainText(/Fällig\s*26\.10\.2026, 12:00/)
  await expect(explained).toContainText(/Gebraucht\s*7:30\sh Servicezeit/)
  await page.keyboard.press('Escape')
  await expect(explained).toBeHidden()
  await expect(menuButton(page)).toBeVisible()
  await page.goto(app.addressOf('/moderation?id=2'))
  await page.getByRole('button', { name: /^überfällig seit.*So kommt die Frist zustande/ }).press('Enter')
  await expect(explained).toContainText(/Fällig\s*26\.10\.2026, 12:00/)
  await explained.getByRole('link', { name: 'Servicezeiten und Ziele' }).press('Enter')
  await expect(page.getByRole('tab', { name: 'Fristen & Servicezeiten', selected: true })).toBeVisible()
})

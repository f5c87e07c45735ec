// One conversation: answered from a snippet, handed over and returned, taken up again, and a lead of it that is won.
import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId, TEST_NOW } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, test } from '../support/prepared-ledger.ts'

const command = () => ({ commandId: newCommandId() })
const HOUR = 3_600_000

/** Conversation 1 is about a delivery a snippet answers; 2 is written from right to left, with what would be markup. */
async function withConversations({ settings, records, moderation }: Client): Promise<void> {
  const channel = await settings.addChannel({ ...command(), network: 'instagram', name: 'Instagram' })
  await settings.addPerson({ ...command(), name: 'Robin', isSelf: true })
  await records.addNamed({ ...command(), list: 'department', name: 'Versand' })
  const topic = await moderation.addTopics({ ...command(), names: ['Lieferung'] })
  const text = { language: 'de', tone: 'formal', text: 'Ihr Paket ist unterwegs.' } as const
  const snippet = { name: 'Lieferung, entschuldigen', topicId: topic.recordId, texts: [text] }
  await moderation.addSnippet({ ...command(), snippet })
  const asking = { ...text, text: 'Mehr steht unter {link}. Was fehlt {name}?' }
  await moderation.addSnippet({ ...command(), snippet: { name: 'Nachfragen', topicId: null, texts: [asking] } })
  const capture = (changes: Parameters<typeof conversationDraft>[1], topicIds: number[]) =>
    moderation.capture({
      ...command(),
      conversation: conversationDraft(TEST_NOW - HOUR, { channelId: channel.recordId, ...changes }),
      topicIds,
    })
  await capture({ label: 'Paket verspätet' }, [topic.recordId ?? 0])
  await capture({ label: 'Anfrage', text: '<script>document.title="x"</script> مرحبا 🙂' }, [])
}

async function openConversation(app: OpenedApp, id: number, name: string, list = 'open'): Promise<Page> {
  await app.page.goto(app.addressOf(`/moderation?list=${list}&id=${id}`))
  await expect(app.page.getByRole('article', { name })).toBeVisible()
  return app.page
}

const happened = (page: Page) => page.getByRole('region', { name: 'Was geschah' })

async function copiedText({ page, electron }: OpenedApp): Promise<string> {
  return electron
    ? electron.evaluate(({ clipboard }) => clipboard.readText())
    : page.evaluate(() => navigator.clipboard.readText())
}

test('an answer comes from a snippet, is copied and noted', async ({ openPrepared }) => {
  const app = await openPrepared(withConversations)
  if (!app.electron) await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await openConversation(app, 1, 'Paket verspätet')
  await page.getByRole('button', { name: 'Baustein', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Lieferung, entschuldigen' }).click()
  const answer = page.getByRole('textbox', { name: 'Antwort' })
  await expect(answer).toHaveValue('Ihr Paket ist unterwegs.')
  await answer.press('ControlOrMeta+Enter')
  await expect(page.getByText('Kopiert und als beantwortet vermerkt')).toBeVisible()
  expect(await copiedText(app)).toBe('Ihr Paket ist unterwegs.')
  await openConversation(app, 1, 'Paket verspätet', 'done')
  await expect(happened(page)).toContainText(/beantwortet und erledigt.*Ihr Paket ist unterwegs\./)
})

test('a gap of a snippet is where typing goes on, and is not answered with unnoticed', async ({ openPrepared }) => {
  const app = await openPrepared(withConversations)
  const page = await openConversation(app, 1, 'Paket verspätet')
  await page.getByRole('button', { name: 'Baustein', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Nachfragen' }).click()
  const answer = page.getByRole('textbox', { name: 'Antwort' })
  await expect(answer).toBeFocused()
  await page.keyboard.type('kaffee.de')
  await expect(answer).toHaveValue('Mehr steht unter kaffee.de. Was fehlt [Name?]?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('alert')).toContainText('eine Lücke offen: [Name?].')
  await page.keyboard.type('Ihnen')
  await expect(answer).toHaveValue('Mehr steht unter kaffee.de. Was fehlt Ihnen?')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(happened(page)).not.toContainText('beantwortet')
})

test('an answer taken back leaves its words where they were written', async ({ openPrepared }) => {
  const app = await openPrepared(withConversations)
  const page = await openConversation(app, 1, 'Paket verspätet')
  await page.getByRole('textbox', { name: 'Antwort' }).fill('Gleich da')
  // Without the clipboard: on a desktop all tests have the same one.
  await page.getByRole('button', { name: 'Alles, was sich mit dem Gespräch tun lässt' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Ohne Kopieren beantwortet' }).press('Enter')
  await page.getByRole('button', { name: /Rückgängig/ }).press('Enter')
  await expect(page.getByText('Rückgängig gemacht')).toBeVisible()
  await openConversation(app, 1, 'Paket verspätet')
  await expect(page.getByRole('textbox', { name: 'Antwort' })).toHaveValue('Gleich da')
  await expect(happened(page)).not.toContainText('beantwortet')
})

test('what is typed is there again after another conversation and a reload', async ({ openPrepared }) => {
  const app = await openPrepared(withConversations)
  const page = await openConversation(app, 1, 'Paket verspätet')
  await page.getByRole('textbox', { name: 'Antwort' }).fill('Noch nicht ganz')
  await openConversation(app, 2, 'Anfrage')
  await openConversation(app, 1, 'Paket verspätet')
  await expect(page.getByRole('textbox', { name: 'Antwort' })).toHaveValue('Noch nicht ganz')
})

test('it is handed over, returned, and taken up again when the other side writes', async ({ openPrepared }) => {
  const app = await openPrepared(withConversations)
  const page = await openConversation(app, 1, 'Paket verspätet')
  await page.getByRole('button', { name: 'Weitergeben' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Weitergeben' })
  await dialog.getByRole('combobox', { name: 'Abteilung' }).fill('Versand')
  await page.getByRole('option', { name: 'Versand' }).click()
  await dialog.getByLabel('Notiz').fill('Wo ist das Paket?')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Weitergeben' }).press('Enter')
  await openConversation(app, 1, 'Paket verspätet', 'waiting')
  await expect(happened(page)).toContainText(/an Versand weitergegeben.*Wo ist das Paket\?/)
  await page.getByRole('button', { name: 'Rückmeldung' }).press('Enter')
  const back = page.getByRole('dialog', { name: 'Rückmeldung erhalten' })
  await back.getByLabel('Was kam zurück?').fill('Beim Zusteller')
  await back.getByRole('button', { name: 'Vermerken' }).press('Enter')
  await openConversation(app, 1, 'Paket verspätet')
  await page.keyboard.press('u')
  const again = page.getByRole('dialog', { name: 'Hat wieder geschrieben' })
  await again.getByLabel('Neue Nachricht').fill('Und jetzt?')
  await again.getByRole('button', { name: 'Vermerken' }).press('Enter')
  await expect(happened(page)).toContainText(
    /Rückmeldung erhalten.*Beim Zusteller.*hat wieder geschrieben.*Und jetzt\?/,
  )
})

test('what was written is text, whatever it looks like', async ({ openPrepared }) => {
  const page = await openConversation(await openPrepared(withConversations), 2, 'Anfrage')
  await expect(page.getByRole('group', { name: 'Was geschrieben wurde' })).toHaveText(/<script>.*<\/script> مرحبا 🙂/)
  await expect(page).not.toHaveTitle('x')
  await expectAccessible(page)
})

test('a lead of it that is won is revenue of its channel and its own', async ({ openPrepared }) => {
  const app = await openPrepared(withConversations, { marginBasisPoints: 5500 })
  const page = await openConversation(app, 2, 'Anfrage')
  await page.getByRole('button', { name: 'Lead eintragen' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Lead eintragen' })
  await expect(form.getByLabel('Bezeichnung')).toHaveValue('Anfrage')
  await form.getByLabel('Wert').fill('1000')
  await form.getByRole('button', { name: 'Speichern' }).press('Enter')
  // Closing gives the focus back to where it came from; a key before that would go astray.
  await expect(page.getByRole('button', { name: 'Lead eintragen' })).toBeFocused()
  await page.getByRole('list', { name: 'Leads' }).getByRole('link', { name: 'Anfrage' }).press('Enter')
  await page.getByRole('dialog', { name: 'Anfrage' }).getByRole('button', { name: 'Gewonnen' }).press('Enter')
  const win = page.getByRole('dialog', { name: 'Lead gewonnen' })
  await win.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(win).toBeHidden()
  await openConversation(app, 2, 'Anfrage')
  await expect(page.getByRole('link', { name: /1\.000,00\s€/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Leads' })).toContainText('gewonnen')
  await page.goto(app.addressOf('/result?period=thisMonth'))
  await expect(page.getByRole('row', { name: /Instagram/ })).toContainText(/1\.000\s€.*550\s€/)
})

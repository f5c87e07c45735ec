// One conversation opened in the app, and what a person does in its detail with keys.
import type { Locator, Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import { conversationDraft } from './conversation-draft.ts'
import { newCommandId } from './direct-host.ts'
import type { OpenedApp } from './host-fixtures.ts'
import { expect } from './prepared-ledger.ts'

export const TITLE = 'Paket verspätet'
const MINUTE = 60_000
const command = () => ({ commandId: newCommandId() })

/** Conversation 1, which came in ten minutes ago, with oneself at 60 € an hour, a colleague, a department and three topics. */
export async function withOneConversation(client: Client, changes: Partial<ConversationDraft> = {}): Promise<void> {
  const { settings, records, moderation } = client
  const { recordId: channelId } = await settings.addChannel({ ...command(), network: 'instagram', name: 'Instagram' })
  await settings.addPerson({ ...command(), name: 'Robin', isSelf: true })
  await settings.addPerson({ ...command(), name: 'Jonas', isSelf: false })
  await settings.setRate({ ...command(), personId: null, validFrom: '2020-01-01', centsPerHour: 6_000, basis: null })
  await records.addNamed({ ...command(), list: 'department', name: 'Versand' })
  await moderation.addTopics({ ...command(), names: ['Lieferung', 'Preis', 'Lob'] })
  const conversation = conversationDraft(Date.now() - 10 * MINUTE, { channelId, label: TITLE, ...changes })
  await moderation.capture({ ...command(), conversation })
}

export async function openOne({ page, addressOf }: OpenedApp, list = 'open', name = TITLE): Promise<Page> {
  await page.goto(addressOf(`/moderation?list=${list}&id=1`))
  await expect(page.getByRole('article', { name })).toBeVisible()
  return page
}

export const happened = (page: Page) => page.getByRole('region', { name: 'Was geschah' })
export const aside = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
export const menuButton = (page: Page) =>
  page.getByRole('button', { name: 'Alles, was sich mit dem Gespräch tun lässt' })

export async function choose(page: Page, entry: string): Promise<void> {
  await menuButton(page).press('Enter')
  await page.getByRole('menuitem', { name: entry }).press('Enter')
}

/** Out of every field: in one of them the keys take back what was typed. */
async function pressOutside(page: Page, keys: string): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press(keys)
}

export const undo = (page: Page) => pressOutside(page, 'ControlOrMeta+z')
export const redo = (page: Page) => pressOutside(page, 'ControlOrMeta+Shift+z')

/** What is there is taken back and done again: `expectDone` and `expectUndone` say what is seen then. */
export async function expectUndoable(
  page: Page,
  expectDone: () => Promise<void>,
  expectUndone: () => Promise<void>,
): Promise<void> {
  await expectDone()
  await undo(page)
  await expectUndone()
  await redo(page)
  await expectDone()
}

/** Day, month, year, hour, minute of a field with segments, as far as they are given. */
export async function typeParts(field: Locator, parts: readonly string[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    await field.getByRole('spinbutton').nth(index).focus()
    await field.page().keyboard.type(part)
  }
}

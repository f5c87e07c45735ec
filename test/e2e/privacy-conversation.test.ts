// What can be done about the text of one conversation: keep it longer, let go of it, erase it for good.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { capture } from '../support/captured.ts'
import { expect, test } from '../support/host-fixtures.ts'
import { filesWith, workOn } from '../support/raw-ledger.ts'

const TEXT = 'Unverwechselbares aus Zwickau'
const NOTE = 'Rückruf in Zwickau vereinbart'
const menu = (page: Page) => page.getByRole('button', { name: 'Alles, was sich mit dem Gespräch tun lässt' })

async function choose(page: Page, name: string): Promise<void> {
  await menu(page).click()
  await page.getByRole('menuitem', { name }).click()
}

test('a text is kept longer with a reason, which stands on it until it is let go of', async ({
  launchApp,
  filledLedger,
}) => {
  const id = await workOn(filledLedger, (client) => capture(client, { label: 'Streit um eine Rechnung', text: TEXT }))
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf(`/moderation?id=${id}`))
  await choose(page, 'Text länger aufbewahren …')
  const dialog = page.getByRole('dialog', { name: 'Text länger aufbewahren' })
  await dialog.getByText('Anderer Grund').click()
  await dialog.getByRole('button', { name: 'Aufbewahren' }).click()
  await expect(dialog.getByText('Bitte ausfüllen.')).toBeVisible()
  await dialog.getByText('Streitfall').click()
  await dialog.getByLabel('Worum es geht').fill('Schreiben vom 3. Oktober')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const line = page.getByText('Wird länger aufbewahrt: Streitfall: Schreiben vom 3. Oktober')
  await expect(line).toBeVisible()

  await choose(page, 'Text endgültig löschen …')
  await expect(page.getByRole('dialog', { name: 'Dieser Text wird aufbewahrt' })).toContainText('Streitfall')
  await page.getByRole('button', { name: 'Abbrechen' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.getByRole('article').getByRole('button', { name: 'Nicht länger aufbewahren' }).click()
  await expect(line).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(line).toBeVisible()
})

test('the text of one conversation is erased for good, and what was counted stays', async ({
  launchApp,
  filledLedger,
}) => {
  const id = await workOn(filledLedger, async (client) => {
    const noted = await capture(client, { label: 'Frage zum Versand', handle: 'qwixa_77', text: TEXT })
    await capture(client, { handle: 'qwixa_77', text: 'Noch eine Frage' })
    await client.moderation.addNote({ commandId: crypto.randomUUID(), id: noted, text: NOTE })
    return noted
  })
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf(`/moderation?id=${id}`))
  const pane = page.getByRole('article', { name: 'Frage zum Versand' })
  await expect(pane.getByText(TEXT)).toBeVisible()
  await pane.getByLabel('Antwort', { exact: true }).fill('Halb geschrieben in Zwickau')
  await choose(page, 'Text endgültig löschen …')
  const dialog = page.getByRole('alertdialog', { name: 'Text von „Frage zum Versand“ löschen?' })
  await expect(dialog).toContainText('Anzahl, Minuten, Kosten, Themen')
  await expect(dialog).toContainText('Das lässt sich nicht rückgängig machen.')
  await expectAccessible(page)
  await dialog.getByLabel('Zum Bestätigen LÖSCHEN eintippen').fill('LÖSCHEN')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gelöscht: Text von 1 Gespräch')).toBeVisible()
  await expect(pane.getByText(/^Text und Name wurden am .* gelöscht\./)).toBeVisible()
  await expect(pane.getByLabel('Antwort', { exact: true })).toHaveValue('')
  await expect(page.getByText('qwixa_77').first()).toBeVisible()
  expect(filesWith(filledLedger, ['Zwickau'])).toEqual([])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('In diesem Fenster gibt es nichts rückgängig zu machen.')).toBeVisible()
})

// The ledger is written anew in a thread with a connection of its own, which the package has to find its parts for.
import { capture } from '../../support/captured.ts'
import { expect, test } from '../../support/host-fixtures.ts'
import { filesWith, workOn } from '../../support/raw-ledger.ts'

const HANDLE = 'qwixa_77'
const TEXT = 'Unverwechselbares aus Zwickau'

test('the package erases a person without leaving a byte', async ({ launchApp, filledLedger }) => {
  await workOn(filledLedger, (client) => capture(client, { handle: HANDLE, text: TEXT }))
  expect(filesWith(filledLedger, [HANDLE, TEXT])).not.toEqual([])
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/moderation/privacy'))
  await page.getByLabel('Name, Handle oder Pseudonym').fill(HANDLE)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Löschen …' }).click()
  await page.getByLabel('Zum Bestätigen LÖSCHEN eintippen').fill('LÖSCHEN')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gelöscht: Text von 1 Gespräch')).toBeVisible()
  await expect(page.getByText('Die Datei ist noch in Gebrauch')).toBeHidden()
  expect(filesWith(filledLedger, [HANDLE, TEXT])).toEqual([])
})

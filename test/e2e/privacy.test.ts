// Data protection as a person uses it: somebody is found and erased, which the raw file shows; an older backup is restored.
import { expectAccessible } from '../support/accessibility.ts'
import { capture } from '../support/captured.ts'
import { expect, test } from '../support/host-fixtures.ts'
import { filesWith, workOn } from '../support/raw-ledger.ts'

const HANDLE = 'qwixa_77'
const TEXT = 'Unverwechselbares aus Zwickau'
const onDisk = (path: string) => filesWith(path, [HANDLE, TEXT])

test('a person is erased without a byte left, and a restored backup does not bring them back', async ({
  launchApp,
  filledLedger,
}) => {
  await workOn(filledLedger, async (client) => {
    await capture(client, { handle: HANDLE, text: TEXT })
    await capture(client, { handle: 'jemand', text: `@${HANDLE} hat recht` })
    await client.safekeeping.backUp()
  })
  expect(onDisk(filledLedger)).not.toEqual([])
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/moderation/privacy'))
  await page.getByLabel('Name, Handle oder Pseudonym').fill(`@${HANDLE.toUpperCase()}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 Gespräch', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Andere Gespräche/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Löschen …' }).click()
  const confirm = page.getByRole('button', { name: 'Endgültig löschen' })
  await expect(confirm).toBeDisabled()
  await expectAccessible(page)
  await page.getByLabel('Zum Bestätigen LÖSCHEN eintippen').fill('löschen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gelöscht: Text von 1 Gespräch, 1 Nennung ersetzt')).toBeVisible()
  expect(onDisk(filledLedger)).toEqual([])

  await page.goto(addressOf('/moderation/privacy?view=retention'))
  await expect(page.getByText('auf Verlangen')).toBeVisible()
  await expectAccessible(page)
  await page.goto(addressOf('/moderation/privacy?view=backups'))
  await expect(page.getByText('enthält noch Gelöschtes: 1 Person und 1 Text')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Zurückholen …/ }).click()
  await page.getByRole('button', { name: 'Zurückholen', exact: true }).click()
  await expect(page.getByText('Sicherung zurückgeholt')).toBeVisible()
  expect(onDisk(filledLedger)).toEqual([])
})

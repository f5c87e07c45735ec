// The ledger is written anew in a thread with a connection of its own, which the package has to find its parts for.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Backend } from '../../../electron/backend/backend.ts'
import { directClient } from '../../../electron/backend/direct-client.ts'
import { capture } from '../../support/captured.ts'
import { expect, test } from '../../support/host-fixtures.ts'

const HANDLE = 'qwixa_77'
const TEXT = 'Unverwechselbares aus Zwickau'

async function fill(path: string): Promise<void> {
  const backend = new Backend({
    host: 'direct',
    dataFolder: dirname(path),
    appVersion: 'test',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language: 'de',
  })
  await backend.openLedger(path)
  await capture(directClient(backend), { handle: HANDLE, text: TEXT })
  backend.close()
}

/** Every file beside the ledger in which the name or the text stands, letter by letter. */
function onDisk(path: string): string[] {
  return readdirSync(dirname(path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(basename(path)))
    .map(({ name }) => name)
    .filter((name) => {
      const bytes = readFileSync(join(dirname(path), name))
      return [HANDLE, TEXT].some((text) => bytes.includes(text))
    })
}

test('the package erases a person without leaving a byte', async ({ launchApp, filledLedger }) => {
  await fill(filledLedger)
  expect(onDisk(filledLedger)).not.toEqual([])
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/moderation/privacy'))
  await page.getByLabel('Name, Handle oder Pseudonym').fill(HANDLE)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Löschen …' }).click()
  await page.getByLabel('Zum Bestätigen LÖSCHEN eintippen').fill('LÖSCHEN')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gelöscht: 1 Gespräch')).toBeVisible()
  await expect(page.getByText('Die Datei ist noch in Gebrauch')).toBeHidden()
  expect(onDisk(filledLedger)).toEqual([])
})

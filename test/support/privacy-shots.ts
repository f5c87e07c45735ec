// Data protection in the moderation log, in all its states.
import type { Page } from '@playwright/test'
import type { Shot } from './screenshot-list.ts'

const shot = (name: string, view = 'people', state: Shot['state'] = 'protected', prepare?: Shot['prepare']): Shot => ({
  name: `moderation-privacy-${name}`,
  state,
  path: `/moderation/privacy?view=${view}`,
  ...(prepare && { prepare }),
})

async function find(page: Page, name: string): Promise<void> {
  await page.getByLabel(/^(Name, Handle|Name, handle)/).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^(Auskunft speichern|Save information)/ }).waitFor()
}

async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('alertdialog').waitFor()
}

export const privacyShots: readonly Shot[] = [
  shot('people'),
  shot('people-empty', 'people', 'empty'),
  shot('found', 'people', 'protected', (page) => find(page, 'kaffee_und_kanten')),
  shot('nothing', 'people', 'protected', async (page) => {
    await page.getByLabel(/^(Name, Handle|Name, handle)/).fill('niemand')
    await page.keyboard.press('Enter')
    await page.getByText(/ist nichts gespeichert|Nothing is stored/).waitFor()
  }),
  shot('erase', 'people', 'protected', async (page) => {
    await find(page, 'espresso-anfang')
    await press(page, /^(Löschen|Erase) …/)
  }),
  shot('retention', 'retention'),
  shot('retention-empty', 'retention', 'empty'),
  shot('backups', 'backups'),
  shot('backups-empty', 'backups', 'empty'),
  shot('restore', 'backups', 'protected', (page) => press(page, /^(Zurückholen|Restore) …/)),
  { name: 'moderation-privacy-today', state: 'protected', path: '/' },
]

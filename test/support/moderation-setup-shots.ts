// How the moderation log is set up, in all its states.
import type { Page } from '@playwright/test'
import type { Shot } from './screenshot-list.ts'

const shot = (name: string, tab: string, state: Shot['state'] = 'moderated', prepare?: Shot['prepare']): Shot => ({
  name: `moderation-setup-${name}`,
  state,
  path: `/moderation/setup?tab=${tab}`,
  ...(prepare && { prepare }),
})

async function openRow(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('row', { name }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
}

export const moderationSetupShots: readonly Shot[] = [
  shot('rules', 'rules'),
  shot('rules-sample', 'rules', 'sample'),
  shot('rules-empty', 'rules', 'empty'),
  shot('rule', 'rules', 'moderated', async (page) => {
    await openRow(page, /Schlechte Bewertung/)
    await page
      .getByRole('dialog')
      .getByRole('group', { name: /Offene|Open/ })
      .waitFor()
  }),
  shot('rule-new', 'rules&new=1', 'moderated', async (page) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Lieferung')
    await dialog.getByLabel(/Wörter|words/).fill('liefer*, paket')
    await dialog.getByRole('button', { name: 'Lieferung', exact: true }).click()
    await dialog.getByText(/4 (von|of) 6/).waitFor()
  }),
  shot('targets', 'targets'),
  shot('targets-empty', 'targets', 'empty'),
  shot('snippets', 'snippets', 'sample'),
  shot('snippets-empty', 'snippets', 'empty'),
  shot('snippet', 'snippets', 'sample', (page) => openRow(page, /Lieferung|Delivery/)),
  shot('topics', 'topics'),
  shot('topics-empty', 'topics', 'empty'),
]

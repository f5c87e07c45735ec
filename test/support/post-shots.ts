// The pane of a post in its states, and noting a new one: of the sample.
import type { Page } from '@playwright/test'
import type { Shot } from './screenshot-list.ts'

const pane = (page: Page) => page.locator('#post-pane')
const shot = (name: string, path: string, prepare?: Shot['prepare']): Shot => ({
  name,
  state: 'sample',
  path,
  ...(prepare && { prepare }),
})
/** In the order the sample makes them: for two channels and ready, and a draft of two. */
const TWO = '/calendar?post=148'
const DRAFT = '/calendar?post=152'

async function writeTooLong(page: Page): Promise<void> {
  await pane(page)
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill(`${'Licht an! '.repeat(225)}#a #b #c #d #e #f`)
  await pane(page)
    .getByRole('button', { name: /^Status/ })
    .click()
  await page.getByRole('menuitem', { name: /^(Bereit|Ready)$/ }).click()
  await pane(page).getByRole('alert').waitFor()
}

async function scrollDown(page: Page): Promise<void> {
  const history = pane(page).getByText(/^(Verlauf|History)$/)
  await history.click()
  await history.scrollIntoViewIfNeeded()
  await pane(page)
    .getByRole('list', { name: /^(Verlauf|History)$/ })
    .scrollIntoViewIfNeeded()
}

async function noteNew(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (let attempt = 0; attempt < 20 && !(await dialog.isVisible()); attempt++) {
    await page.keyboard.press('b')
    await page.waitForTimeout(250)
  }
  await dialog.getByRole('textbox', { name: /^(Titel|Title)$/ }).fill('Reel: Lastenrad beladen')
  await dialog.getByRole('button', { name: 'Instagram' }).click()
  await dialog.getByRole('button', { name: 'Facebook' }).click()
}

export const postShots: readonly Shot[] = [
  shot('post-two', TWO),
  shot('post-own', `${TWO}&variant=149`),
  shot('post-master', TWO, (page) =>
    pane(page)
      .getByRole('tab', { name: /^(Haupttext|Master text)$/ })
      .click(),
  ),
  shot('post-late', '/calendar?post=146'),
  shot('post-published', '/calendar?post=143'),
  shot('post-refused', DRAFT, writeTooLong),
  shot('post-history', DRAFT, scrollDown),
  shot('post-money', '/calendar?post=142', (page) =>
    pane(page)
      .getByText(/^(Checkliste|Checklist)$/)
      .scrollIntoViewIfNeeded(),
  ),
  shot('post-publish', TWO, (page) =>
    pane(page)
      .getByRole('button', { name: /^(Veröffentlicht|Published)$/ })
      .click(),
  ),
  shot('post-new', '/calendar', noteNew),
]

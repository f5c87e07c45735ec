// Only the desktop has a backend of its own that can die while the page lives on.
import type { Page } from '@playwright/test'
import { dropFiles, fixtureFile } from '../support/drop-files.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, test } from '../support/host-fixtures.ts'
import { backendPid } from '../support/host-processes.ts'

const mapping = (page: Page) => page.getByRole('button', { name: /„Herbst-Lookalike“ zählt als/ })
const done = (page: Page) => page.getByText(/^Im Hauptbuch angekommen: /)

async function answerMapping(app: OpenedApp, page: Page): Promise<void> {
  await page.goto(app.addressOf('/imports'))
  await dropFiles(page, [fixtureFile('meta-ads-de.csv')])
  await mapping(page).click()
  await page.getByRole('option', { name: /^TikTok/ }).click()
}

async function killBackend(app: OpenedApp): Promise<void> {
  const before = await backendPid(app.electron!)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => backendPid(app.electron!)).not.toBe(before)
}

test('what was dropped and answered survives a restart of the backend', async ({ app, page }) => {
  await answerMapping(app, page)
  await killBackend(app)
  await expect(mapping(page)).toContainText('TikTok')
  // A press can meet the moment in which the files are read anew and the button rests.
  await expect(async () => {
    const button = page.getByRole('button', { name: /importieren: / })
    if (!(await done(page).isVisible())) await button.click({ timeout: 1_000 })
    await expect(done(page)).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(done(page)).toContainText(/488\sAnzeigenzeilen/)
  await page.getByRole('tab', { name: /Zuordnungen/ }).click()
  await expect(mapping(page)).toContainText('TikTok')
})

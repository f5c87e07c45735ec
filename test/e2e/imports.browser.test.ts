// Only a browser can load the page anew under the person; the desktop window just closes.
import { dropFiles, fixtureFile } from '../support/drop-files.ts'
import { expect, test } from '../support/host-fixtures.ts'

test('who leaves the page with dropped files is asked first', async ({ app, page }) => {
  await page.goto(app.addressOf('/imports'))
  await dropFiles(page, [fixtureFile('meta-ads-de.csv')])
  await expect(page.getByRole('button', { name: /importieren: / })).toBeEnabled()
  // Browsers only ask where somebody has done something.
  await page.getByRole('tab', { name: /Verlauf/ }).click()
  const asked = page.waitForEvent('dialog')
  const reloaded = page.reload()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloaded
})

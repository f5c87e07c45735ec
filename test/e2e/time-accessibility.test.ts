// Week, day, list and report with all that marks an entry, in both themes, against WCAG.
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { expect, test } from '../support/prepared-ledger.ts'
import { fillMarkedWeek } from '../support/worked-week.ts'

const views: readonly { readonly search: string; readonly shown: (page: Page) => Locator }[] = [
  { search: 'view=week&day=2026-10-26', shown: (page) => page.getByRole('button', { name: /Geschäftsleitung/ }) },
  { search: 'view=day&day=2026-10-29', shown: (page) => page.getByRole('button', { name: /Geschäftsleitung/ }) },
  { search: 'view=week&day=2026-11-09', shown: (page) => page.getByText('In dieser Woche steht noch nichts') },
  { search: 'view=list', shown: (page) => page.getByRole('row', { name: /Geschäftsleitung/ }) },
  { search: 'view=report&by=activity', shown: (page) => page.getByRole('row', { name: /^Abstimmung/ }) },
]

for (const theme of ['light', 'dark']) {
  test(`the views of time can be used by everyone, ${theme}`, async ({ openPrepared }) => {
    const app = await openPrepared(fillMarkedWeek, { timeZone: 'Europe/Berlin' })
    const { page } = app
    await page.addInitScript((view) => localStorage.setItem('gegenwert.view', JSON.stringify(view)), {
      theme,
      language: 'de',
    })
    for (const { search, shown } of views)
      await test.step(search, async () => {
        await page.goto(app.addressOf(`/time?${search}`))
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        await expect(shown(page).first()).toBeVisible()
        await expectAccessible(page)
      })
    await page.goto(app.addressOf('/time?view=list'))
    await page.getByRole('row', { name: /Geschäftsleitung/ }).click()
    await expect(page.getByText('1 ausgewählt')).toBeVisible()
    await expectAccessible(page)
  })
}

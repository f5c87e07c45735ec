// The list and the board of the calendar, filters, several chosen, and what stands there while there is nothing.
import type { Page } from '@playwright/test'
import type { Shot } from './screenshot-list.ts'

const shot = (name: string, search: string, prepare?: Shot['prepare'], state: Shot['state'] = 'planned'): Shot => ({
  name: `calendar-${name}`,
  state,
  path: `/calendar${search}`,
  ...(prepare && { prepare }),
})

async function choose(page: Page): Promise<void> {
  const row = page.locator('[data-row-index="3"]')
  await row.focus()
  for (let count = 0; count < 3; count++) await page.keyboard.press('Shift+ArrowDown')
}

export const calendarListShots: readonly Shot[] = [
  shot('list', '?view=list'),
  shot('list-chosen', '?view=list', choose),
  shot('list-shift', '?view=list', async (page) => {
    await choose(page)
    await page.keyboard.press('m')
    await page.getByRole('dialog').waitFor()
  }),
  shot('list-undated', '?view=list&list=undated'),
  shot('list-shown', '?view=list&post=3'),
  shot('list-filtered', '?view=list&channels=1.2&statuses=ready.review&format=reel', async (page) => {
    await page.locator('[data-row-index], [role=grid]').first().waitFor()
    await page.keyboard.press('f')
    await page.getByRole('dialog').waitFor()
  }),
  shot('list-none', '?view=list&text=gibtesnicht'),
  shot('list-empty', '?view=list', undefined, 'empty'),
  shot('board', '?view=board'),
  shot('board-unfolded', '?view=board&unfolded=archived.cancelled'),
  shot('board-shown', '?view=board&post=3'),
  shot('board-none', '?view=board&text=gibtesnicht'),
  shot('board-empty', '?view=board', undefined, 'empty'),
]

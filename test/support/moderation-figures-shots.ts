// The figures of the moderation log, in all their states.
import type { Page } from '@playwright/test'
import type { Shot } from './screenshot-list.ts'

const shot = (name: string, search = '', prepare?: Shot['prepare'], state: Shot['state'] = 'measured'): Shot => ({
  name: `moderation-figures${name}`,
  state,
  path: `/moderation/figures${search}`,
  ...(prepare && { prepare }),
})

const OCTOBER = '?from=2026-10-01&to=2026-10-31'
const scrollTo = (text: RegExp) => (page: Page) => page.getByText(text).first().scrollIntoViewIfNeeded()

export const moderationFiguresShots: readonly Shot[] = [
  shot('', OCTOBER),
  shot('-chart', `${OCTOBER}&by=topic&show=median`, (page) =>
    page.getByRole('figure').first().scrollIntoViewIfNeeded(),
  ),
  shot('-topic', `${OCTOBER}&by=topic&show=median`, scrollTo(/(Jede Zahl öffnet|Every figure opens)/)),
  shot('-weekday', `${OCTOBER}&by=weekday&show=within`, scrollTo(/(Jede Zahl öffnet|Every figure opens)/)),
  shot('-complaints', OCTOBER, scrollTo(/(Davon in der Bilanz|Of it in the balance)/)),
  shot('-rows', `${OCTOBER}&rows=late`),
  shot('-reach', OCTOBER, async (page) => {
    await page.getByText(/(Reichweite der Kanäle|Reach of the channels)/).click()
    await page.getByRole('table', { name: /(Reichweite eintragen|Enter reach)/ }).scrollIntoViewIfNeeded()
  }),
  shot('-export', OCTOBER, (page) => page.getByRole('button', { name: /(Exportieren|Export)/ }).click()),
  shot('-empty', '', undefined, 'empty'),
]

// Month and week of the calendar: moved and copied with mouse and keyboard, taken back, and what the ledger says of it afterwards.
import type { Locator, Page } from '@playwright/test'
import { type Day, toDay } from '../../shared/domain/day.ts'
import { clockAt, instantAt } from '../../shared/domain/wall-time.ts'
import { addPlan } from '../support/calendar-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, type OpenedApp, test } from '../support/host-fixtures.ts'
import { workOn } from '../support/raw-ledger.ts'

const ZONE = 'Europe/Berlin'

/** Title, day, clock; all far ahead, so that none is late. */
type Planned = readonly [title: string, day: string, clock: string]

/** On LinkedIn, ready. */
async function plan(ledger: string, posts: readonly Planned[]): Promise<void> {
  await workOn(ledger, async (client) => {
    const known = (await client.settings.channels()).find(({ network }) => network === 'linkedin')?.id
    const channel = { commandId: newCommandId(), network: 'linkedin', name: 'LinkedIn' } as const
    const channelId = known ?? (await client.settings.addChannel(channel)).recordId ?? 0
    for (const [title, day, clock] of posts) {
      const plannedAt = instantAt(toDay(day), clock, ZONE)
      await addPlan(client, { title, plannedAt, channels: [channelId], status: 'ready' })
    }
  })
}

/** "2031-05-14 11:30 Reel ready", read from the file once the app has closed it. */
async function planned(app: OpenedApp, ledger: string, from: string, to: string): Promise<string[]> {
  await app.close()
  const period = { from: toDay(from), to: toDay(to) }
  const { rows } = await workOn(ledger, (client) => client.calendar.range({ period }))
  return rows.map(({ day, plannedAt, title, status }) => `${day} ${clockAt(plannedAt ?? 0, ZONE)} ${title} ${status}`)
}

async function openCalendar(app: OpenedApp, search: string): Promise<Page> {
  const { page } = app
  await page.goto(app.addressOf(`/calendar?${search}`))
  await expect(page.getByRole('grid')).toBeVisible()
  return page
}

const cell = (page: Page, day: string) => page.locator(`[role=gridcell][data-day="${day}"]`)
const post = (within: Page | Locator, name: RegExp) =>
  within.locator('[data-entry]').and(within.getByRole('button', { name }))
const done = (page: Page, text: string | RegExp) => expect(page.getByRole('status').getByText(text)).toBeVisible()

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
  await done(page, 'Rückgängig gemacht')
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: Locator, to: { x: number; y: number }, before = () => Promise.resolve()) {
  const start = await middleOf(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await before()
  await page.mouse.up()
}

test('a month by keyboard: moved to another day, taken back, chosen and moved together', async ({
  launchApp,
  filledLedger,
}) => {
  await plan(filledLedger, [
    ['Röstgrad hören', '2031-05-13', '11:30'],
    ['Latte Art', '2031-05-13', '17:00'],
    ['Milch schäumen', '2031-05-16', '09:15'],
  ])
  const app = await launchApp({ ledger: filledLedger })
  const page = await openCalendar(app, 'day=2031-05-01')
  await expect(cell(page, '2031-05-13')).toHaveAccessibleName('Dienstag, 13. Mai 2031, 2 Beiträge')
  await expect(cell(page, '2031-05-01')).toHaveAccessibleName(/kein Beitrag, .*Maifeiertag/)
  const reel = post(page, /^11:30, Röstgrad hören, LinkedIn, bereit/)
  await cell(page, '2031-05-01').focus()

  await test.step('arrows go through days and the posts of a day', async () => {
    for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
    await expect(cell(page, '2031-05-06')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(cell(page, '2031-05-13')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(reel).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(post(page, /Latte Art/)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(reel).toBeFocused()
  })

  await test.step('Alt and arrows move it, the focus stays on it, and it is one step to take back', async () => {
    await page.keyboard.down('Alt')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.up('Alt')
    await done(page, 'Beitrag verschoben')
    await expect(post(cell(page, '2031-05-21'), /^11:30, Röstgrad/)).toBeFocused()
    await undo(page)
    await expect(post(cell(page, '2031-05-13'), /^11:30, Röstgrad/)).toBeVisible()
  })

  await test.step('Escape puts it back', async () => {
    await reel.focus()
    await page.keyboard.down('Alt')
    await page.keyboard.press('ArrowLeft')
    await expect(post(cell(page, '2031-05-12'), /Röstgrad/)).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.up('Alt')
    await expect(post(cell(page, '2031-05-13'), /Röstgrad/)).toBeFocused()
  })

  await test.step('two that are chosen move together', async () => {
    await page.keyboard.press('Shift+Space')
    await expect(post(page, /Röstgrad.*ausgewählt/)).toBeFocused()
    await post(page, /Milch/).click({ modifiers: ['ControlOrMeta'] })
    await expect(post(page, /Milch.*ausgewählt/)).toBeVisible()
    await reel.focus()
    await page.keyboard.press('Alt+ArrowRight')
    await done(page, '2 Beiträge verschoben')
    await expect(post(cell(page, '2031-05-17'), /^09:15, Milch/)).toBeVisible()
  })

  await test.step('Page Down, and Enter on a day adds', async () => {
    await page.keyboard.press('PageDown')
    await expect(page.getByRole('heading', { level: 1, name: 'Juni 2031' })).toBeVisible()
    await expect(cell(page, '2031-06-14')).toBeFocused()
    await expect(page.getByText('Im Juni 2031 ist noch nichts geplant.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  expect(await planned(app, filledLedger, '2031-05-01', '2031-05-31')).toEqual([
    '2031-05-13 17:00 Latte Art ready',
    '2031-05-14 11:30 Röstgrad hören ready',
    '2031-05-17 09:15 Milch schäumen ready',
  ])
})

test('a month with the mouse: dragged, copied with Alt, put back by Escape; a full day opens', async ({
  launchApp,
  filledLedger,
}) => {
  const full = ['07:00', '08:00', '09:00', '10:00', '12:00', '13:00', '15:00', '18:00']
  await plan(filledLedger, [
    ['Röstgrad hören', '2031-05-13', '11:30'],
    ...full.map((clock): Planned => [`Um ${clock}`, '2031-05-07', clock]),
    ['Nachts', '2031-03-29', '02:30'],
  ])
  const app = await launchApp({ ledger: filledLedger })
  const page = await openCalendar(app, 'day=2031-05-01')
  const reel = post(page, /^11:30, Röstgrad/)

  await test.step('to another day at the same time', async () => {
    await drag(page, reel, await middleOf(cell(page, '2031-05-15')))
    await done(page, 'Beitrag verschoben')
    await expect(post(cell(page, '2031-05-15'), /^11:30, Röstgrad/)).toBeFocused()
  })
  await test.step('Escape and its own day leave it', async () => {
    await drag(page, reel, await middleOf(cell(page, '2031-05-20')), () => page.keyboard.press('Escape'))
    await expect(post(cell(page, '2031-05-15'), /Röstgrad/)).toBeVisible()
    await drag(page, reel, await middleOf(cell(page, '2031-05-15')))
    await expect(post(cell(page, '2031-05-15'), /Röstgrad/)).toBeVisible()
  })
  await test.step('with Alt a copy, which takes the focus', async () => {
    await page.keyboard.down('Alt')
    await drag(page, reel, await middleOf(cell(page, '2031-05-22')))
    await page.keyboard.up('Alt')
    await done(page, 'Beitrag kopiert')
    await expect(post(cell(page, '2031-05-22'), /^11:30, Röstgrad.*Entwurf/)).toBeFocused()
    await expect(post(cell(page, '2031-05-15'), /Röstgrad.*bereit/)).toBeVisible()
  })
  await test.step('what has no room is all in a list', async () => {
    const more = cell(page, '2031-05-07').getByRole('button', { name: 'Alle Beiträge: Mittwoch, 7. Mai 2031' })
    await more.click()
    const list = page.getByRole('dialog')
    await expect(list.getByRole('listitem')).toHaveCount(full.length)
    await list.getByRole('button', { name: /^18:00/ }).click()
    await expect(list).toHaveCount(0)
    await expect(page).toHaveURL(/post=\d+/)
  })
  await test.step('a time the clocks skip moves on, and that is said', async () => {
    await openCalendar(app, 'day=2031-03-01')
    await drag(page, post(page, /Nachts/), await middleOf(cell(page, '2031-03-30')))
    await done(page, /Auf 03:30 Uhr gelegt: 02:30 Uhr gibt es am 30\. März nicht/)
    await expect(post(cell(page, '2031-03-30'), /^03:30, Nachts/)).toBeVisible()
  })

  const read = await planned(app, filledLedger, '2031-03-01', '2031-05-31')
  expect(read.filter((line) => !line.includes('Um '))).toEqual([
    '2031-03-30 03:30 Nachts ready',
    '2031-05-15 11:30 Röstgrad hören ready',
    '2031-05-22 11:30 Röstgrad hören draft',
  ])
})

/** The point of a column at an hour. */
async function pointAt(page: Page, day: string, hour: number): Promise<{ x: number; y: number }> {
  const column = cell(page, day)
  await column.evaluate(
    (element, share) => {
      element.closest('[data-scroller]')?.scrollTo({ top: element.getBoundingClientRect().height * share })
    },
    (hour - 3) / 24,
  )
  const box = await column.boundingBox()
  if (!box) throw new Error(`no column ${day}`)
  return { x: box.x + box.width / 2, y: box.y + (box.height * hour) / 24 }
}

test('a week with mouse and keyboard: by the quarter of an hour, and added where one clicks', async ({
  launchApp,
  filledLedger,
}) => {
  await plan(filledLedger, [
    ['Röstgrad hören', '2031-05-13', '11:37'],
    ['Latte Art', '2031-05-15', '11:30'],
    ['Milch schäumen', '2031-05-15', '11:30'],
  ])
  const app = await launchApp({ ledger: filledLedger })
  const page = await openCalendar(app, 'view=week&day=2031-05-14')
  const reel = post(page, /Röstgrad/)
  await expect(page.getByRole('columnheader', { name: /^Dienstag, 13\. Mai/ })).toBeVisible()

  await test.step('straight across the clock stays to the minute', async () => {
    const { x } = await pointAt(page, '2031-05-16', 12)
    await drag(page, reel, { x, y: (await middleOf(reel)).y })
    await done(page, 'Beitrag verschoben')
    await expect(post(cell(page, '2031-05-16'), /^11:37, Röstgrad/)).toBeFocused()
  })
  await test.step('up and down by quarters', async () => {
    const start = await middleOf(reel)
    const height = (await cell(page, '2031-05-16').boundingBox())?.height ?? 0
    await drag(page, reel, { x: start.x, y: start.y + (height / 24) * 1.1 })
    await expect(post(cell(page, '2031-05-16'), /^12:45, Röstgrad/)).toBeFocused()
  })
  await test.step('Alt and arrows by keyboard: a quarter down, a day back', async () => {
    await page.keyboard.down('Alt')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.up('Alt')
    await expect(post(cell(page, '2031-05-15'), /^13:00, Röstgrad/)).toBeFocused()
    await undo(page)
    await expect(post(cell(page, '2031-05-16'), /^12:45, Röstgrad/)).toBeVisible()
  })
  await test.step('two at one time stand side by side', async () => {
    const [first, second] = [await middleOf(post(page, /Latte/)), await middleOf(post(page, /Milch/))]
    expect(Math.abs(first.y - second.y)).toBeLessThan(1)
    expect(Math.abs(first.x - second.x)).toBeGreaterThan(20)
  })
  await test.step('with Alt a copy', async () => {
    const { x } = await pointAt(page, '2031-05-14', 12)
    await page.keyboard.down('Alt')
    await drag(page, post(page, /Latte/), { x, y: (await middleOf(post(page, /Latte/))).y })
    await page.keyboard.up('Alt')
    await expect(post(cell(page, '2031-05-14'), /^11:30, Latte.*Entwurf/)).toBeFocused()
  })
  await test.step('a click adds at that time', async () => {
    const { x, y } = await pointAt(page, '2031-05-12', 14.7)
    await page.mouse.click(x, y)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: /Uhrzeit|Zeit/ })).toHaveValue('14:30')
    await page.keyboard.press('Escape')
  })

  expect(await planned(app, filledLedger, '2031-05-12', '2031-05-18')).toEqual([
    '2031-05-14 11:30 Latte Art draft',
    '2031-05-15 11:30 Latte Art ready',
    '2031-05-15 11:30 Milch schäumen ready',
    '2031-05-16 12:45 Röstgrad hören ready',
  ])
})

test('what is out stays where it came out, and can be copied', async ({ launchApp, filledLedger }) => {
  const day: Day = toDay('2026-10-14')
  await workOn(filledLedger, async (client) => {
    const channelId = (await client.settings.channels())[0]?.id ?? 0
    await addPlan(client, {
      title: 'Schon draußen',
      plannedAt: instantAt(day, '11:30', ZONE),
      channels: [channelId],
      status: 'published',
    })
  })
  const app = await launchApp({ ledger: filledLedger })
  const page = await openCalendar(app, 'day=2026-10-01')
  const out = post(page, /Schon draußen.*veröffentlicht/)
  await drag(page, out, await middleOf(cell(page, '2026-10-22')))
  await done(page, /bleiben, wo sie erschienen sind/)
  await out.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(post(cell(page, day), /Schon draußen/)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+d')
  await expect(post(cell(page, day), /^11:30, Schon draußen.*Entwurf, überfällig/)).toBeFocused()
})

// A week corrected in the timeline: with the mouse, and once more by keyboard alone; days on which the clocks change.
import type { Locator, Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'
import { addPersonWithRate, fillWeek, logWork } from '../support/worked-week.ts'

const berlin = { timeZone: 'Europe/Berlin', holidayRegion: { country: 'DE', state: 'BY' } } as const

const correctable: Prepare = async (client) => {
  const { personId, channels } = await addPersonWithRate(client)
  const channelId = channels[0] ?? null
  await logWork(client, personId, [
    { from: '2026-10-27 09:00', to: '2026-10-27 11:00', note: 'Cold Brew', channelId },
    { from: '2026-10-27 10:30', to: '2026-10-27 12:00', activity: 'planning', note: 'Redaktionsplan' },
    { from: '2026-10-27 13:50', to: '2026-10-27 17:00', activity: 'reporting', note: 'Monatsbericht' },
    { from: '2026-10-28 09:00', to: '2026-10-28 17:00', note: 'Dreh' },
  ])
}

const nights: Prepare = async (client) => {
  const { personId } = await addPersonWithRate(client)
  await logWork(client, personId, [
    { from: '2026-03-28 01:30', to: '2026-03-28 03:30', activity: 'ads', note: 'Vor dem Frühling' },
    { from: '2026-10-24 01:30', to: '2026-10-24 03:30', activity: 'ads', note: 'Vor dem Herbst' },
  ])
}

const nothing: Prepare = async (client: Client) => {
  await addPersonWithRate(client)
}

async function openWeek(app: OpenedApp, search: string): Promise<Page> {
  const { page } = app
  await page.goto(app.addressOf(`/time?${search}`))
  await expect(page.getByRole('heading', { level: 1, name: 'Zeit' })).toBeVisible()
  await expect(timeline(page)).toBeVisible()
  return page
}

const timeline = (page: Page) => page.getByRole('region', { name: 'Zeiteinträge' })
const entry = (page: Page, name: RegExp) =>
  timeline(page).getByRole('button', { name }).and(page.locator('[data-entry]'))
const column = (page: Page, day: string) => page.locator(`[data-day="${day}"]`)
const head = (page: Page, text: RegExp) => timeline(page).locator('[data-heads]').getByText(text)

/** The point of a column so many hours after its top. */
async function pointAt(page: Page, day: string, hour: number): Promise<{ x: number; y: number }> {
  const box = await column(page, day).boundingBox()
  const hours = await timeline(page)
    .locator('[data-heads]')
    .evaluate((element) => Number(getComputedStyle(element).getPropertyValue('--hours')))
  if (!box) throw new Error(`no column ${day}`)
  return { x: box.x + box.width / 2, y: box.y + (box.height / hours) * hour + 1 }
}

async function scrollTo(page: Page, day: string, hour: number): Promise<void> {
  await column(page, day).evaluate((element, share) => {
    const scroller = element.closest('[data-scroller]')
    scroller?.scrollTo({ top: element.getBoundingClientRect().height * share })
  }, hour / 25)
}

interface Way {
  readonly from: readonly [string, number]
  readonly to: readonly [string, number]
}

async function drag(page: Page, { from, to }: Way, before: () => Promise<void> = () => Promise.resolve()) {
  const start = await pointAt(page, ...from)
  const end = await pointAt(page, ...to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await before()
  await page.mouse.up()
}

/** What is shown at once is taken back once it was done. */
async function undo(page: Page, done?: string): Promise<void> {
  if (done !== undefined) await expect(page.getByRole('status').getByText(done)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('status').getByText('Rückgängig gemacht')).toBeVisible()
}

test('a week is corrected with the mouse, and each step taken back', async ({ openPrepared }) => {
  const page = await openWeek(await openPrepared(correctable, berlin), 'view=week&day=2026-10-26')
  await expect(head(page, /6:40\s?h · 297\s?€/)).toBeVisible()

  await test.step('moved to another day at the same time', async () => {
    const way: Way = { from: ['2026-10-27', 15], to: ['2026-10-29', 15] }
    await drag(page, way, () => expect(page.getByText('13:50 – 17:00')).toBeVisible())
    await expect(column(page, '2026-10-29').getByRole('button', { name: /Monatsbericht/ })).toBeVisible()
    await expect(head(page, /3:10\s?h · 141\s?€/)).toBeVisible()
    await undo(page, 'Eintrag verschoben')
    await expect(
      column(page, '2026-10-27').getByRole('button', { name: /Monatsbericht, .*13:50 bis 17:00/ }),
    ).toBeVisible()
  })

  await test.step('Ctrl+Z right after the drop takes the drop back', async () => {
    await drag(page, { from: ['2026-10-27', 15], to: ['2026-10-29', 15] })
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByRole('status').getByText('Rückgängig gemacht')).toBeVisible()
    await expect(
      column(page, '2026-10-27').getByRole('button', { name: /Monatsbericht, .*13:50 bis 17:00/ }),
    ).toBeVisible()
  })

  await test.step('its end drawn to half past three, by five minutes', async () => {
    await scrollTo(page, '2026-10-27', 13)
    await drag(page, { from: ['2026-10-27', 16.95], to: ['2026-10-27', 15.5] })
    await expect(entry(page, /Monatsbericht, .*13:50 bis 15:30, 1:40/)).toBeVisible()
    await undo(page, 'Dauer geändert')
    await expect(entry(page, /Monatsbericht, .*13:50 bis 17:00/)).toBeVisible()
  })

  await test.step('Escape leaves it where it was', async () => {
    const cancel = () => page.keyboard.press('Escape')
    await drag(page, { from: ['2026-10-27', 15], to: ['2026-10-27', 17.5] }, cancel)
    await expect(timeline(page).getByRole('status')).toHaveText(/Abgebrochen/)
    await expect(entry(page, /Monatsbericht, .*13:50 bis 17:00/)).toBeVisible()
  })

  await test.step('copied with Alt', async () => {
    await page.keyboard.down('Alt')
    await drag(page, { from: ['2026-10-27', 15], to: ['2026-10-30', 15] })
    await page.keyboard.up('Alt')
    await expect(entry(page, /Monatsbericht/)).toHaveCount(2)
    await undo(page, 'Eintrag kopiert')
    await expect(entry(page, /Monatsbericht/)).toHaveCount(1)
  })

  await test.step('what is logged twice is trimmed', async () => {
    await expect(page.getByText('Eine Überschneidung: 0:30 h sind doppelt eingetragen.')).toBeVisible()
    await page.getByRole('button', { name: 'Überschneidung kürzen', exact: true }).click()
    await expect(entry(page, /Cold Brew, .*9:00 bis 10:30/)).toBeVisible()
    await expect(page.getByText(/doppelt eingetragen/)).toHaveCount(0)
    await undo(page, 'Überschneidung gekürzt')
    await expect(page.getByText(/doppelt eingetragen/)).toBeVisible()
  })

  await test.step('a gap is filled with two clicks', async () => {
    await timeline(page)
      .getByRole('button', { name: /1:50 h offen, 12:00 bis 13:50/ })
      .click()
    await page.getByRole('menuitem', { name: /Cold Brew/ }).click()
    await expect(entry(page, /Cold Brew, .*12:00 bis 13:50/)).toBeFocused()
    await undo(page, 'Lücke gefüllt')
    await expect(timeline(page).getByRole('button', { name: /1:50 h offen/ })).toBeVisible()
  })

  await test.step('drawn on empty ground: the form knows the times', async () => {
    await scrollTo(page, '2026-10-31', 9)
    await drag(page, { from: ['2026-10-31', 10], to: ['2026-10-31', 11.25] })
    const form = page.getByRole('dialog')
    await expect(form.getByLabel('Beginn')).toHaveValue('10:00')
    await expect(form.getByLabel('Ende')).toHaveValue('11:15')
    await page.keyboard.press('Escape')
    await expect(form).toHaveCount(0)
  })

  await test.step('opened with a double click', async () => {
    await entry(page, /Monatsbericht/).dblclick()
    await expect(page.getByRole('dialog').getByLabel('Beginn')).toHaveValue('13:50')
    await page.keyboard.press('Escape')
  })
})

/** The form that opens is left again. */
async function leaveForm(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByLabel('Beginn')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Arrow keys, until the one looked for has the focus. */
async function goTo(page: Page, wanted: Locator): Promise<void> {
  await page.keyboard.press('Home')
  for (let step = 0; step < 20; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeFocused()
}

test('the same week by keyboard alone', async ({ openPrepared }) => {
  const page = await openWeek(await openPrepared(correctable, berlin), 'view=week&day=2026-10-26')
  const said = timeline(page).getByRole('status')
  await timeline(page).locator('[data-item][tabindex="0"]').focus()
  const report = entry(page, /Monatsbericht/)
  await goTo(page, report)

  await test.step('moved by presses of one held key, as one step', async () => {
    await page.keyboard.down('Alt')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(said).toHaveText('Monatsbericht: Donnerstag, 29. Oktober, 13:56 bis 17:06')
    await page.keyboard.up('Alt')
    await expect(
      column(page, '2026-10-29').getByRole('button', { name: /Monatsbericht, .*13:56 bis 17:06/ }),
    ).toBeFocused()
    await undo(page, 'Eintrag verschoben')
    await expect(column(page, '2026-10-27').getByRole('button', { name: /13:50 bis 17:00/ })).toBeFocused()
  })

  await test.step('its end five minutes earlier, twice', async () => {
    await page.keyboard.down('Shift')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.up('Shift')
    await expect(entry(page, /Monatsbericht, .*13:50 bis 16:50/)).toBeFocused()
    await undo(page, 'Dauer geändert')
    await expect(entry(page, /Monatsbericht, .*13:50 bis 17:00/)).toBeFocused()
  })

  await test.step('divided, doubled, removed', async () => {
    await page.keyboard.press('k')
    const dialog = page.getByRole('dialog', { name: 'Eintrag teilen' })
    await expect(dialog.getByLabel('Teilen um')).toHaveValue('15:25')
    await dialog.getByLabel('Teilen um').fill('18:00')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Diese Uhrzeit liegt nicht zwischen 13:50 und 17:00.')).toBeVisible()
    await dialog.getByLabel('Teilen um').fill('15')
    await page.keyboard.press('Enter')
    await expect(entry(page, /Monatsbericht, .*13:50 bis 15:00/)).toBeFocused()
    await expect(entry(page, /Monatsbericht, .*15:00 bis 17:00/)).toBeVisible()
    await undo(page, 'Eintrag geteilt')
    await expect(entry(page, /Monatsbericht/)).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+d')
    await expect(entry(page, /Monatsbericht, .*17:00 bis 20:10/)).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(entry(page, /Monatsbericht/)).toHaveCount(1)
    await undo(page, 'Eintrag gelöscht')
    await expect(entry(page, /Monatsbericht/)).toHaveCount(2)
    await undo(page)
    await expect(entry(page, /Monatsbericht/)).toHaveCount(1)
  })

  await test.step('an overlap trimmed, a gap filled', async () => {
    await timeline(page).locator('[data-item][tabindex="0"]').focus()
    await goTo(page, entry(page, /Redaktionsplan/))
    await page.keyboard.press('u')
    await expect(entry(page, /Cold Brew, .*9:00 bis 10:30/)).toBeVisible()
    await undo(page, 'Überschneidung gekürzt')
    await goTo(page, timeline(page).getByRole('button', { name: /1:50 h offen/ }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(timeline(page).getByRole('button', { name: /12:00 bis 13:50, 1:50/ })).toBeFocused()
  })

  await test.step('the keys are told of, and Enter opens', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByLabel('Beginn')).toHaveValue('12:00')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog').getByText('5 Minuten später (mit Umschalt 1)')).toBeVisible()
  })
})

test('the days on which the clocks change have 23 and 25 hours', async ({ openPrepared }) => {
  const app = await openPrepared(nights, berlin)
  const page = await openWeek(app, 'view=week&day=2026-03-29')

  await test.step('moved into the short night an entry keeps its length', async () => {
    await expect(head(page, /23 Stunden/)).toBeVisible()
    await scrollTo(page, '2026-03-28', 0)
    await drag(page, { from: ['2026-03-28', 2], to: ['2026-03-29', 2] })
    await expect(column(page, '2026-03-29').getByRole('button', { name: /01:30 bis 04:30, 2:00/ })).toBeVisible()
    await expect(head(page, /2:00\s?h · 89\s?€/)).toBeVisible()
    await undo(page, 'Eintrag verschoben')
    await expect(column(page, '2026-03-28').getByRole('button', { name: /01:30 bis 03:30, 2:00/ })).toBeVisible()
  })

  await test.step('drawn over the skipped hour', async () => {
    // The column begins an hour lower: 1 to 4 o'clock are two hours.
    await drag(page, { from: ['2026-03-29', 2], to: ['2026-03-29', 4] }, async () => {
      await expect(page.getByText('01:00 – 04:00 · 2:00')).toBeVisible()
    })
    await leaveForm(page)
  })

  await page.goto(app.addressOf('/time?view=week&day=2026-10-25'))
  await test.step('on the long day 2 comes twice, and 1:30 to 3:30 are three hours', async () => {
    await expect(column(page, '2026-10-25').getByText(/^2 ME/)).toHaveText(['2 MESZ', '2 MEZ'])
    await scrollTo(page, '2026-10-25', 0)
    await drag(page, { from: ['2026-10-25', 1.5], to: ['2026-10-25', 4.5] }, async () => {
      await expect(page.getByText('01:30 – 03:30 · 3:00')).toBeVisible()
    })
    await leaveForm(page)
  })

  await test.step('moved onto it by key: two hours stay two', async () => {
    await entry(page, /Vor dem Herbst/).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(column(page, '2026-10-25').getByRole('button', { name: /01:30 bis 02:30 MEZ, 2:00/ })).toBeFocused()
    await undo(page, 'Eintrag verschoben')
    await expect(column(page, '2026-10-24').getByRole('button', { name: /01:30 bis 03:30, 2:00/ })).toBeVisible()
  })
})

test('a full week shows midnight crossed, holidays, sums; the address says which day and view', async ({
  openPrepared,
}) => {
  const page = await openWeek(await openPrepared(fillWeek, berlin), 'view=week&day=2026-10-26')
  await expect(
    column(page, '2026-10-28').getByRole('button', { name: /Start der Kampagne.*geht am nächsten Tag weiter/ }),
  ).toBeVisible()
  await expect(column(page, '2026-10-29').locator('[data-entry]').filter({ hasText: 'Start der' })).toBeVisible()
  await expect(head(page, /Allerheiligen/)).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Summen und Stundensatz' })).toContainText('865,53')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('1')
  await expect(page).toHaveURL(/view=day/)
  await expect(column(page, '2026-10-26')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/day=2026-10-27/)
  await expect(entry(page, /Cold Brew/)).toBeVisible()
})

test('an empty week teaches, and can be drawn on', async ({ openPrepared }) => {
  const page = await openWeek(await openPrepared(nothing, berlin), 'view=week&day=2026-10-12')
  await expect(page.getByText('In dieser Woche steht noch nichts')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Datei importieren' })).toBeVisible()
  await drag(page, { from: ['2026-10-14', 12], to: ['2026-10-14', 14] })
  await expect(page.getByRole('dialog').getByLabel('Beginn')).toHaveValue('12:00')
  await leaveForm(page)
  await timeline(page)
    .getByRole('button', { name: /8:00 h offen/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Dialog' }).click()
  await expect(entry(page, /Dialog, .*8:00/)).toBeVisible()
  await expect(page.getByText('In dieser Woche steht noch nichts')).toHaveCount(0)
})

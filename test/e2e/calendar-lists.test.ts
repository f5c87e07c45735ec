// The list and the board of the calendar: filters that are kept, several moved at once, statuses by key and by mouse, search from anywhere.
import type { Page } from '@playwright/test'
import { dayAt } from '../../shared/domain/instant.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { addPlan, fillCalendarMonth } from '../support/calendar-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000

/** Four posts far ahead, from Monday 2 to Thursday 5 November 2099, ten o'clock; and an idea without a time. */
const FIRST = Date.UTC(2099, 10, 2, 9)
const aPlan: Prepare = async (client) => {
  const channel = async (network: 'instagram' | 'linkedin', name: string) =>
    (await client.settings.addChannel({ commandId: newCommandId(), network, name })).recordId ?? 0
  const [instagram, linkedin] = [await channel('instagram', 'Instagram'), await channel('linkedin', 'LinkedIn')]
  const at = (days: number) => FIRST + days * DAY_MS
  await addPlan(client, {
    title: 'Äthiopien im Glas',
    channels: [instagram],
    plannedAt: at(0),
    status: 'draft',
    format: 'reel',
  })
  await addPlan(client, {
    title: 'Büro-Kaffee',
    channels: [linkedin],
    plannedAt: at(1),
    status: 'review',
    format: 'text',
  })
  await addPlan(client, {
    title: 'Cold Brew',
    channels: [instagram],
    plannedAt: at(2),
    status: 'draft',
    format: 'reel',
  })
  await addPlan(client, {
    title: 'Dienstplan',
    channels: [linkedin],
    plannedAt: at(3),
    status: 'draft',
    format: 'text',
  })
  await addPlan(client, { title: 'Einfall ohne alles' })
}
const aMonth: Prepare = async (client) => fillCalendarMonth(client, dayAt(Date.now(), ZONE), ZONE)

const grid = (page: Page) => page.getByRole('grid', { name: 'Beiträge' })
const rowsOf = (page: Page) => grid(page).locator('[data-row-index]')
const rowOf = (page: Page, title: string) => rowsOf(page).filter({ hasText: title })
const columnOf = (page: Page, status: string) => page.getByRole('grid', { name: status, exact: true })
const cardOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

async function open(app: OpenedApp, search: string): Promise<Page> {
  await app.page.goto(app.addressOf(`/calendar${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Kalender' })).toBeVisible()
  return app.page
}

test('filters are kept under a name, taken away one by one, and found again', async ({ openPrepared }) => {
  const page = await open(await openPrepared(aPlan), '?view=list')
  await expect(rowsOf(page)).toHaveCount(5)
  await page.keyboard.press('f')
  const sheet = page.getByRole('dialog', { name: 'Filter' })
  await expect(sheet.getByRole('searchbox')).toBeFocused()
  await sheet.getByRole('button', { name: 'LinkedIn' }).press('Enter')
  await sheet.getByRole('button', { name: 'Entwurf' }).press('Enter')
  await expect(rowsOf(page)).toHaveCount(1)
  await sheet.getByRole('textbox', { name: 'Name für diese Filter' }).fill('Offenes auf LinkedIn')
  await page.keyboard.press('Enter')
  await sheet.getByRole('button', { name: 'Fertig' }).press('Enter')
  await expect(page).toHaveURL(/statuses=draft/)
  const chips = page.getByRole('group', { name: 'Gesetzte Filter' })
  await chips.getByRole('button', { name: /Entwurf/ }).press('Enter')
  await expect(rowsOf(page)).toHaveCount(2)
  await chips.getByRole('button', { name: 'Alle aufheben' }).press('Enter')
  await expect(rowsOf(page)).toHaveCount(5)
  await page.getByRole('button', { name: 'Alle Kanäle' }).press('Enter')
  await sheet.getByRole('button', { name: 'Offenes auf LinkedIn', exact: true }).press('Enter')
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(rowOf(page, 'Dienstplan')).toBeVisible()
  await expect(page.getByRole('button', { name: /^LinkedIn, Filter/ })).toBeVisible()
})

test('a search that finds nothing says so and offers to clear it', async ({ openPrepared }) => {
  const page = await open(await openPrepared(aPlan), '?view=list&text=Quitte')
  await expect(page.getByText('Kein Beitrag passt zu diesen Filtern')).toBeVisible()
  await page.getByRole('button', { name: 'Alle aufheben' }).last().press('Enter')
  await expect(rowsOf(page)).toHaveCount(5)
})

test('several are chosen by keyboard, moved by a week, and one step takes it back', async ({ openPrepared }) => {
  const page = await open(await openPrepared(aPlan), '?view=list')
  await expect(rowsOf(page)).toHaveCount(5)
  await page.keyboard.press('j')
  await expect(rowsOf(page).first()).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('group', { name: 'Gewählte Beiträge' })
  await expect(bar).toContainText('3 gewählt')
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: '3 Beiträge verschieben' })
  await expect(dialog.getByRole('textbox', { name: 'Tage' })).toHaveValue('7')
  await expect(dialog).toContainText('Der erste dann: Di 10. Nov., 10:00')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rowOf(page, 'Cold Brew')).toContainText('Mi 11. Nov.')
  await expect(rowOf(page, 'Äthiopien')).toContainText('Mo 2. Nov.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowOf(page, 'Cold Brew')).toContainText('Mi 4. Nov.')
  await bar.getByRole('button', { name: 'Einen Tag früher' }).press('Enter')
  await expect(rowOf(page, 'Cold Brew')).toContainText('Di 3. Nov.')
})

test('on the board a card goes on with Alt and an arrow, and keeps the focus', async ({ openPrepared }) => {
  const page = await open(await openPrepared(aPlan), '?view=board')
  await cardOf(page, 'Äthiopien').focus()
  await page.keyboard.press('ArrowRight')
  await expect(cardOf(page, 'Büro-Kaffee')).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(columnOf(page, 'bereit').getByRole('row')).toHaveText([/Büro-Kaffee/])
  await expect(cardOf(page, 'Büro-Kaffee')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(columnOf(page, 'in Prüfung').getByRole('row')).toHaveText([/Büro-Kaffee/])
  await expect(page.getByText('Beitrag ist jetzt: in Prüfung')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(columnOf(page, 'bereit').getByRole('row')).toHaveText([/Büro-Kaffee/])
})

test('a card is dragged to another column; one the network would refuse stays, and it says why', async ({
  openPrepared,
}) => {
  const page = await open(await openPrepared(aPlan), '?view=board')
  await cardOf(page, 'Cold Brew').dragTo(columnOf(page, 'in Prüfung'))
  await expect(columnOf(page, 'in Prüfung').getByRole('row')).toHaveCount(2)
  await cardOf(page, 'Einfall ohne alles').dragTo(columnOf(page, 'bereit'))
  await expect(page.getByText('„Einfall ohne alles“ ist noch nicht bereit.')).toBeVisible()
  await expect(page.getByText('Es fehlt noch ein Kanal.')).toBeVisible()
  await expect(columnOf(page, 'Idee').getByRole('row')).toHaveText([/Einfall ohne alles/])
})

test('the palette finds a post by its words, and the navigation says what is late', async ({ openPrepared }) => {
  const page = await open(await openPrepared(aMonth), '?view=list')
  await expect(page.getByRole('link', { name: /^Kalender ?, .*überfällig/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('Kundenstimme')
  await page.getByRole('option', { name: 'Kundenstimme Hotel Beiträge im Kalender' }).click()
  await expect(page).toHaveURL(/post=\d+/)
})

for (const view of ['list', 'board'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the ${view} can be used by everyone, ${colorScheme}`, async ({ openPrepared }) => {
      const page = await open(await openPrepared(aPlan), `?view=${view}`)
      await page.emulateMedia({ colorScheme })
      await expect(page.getByText('Cold Brew')).toBeVisible()
      await expectAccessible(page)
    })

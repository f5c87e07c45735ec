// The queue: thirty conversations noted and handled with the keyboard alone; choosing several; filters; what every screen says of it.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'
import { fillQueue } from '../support/worked-queue.ts'

const COUNT = 30

const oneChannel: Prepare = async (client) => {
  await client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })
}
const aQueue: Prepare = async (client) => fillQueue(client, Date.now())

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Gespräche' }).getByRole('row')
const shownRow = (page: Page) => page.getByRole('grid', { name: 'Gespräche' }).locator('[aria-current=true]')
const listOf = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) })
const reply = (page: Page) => page.locator('#conversation-reply textarea')

async function openQueue(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/moderation${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Moderation' })).toBeVisible()
  return app.page
}

/** G, the words, and on to the next one: nothing but keys. */
async function noteAll(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Gespräch erfassen' })
  const text = dialog.getByRole('textbox', { name: 'Was geschrieben wurde' })
  await expect(
    page.getByRole('group', { name: 'Schnell erfassen' }).getByRole('button', { name: /Gespräch/ }),
  ).toBeVisible()
  await page.keyboard.press('g')
  for (let number = 1; number <= COUNT; number++) {
    await expect(text).toBeFocused()
    await expect(text).toHaveValue('')
    await page.keyboard.insertText(`Frage Nummer ${number}: Wann kommt das Paket?`)
    await page.keyboard.press(number === COUNT ? 'ControlOrMeta+Enter' : 'ControlOrMeta+Shift+Enter')
  }
  await expect(dialog).toHaveCount(0)
}

test('thirty conversations are noted and handled with the keyboard alone', async ({ openPrepared }) => {
  test.setTimeout(240_000)
  const page = await openQueue(await openPrepared(oneChannel))
  await noteAll(page)
  await expect(listOf(page, 'Offen')).toHaveAccessibleName(new RegExp(`${COUNT}$`))
  await page.keyboard.press('j')
  await expect(shownRow(page)).toBeFocused()
  for (let left = COUNT; left > 0; left--) {
    await expect(rowsOf(page)).toHaveCount(left)
    await expect(shownRow(page)).toHaveCount(1)
    const before = await shownRow(page).textContent()
    if (left % 5 === 0) await page.keyboard.press('d')
    else if (left % 5 === 1) {
      await page.keyboard.press('z')
      await expect(page.getByRole('dialog', { name: /Bis wann/ })).toBeVisible()
      await page.keyboard.press('1')
    } else {
      await page.keyboard.press('r')
      await expect(reply(page)).toBeFocused()
      await page.keyboard.insertText('Heute noch, versprochen.')
      await page.keyboard.press('ControlOrMeta+Enter')
    }
    await expect(rowsOf(page)).toHaveCount(left - 1)
    // The one that takes its place is shown at once.
    if (left > 1) await expect(shownRow(page)).not.toHaveText(before ?? '')
  }
  await expect(page.getByText('Alles beantwortet')).toBeVisible()
  await expect(listOf(page, 'Wartet')).toHaveAccessibleName(/6$/)
})

test('several are chosen and done in one step, and one step brings them back', async ({ openPrepared }) => {
  const page = await openQueue(await openPrepared(aQueue))
  await expect(rowsOf(page)).toHaveCount(7)
  await rowsOf(page).first().focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('group', { name: 'Gewählte Gespräche' })).toContainText('3 gewählt')
  await page.keyboard.press('d')
  await expect(rowsOf(page)).toHaveCount(4)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowsOf(page)).toHaveCount(7)
})

test('several are handed over with one deadline by keyboard, and one step takes them back', async ({
  openPrepared,
}) => {
  const page = await openQueue(await openPrepared(aQueue))
  await expect(rowsOf(page)).toHaveCount(7)
  await rowsOf(page).first().focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('group', { name: 'Gewählte Gespräche' })).toContainText('2 gewählt')
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: '2 Gespräche weitergeben' })
  await expect(dialog).toBeVisible()
  const save = dialog.getByRole('button', { name: 'Weitergeben', exact: true })
  await dialog.getByRole('combobox', { name: 'Abteilung' }).fill('Versand')
  await page.getByRole('option', { name: 'Versand', exact: true }).click()
  await dialog.getByRole('button', { name: /Rückmeldung bis/ }).press('Enter')
  await page.getByRole('option', { name: /^in einer Stunde/ }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Notiz' }).fill('Wo ist das Paket?')
  await save.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rowsOf(page)).toHaveCount(5)
  await expect(page.getByText('2 Gespräche weitergegeben')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowsOf(page)).toHaveCount(7)
})

test('under what is open stands what was last noted with one line, and leads to it', async ({ openPrepared }) => {
  const page = await openQueue(await openPrepared(aQueue))
  await page.getByRole('button', { name: /^20 als Stapel erfasst: 15.min am / }).press('Enter')
  await expect(listOf(page, 'Erledigt')).toBeChecked()
  await expect(shownRow(page)).toContainText('Lob zum Reel „Karussell: Sorten“')
  await expect(page.getByText(/als Stapel erfasst:/)).toHaveCount(0)
})

test('list, filters and conversation are found again, and other screens say what is open', async ({ openPrepared }) => {
  const page = await openQueue(await openPrepared(aQueue), '?topics=1')
  await expect(rowsOf(page)).toHaveCount(2)
  await page.keyboard.press('f')
  await page.keyboard.insertText('büros')
  await expect(rowsOf(page)).toHaveCount(1)
  const entry = page.getByRole('link', { name: /^Moderation ?, 7 offen/ })
  await expect(entry).toBeVisible()
  await page.getByRole('link', { name: 'Heute' }).click()
  await expect(page.getByRole('region', { name: 'Antworten, die warten' })).toContainText('7 offen')
  await entry.click()
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(page).toHaveURL(/topics=1/)
})

test('the palette finds a conversation by its words and opens it in its list', async ({ openPrepared }) => {
  const page = await openQueue(await openPrepared(aQueue))
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('kolumbien')
  await page.getByRole('option', { name: /Ist der Kolumbien wieder da/ }).click()
  await expect(page).toHaveURL(/list=waiting/)
  await expect(shownRow(page)).toContainText('Kolumbien')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the queue can be used by everyone, ${colorScheme}`, async ({ openPrepared }) => {
    const page = await openQueue(await openPrepared(aQueue))
    await page.emulateMedia({ colorScheme })
    await expect(rowsOf(page)).toHaveCount(7)
    await expectAccessible(page)
    await rowsOf(page).first().focus()
    await page.keyboard.press(' ')
    await expect(page.getByText('1 gewählt')).toBeVisible()
    await expectAccessible(page)
  })

test('is read from left to right: lists, search, conversations, the one that is shown', async ({ openPrepared }) => {
  const page = await openQueue(await openPrepared(aQueue))
  await expect(rowsOf(page)).toHaveCount(7)
  await listOf(page, 'Offen').focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox', { name: 'Gespräche durchsuchen' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Filter' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(shownRow(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /als Stapel erfasst/ })).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true)
})

// The form of one entry by keyboard: times that follow each other, shares, overlaps, clock changes, closed months.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { type Contents, entriesOf, expect, NO_WORK, paletteCommand, test, timerOf } from '../support/timer-ledger.ts'

/** Berlin, Wednesday 28 October 2026, 9:00 and 10:00. */
const nine = Date.parse('2026-10-28T08:00:00Z')
const ten = Date.parse('2026-10-28T09:00:00Z')
const november = Date.parse('2026-11-20T12:00:00Z')

async function fillMorning({ client, ledger: { person, channel } }: Contents): Promise<void> {
  const post = { channelId: channel, format: null, pillarId: null, campaignId: null, publishedOn: null }
  for (const title of ['Karussell', 'Cold Brew']) {
    await client.records.addPost({ commandId: newCommandId(), post: { ...post, title } })
  }
  const entry = { ...NO_WORK, activity: 'dialogue' as const, note: 'Kommentare', personId: person }
  await client.time.add({ commandId: newCommandId(), entries: [{ ...entry, startedAt: nine, endedAt: ten }] })
}

async function openNewForm(app: OpenedApp): Promise<Page> {
  await expect(timerOf(app.page).start).toBeVisible()
  await paletteCommand(app.page, 'Zeit in ein Formular eintragen')
  await expect(form(app.page)).toBeVisible()
  return app.page
}

async function openFromList(app: OpenedApp): Promise<Page> {
  await app.page.goto(app.addressOf('/time?view=list'))
  await app.page
    .getByRole('row', { name: /Kommentare/ })
    .first()
    .focus()
  await app.page.keyboard.press('Enter')
  await expect(form(app.page)).toBeVisible()
  return app.page
}

const form = (page: Page) => page.getByRole('dialog', { name: /^(Zeit eintragen|Zeiteintrag)$/ })
const field = (page: Page, name: string) => form(page).getByRole('textbox', { name, exact: true })

async function setDay(page: Page, day: string): Promise<void> {
  await form(page).getByRole('spinbutton', { name: /^Tag/ }).first().focus()
  await page.keyboard.type(day)
}

async function choose(page: Page, title: string): Promise<void> {
  await form(page)
    .getByRole('combobox', { name: /Beitrag/ })
    .fill(title)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('an entry over two posts is divided by weight, and the other gives way where they overlap', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger(november, fillMorning)
  const app = await launchApp({ ledger: ledger.path })
  const page = await openNewForm(app)
  await setDay(page, '28102026')
  await field(page, 'Beginn').fill('9.30')
  await field(page, 'Dauer').fill('1h30')
  await expect(field(page, 'Ende')).toHaveValue('11:00')
  await choose(page, 'Karussell')
  await choose(page, 'Cold Brew')
  await form(page).getByRole('textbox', { name: 'Gewicht von „Cold Brew“' }).fill('2')
  await page.keyboard.press('Tab')
  const shares = form(page).getByRole('list', { name: 'Beiträge und Gespräche' }).getByRole('listitem')
  await expect(shares.nth(0)).toContainText('0:30 h · 1.800,00 €')
  await expect(shares.nth(1)).toContainText('1:00 h · 3.600,00 €')
  await field(page, 'Notiz').press('Control+Enter')

  const overlap = form(page).getByRole('alert')
  await expect(overlap).toContainText('09:00 – 10:00')
  await expect(overlap.getByRole('button', { name: 'Anderen kürzen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form(page)).toBeHidden()
  await app.close()
  const entries = await entriesOf(ledger)
  expect(entries.map(({ seconds }) => seconds)).toEqual([1_800, 5_400])
  expect(entries[1]!.targets.map(({ name, weight }) => [name, weight])).toEqual([
    ['Karussell', 1],
    ['Cold Brew', 2],
  ])
  expect(entries[1]).toMatchObject({ channelId: ledger.channel, startedAt: nine + 1_800_000 })
})

test('what is wrong is said at its field and nothing typed is lost', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(november, fillMorning)
  const app = await launchApp({ ledger: ledger.path })
  const page = await openNewForm(app)
  await setDay(page, '28102026')
  await field(page, 'Notiz').fill('Reel')
  await field(page, 'Beginn').fill('14:00')
  await field(page, 'Ende').fill('13:00')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toContainText('Das Ende liegt vor dem Beginn.')
  await field(page, 'Dauer').fill('45')
  await page.keyboard.press('Tab')
  await expect(form(page)).toContainText('Mit Einheit')
  await field(page, 'Dauer').fill('25:00')
  await page.keyboard.press('Tab')
  await expect(form(page)).toContainText('höchstens 24 Stunden')
  await field(page, 'Dauer').fill('45 min')
  await expect(field(page, 'Ende')).toHaveValue('14:45')
  await expect(field(page, 'Notiz')).toHaveValue('Reel')
  await field(page, 'Beginn').press('Enter')
  await expect(form(page)).toBeHidden()
  await app.close()
  expect((await entriesOf(ledger)).at(-1)).toMatchObject({ note: 'Reel', seconds: 2_700 })
})

test('an hour that comes twice is asked for, one that is skipped is not taken', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger(november)
  const app = await launchApp({ ledger: ledger.path })
  const page = await openNewForm(app)
  await setDay(page, '25102026')
  await field(page, 'Beginn').fill('0:30')
  await field(page, 'Ende').fill('2:30')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toContainText('diese Uhrzeit kommt zweimal')
  await form(page).getByRole('button', { name: '02:30 nach der Umstellung' }).press('Enter')
  await expect(field(page, 'Dauer')).toHaveValue('3:00')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toBeHidden()

  await paletteCommand(page, 'Zeit in ein Formular eintragen')
  await setDay(page, '29032026')
  await field(page, 'Beginn').fill('2:30')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toContainText('Diese Uhrzeit gibt es an dem Tag nicht.')
  await form(page).getByRole('button', { name: 'Als 03:30 eintragen' }).press('Enter')
  await expect(field(page, 'Beginn')).toHaveValue('03:30')
  await app.close()
  expect((await entriesOf(ledger)).map(({ seconds }) => seconds)).toEqual([3 * 3600])
})

test('an entry is changed, divided, copied, continued, deleted and brought back', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger(november, fillMorning)
  const app = await launchApp({ ledger: ledger.path })
  const page = await openFromList(app)
  await expect(field(page, 'Dauer')).toHaveValue('1:00')
  await field(page, 'Beginn').fill('8:00')
  await expect(field(page, 'Ende')).toHaveValue('09:00')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toBeHidden()

  await openFromList(app)
  const more = async (name: RegExp) => {
    await form(page).getByRole('button', { name: 'Mehr' }).press('Enter')
    await page.getByRole('menuitem', { name }).press('Enter')
  }
  await more(/Hier teilen/)
  await expect(page.getByRole('textbox', { name: 'Teilen um' })).toHaveValue('08:30')
  await page.getByRole('textbox', { name: 'Teilen um' }).fill('8:20')
  await page.keyboard.press('Enter')
  await expect(form(page)).toBeHidden()
  await expect(page.getByRole('row', { name: /Kommentare/ })).toHaveCount(2)

  await openFromList(app)
  await form(page).getByRole('button', { name: 'Löschen' }).press('Enter')
  await expect(form(page)).toBeHidden()
  await expect(page.getByRole('row', { name: /Kommentare/ })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /Kommentare/ })).toHaveCount(2)

  await openFromList(app)
  await more(/Duplizieren/)
  await expect(form(page)).toHaveAccessibleName('Zeit eintragen')
  await field(page, 'Beginn').fill('12:00')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toBeHidden()

  await openFromList(app)
  await more(/Fortsetzen/)
  await expect(timerOf(page).pill).toContainText('Dialog')
  await app.close()
  const entries = await entriesOf(ledger)
  expect(entries.filter(({ endedAt }) => endedAt !== null).map(({ seconds }) => seconds)).toEqual([1_200, 2_400, 2_400])
  expect(entries.at(-1)).toMatchObject({ endedAt: null, note: 'Kommentare', activity: 'dialogue' })
})

test('in a closed month only what the time was for can be changed', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(november, async (contents) => {
    await fillMorning(contents)
    await contents.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-10', withEarlier: true })
  })
  const app = await launchApp({ ledger: ledger.path })
  const page = await openFromList(app)
  await expect(form(page)).toContainText('Oktober 2026 ist abgeschlossen.')
  await expect(field(page, 'Beginn')).toBeDisabled()
  await expect(form(page).getByRole('button', { name: 'Löschen' })).toHaveCount(0)
  await field(page, 'Notiz').fill('Versandfragen')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toBeHidden()

  await paletteCommand(page, 'Zeit in ein Formular eintragen')
  await setDay(page, '27102026')
  await field(page, 'Notiz').press('Control+Enter')
  await expect(form(page)).toContainText('Oktober 2026 ist abgeschlossen. Wählen Sie einen Tag ab dem 01.11.2026.')
  await app.close()
  expect((await entriesOf(ledger)).map(({ note, seconds }) => [note, seconds])).toEqual([['Versandfragen', 3_600]])
})

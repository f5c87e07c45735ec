// Time entered after the fact as one line, by keyboard alone.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import { backendPid } from '../support/host-processes.ts'
import { type Prepare, test as openedTest } from '../support/prepared-ledger.ts'
import { type Contents, entriesOf, expect, paletteCommand, test } from '../support/timer-ledger.ts'

const line = (page: Page) => page.getByRole('textbox', { name: 'Zeit in einer Zeile nachtragen' })
const chips = (page: Page) =>
  page
    .locator('form')
    .filter({ has: line(page) })
    .getByRole('listitem')
const toast = (page: Page) => page.getByText('Zeit eingetragen')
const entryInWeek = (page: Page, words: RegExp) => page.getByRole('main').getByText(words).first()

/** Two channels of one network, posts of one word. */
async function fill({ client, ledger: { channel } }: Contents): Promise<void> {
  for (const name of ['LinkedIn Firma', 'LinkedIn Chefin'])
    await client.settings.addChannel({ commandId: newCommandId(), network: 'linkedin', name })
  for (const title of ['Röstung erklärt', 'Röstung im Video']) {
    const post = { title, channelId: channel, format: null, pillarId: null, campaignId: null, publishedOn: null }
    await client.records.addPost({ commandId: newCommandId(), post })
  }
}

/** By the key that goes there from anywhere, as soon as there is a page to see. */
async function goToLine(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('n')
  await expect(line(page)).toBeFocused()
}

test('a line is understood while it is typed, added by Enter, seen, and taken back', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger(undefined, fill)
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  await goToLine(page)
  await page.keyboard.type('1:20 dialog instagram gestern 14 Uhr Lob für die Verpackung')
  await expect(chips(page)).toHaveText([
    'Dialog',
    'Instagram',
    'Gestern',
    '14:00 – 15:20',
    '1:20\u00a0h',
    'Notiz: Lob für die Verpackung',
  ])
  await expect(page.getByRole('status').filter({ hasText: 'Verstanden: Dialog, Instagram, Gestern' })).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(toast(page)).toBeVisible()
  await expect(line(page)).toHaveValue('')
  await expect(line(page)).toBeFocused()
  await expect(entryInWeek(page, /Lob für die Verpackung/)).toBeVisible()

  // The empty line has nothing to undo: what was done before is.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Rückgängig gemacht')).toBeVisible()
  await expect(entryInWeek(page, /Lob für die Verpackung/)).toHaveCount(0)
  await page.keyboard.type('vorgestern 9–10:30 reel')
  await expect(chips(page).filter({ hasText: '09:00 – 10:30' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
  await app.close()
  const entries = await entriesOf(ledger)
  expect(entries.map(({ note, activity, seconds }) => [note, activity, seconds])).toEqual([['reel', 'content', 5400]])
})

test('what is open is asked and answered by digits and arrows', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, fill)
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  await goToLine(page)
  await page.keyboard.type('gestern 9-10 linkedin röstung')
  const channel = page.getByRole('group', { name: 'Welcher Kanal ist mit „linkedin“ gemeint?' })
  const post = page.getByRole('group', { name: 'Welcher Beitrag ist mit „röstung“ gemeint?' })
  await expect(channel.getByRole('button')).toHaveText(['1LinkedIn Firma', '2LinkedIn Chefin', '3Nur als Notiz'])
  await page.keyboard.press('Enter')
  await expect(channel.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('2')
  await expect(line(page)).toBeFocused()
  await expect(channel).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(post.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(post).toHaveCount(0)
  // What was answered holds while typing goes on.
  await page.keyboard.type(' Untertitel')
  await expect(chips(page).filter({ hasText: 'Untertitel' })).toBeVisible()
  await expect(chips(page).filter({ hasText: 'LinkedIn Chefin' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(toast(page)).toBeVisible()
  await app.close()
  const [entry] = await entriesOf(ledger)
  expect(entry).toMatchObject({ channel: 'LinkedIn Chefin', note: 'röstung Untertitel' })
  expect(entry!.targets.map(({ name }) => name)).toEqual(['Röstung erklärt'])
})

test('a length on another day asks where it was', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger()
  const { page } = await launchApp({ ledger: ledger.path })
  await goToLine(page)
  await page.keyboard.type('45m reporting gestern')
  const when = page.getByRole('group', { name: /^Wann war es/ })
  await expect(when.getByRole('button').first()).toContainText('09:00 – 09:45 · Beginn der Arbeitszeit')
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(chips(page).filter({ hasText: '09:00 – 09:45' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(toast(page)).toBeVisible()
})

test('what is missing is said in a sentence, and nothing that was typed gets lost', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger()
  const { page, electron } = await launchApp({ ledger: ledger.path })
  await goToLine(page)
  await page.keyboard.type('morgen 9-10 reporting')
  await expect(page.getByText('Das liegt in der Zukunft.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Das liegt in der Zukunft.' })).toBeVisible()
  await expect(line(page)).toHaveValue('morgen 9-10 reporting')

  await page.keyboard.press('Escape')
  await expect(line(page)).toHaveValue('')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(line(page)).toHaveValue('morgen 9-10 reporting')

  await page.getByRole('link', { name: 'Bilanz' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Bilanz' })).toBeVisible()
  if (electron) process.kill(await backendPid(electron), 'SIGKILL')
  await goToLine(page)
  await expect(line(page)).toHaveValue('morgen 9-10 reporting')
  // It is selected: typing begins anew.
  await page.keyboard.type('gestern 9-10 reporting')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toBeVisible()
})

test('an overlap is offered to be cut or kept', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger()
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  await goToLine(page)
  await page.keyboard.type('gestern 9-11 content')
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
  await page.keyboard.type('gestern 10:30-12 planung')
  await page.keyboard.press('Enter')
  const trim = page.getByRole('alert').getByRole('button', { name: /kürzen/ })
  await expect(trim).toBeFocused()
  await expect(line(page)).toHaveValue('gestern 10:30-12 planung')
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
  await page.keyboard.type('gestern 11:30-12:30 dialog')
  await page.keyboard.press('Enter')
  await expect(trim).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
  await app.close()
  const entries = await entriesOf(ledger)
  expect(entries.map(({ activity, seconds }) => [activity, seconds / 60])).toEqual([
    ['content', 90],
    ['planning', 90],
    ['dialogue', 60],
  ])
})

test('by its key or from the palette the line comes to the screen one is on', async ({
  launchApp,
  makeTimerLedger,
}) => {
  const ledger = await makeTimerLedger()
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Nachtragen' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('gestern 9-10 reporting')
  // Closing keeps the draft.
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await paletteCommand(page, 'Zeit nachtragen, ohne die Seite zu verlassen')
  await expect(dialog.getByRole('textbox')).toHaveValue('gestern 9-10 reporting')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(toast(page)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Zeit' })).toHaveCount(0)
  await app.close()
  expect(await entriesOf(ledger)).toMatchObject([{ activity: 'reporting', seconds: 3600 }])
})

test('a guess is taken back at its chip', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, fill)
  const { page } = await launchApp({ ledger: ledger.path })
  await goToLine(page)
  await page.keyboard.type('gestern 9-10 reel')
  await expect(chips(page).first()).toHaveText('Content')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Content: ist nicht gemeint' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chips(page).filter({ hasText: 'Content' })).toHaveCount(0)
  await expect(chips(page).filter({ hasText: 'Notiz: reel' })).toBeVisible()
})

openedTest('the first line of a new ledger makes its hours one’s own', async ({ openPrepared }) => {
  const { page } = await openPrepared(async () => {})
  await goToLine(page)
  await page.keyboard.type('gestern 9-10 reporting Zahlen')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toBeVisible()
  await expect(entryInWeek(page, /Zahlen/)).toBeVisible()
})

const english = (page: Page) => page.getByRole('textbox', { name: 'Add time in one line' })

/** The clock time in it leaves open which half of the day is meant. */
async function typeEnglishLine(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('n')
  await expect(english(page)).toBeFocused()
  await page.keyboard.type('yesterday 9-10 comments')
}

const ann: Prepare = (client) => client.settings.addPerson({ commandId: newCommandId(), name: 'Ann' })

openedTest('in English too', async ({ openPrepared }) => {
  const { page } = await openPrepared(ann, { language: 'en' })
  await typeEnglishLine(page)
  const when = page.getByRole('group', { name: 'When was it: “9-10”?' })
  await expect(when.getByRole('button')).toHaveText([/Yesterday, 09:00 – 10:00/, /Yesterday, 21:00 – 22:00/])
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(english(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Time added')).toBeVisible()
})

openedTest(
  'the answer may be typed before the question is there, and so may the next line',
  async ({ openPrepared }) => {
    const { page } = await openPrepared(ann, { language: 'en' })
    await typeEnglishLine(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('1')
    const understood = page
      .locator('form')
      .filter({ has: english(page) })
      .getByRole('listitem')
    await expect(understood.filter({ hasText: '09:00 – 10:00' })).toBeVisible()
    await expect(english(page)).toHaveValue('yesterday 9-10 comments')
    await expect(english(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('2h content')
    await expect(page.getByText('Time added')).toBeVisible()
    await expect(english(page)).toHaveValue('2h content')
  },
)

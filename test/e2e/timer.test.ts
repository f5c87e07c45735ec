// The timer by keyboard alone: a day of interruptions, undo, who oneself is, what is asked.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import {
  entriesOf,
  expect,
  NO_WORK,
  paletteCommand,
  secondsOf,
  test,
  timerOf,
  waitForSeconds,
} from '../support/timer-ledger.ts'

const note = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: 'Notiz' })

async function startTyped(page: Page, key: 's' | 'w', text: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(note(page)).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function startByDigit(page: Page, digit: number): Promise<void> {
  await page.keyboard.press('s')
  await expect(
    page
      .getByRole('dialog')
      .getByRole('row')
      .nth(digit - 1),
  ).toBeVisible()
  await page.keyboard.press(String(digit))
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('a day of twelve interruptions by keyboard alone', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, async ({ client, ledger: { channel } }) => {
    const work = { ...NO_WORK, activity: 'dialogue' as const, channelId: channel, note: 'Kommentare' }
    await client.time.addFavourite({ commandId: newCommandId(), work })
  })
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  const { pill, start } = timerOf(page)
  await expect(start).toBeVisible()

  await startTyped(page, 's', 'Redaktionsplan für November')
  await expect(pill).toContainText('Planung')
  await waitForSeconds(page, 2)
  // The kept combination, at once.
  await startByDigit(page, 1)
  await expect(pill).toContainText('Dialog · Instagram')
  await waitForSeconds(page, 2)

  // Back to what was interrupted, with the arrows: below the favourite.
  await page.keyboard.press('w')
  await expect(page.getByRole('row', { name: /Redaktionsplan/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row', { name: /Redaktionsplan/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(pill).toContainText('Planung')
  await waitForSeconds(page, 2)

  const interruptions: [string, string][] = [
    ['Reel geschnitten', 'Content'],
    ['Monatsbericht', 'Reporting'],
    ['Abstimmung mit dem Vertrieb', 'Abstimmung'],
    ['Webinar besucht', 'Lernen'],
  ]
  for (const [text, activity] of interruptions) {
    await startTyped(page, 'w', text)
    await expect(pill).toContainText(activity)
    await waitForSeconds(page, 2)
  }

  // A break, and on with the favourite.
  await page.keyboard.press('x')
  await expect(start).toBeVisible()
  const resumed: [number, string][] = [
    [1, 'Dialog'],
    [2, 'Lernen'],
    [1, 'Dialog'],
    [3, 'Abstimmung'],
    [1, 'Dialog'],
  ]
  for (const [digit, activity] of resumed) {
    await startByDigit(page, digit)
    await expect(pill).toContainText(activity)
    await waitForSeconds(page, 2)
  }
  await page.keyboard.press('x')
  await expect(start).toBeVisible()
  await app.close()

  const entries = await entriesOf(ledger)
  expect(entries).toHaveLength(12)
  const [first, last] = [entries[0]!, entries.at(-1)!]
  const total = entries.reduce((sum, { seconds }) => sum + seconds, 0)
  const breakMs = entries[7]!.startedAt - entries[6]!.endedAt!
  // Not a second between two of them is lost or counted twice.
  expect(total * 1000).toBe(last.endedAt! - first.startedAt - breakMs)
  for (const [index, entry] of entries.slice(1, 7).entries()) expect(entry.startedAt).toBe(entries[index]!.endedAt)
  expect(entries.map(({ cents }) => cents)).toEqual(entries.map(({ seconds }) => seconds * 100))
  expect(entries.slice(0, 7).map(({ activity }) => activity)).toEqual([
    'planning',
    'dialogue',
    'planning',
    'content',
    'reporting',
    'coordination',
    'learning',
  ])
  expect(entries.filter(({ channelId }) => channelId === ledger.channel)).toHaveLength(4)
})

test('starting, switching and stopping can each be taken back with one key', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger()
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  const { pill, start, elapsed } = timerOf(page)
  await expect(start).toBeVisible()
  await startTyped(page, 's', 'Redaktionsplan')
  await waitForSeconds(page, 2)
  await startTyped(page, 'w', 'Kommentare')
  await expect(pill).toContainText('Dialog')
  // The switch was one step: the first goes on as if nothing had been.
  await page.keyboard.press('Control+z')
  await expect(pill).toContainText('Planung')
  await waitForSeconds(page, 3)
  await page.keyboard.press('x')
  await expect(start).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(pill).toContainText('Planung')
  expect(secondsOf((await elapsed.textContent()) ?? '')).toBeGreaterThanOrEqual(3)
  await page.keyboard.press('Control+z')
  await expect(start).toBeVisible()
  await app.close()
  expect(await entriesOf(ledger)).toEqual([])
})

test('a favourite is kept, moved and removed by keyboard', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, async ({ client, ledger: { person }, now }) => {
    const entries = ['Plan', 'Bericht'].map((text, index) => ({
      ...NO_WORK,
      note: text,
      personId: person,
      startedAt: now - (index + 2) * 600_000,
      endedAt: now - (index + 1) * 600_000 - 60_000,
    }))
    await client.time.add({ commandId: newCommandId(), entries })
  })
  const { page } = await launchApp({ ledger: ledger.path })
  await expect(timerOf(page).start).toBeVisible()
  const rows = page.getByRole('dialog').getByRole('row')
  await page.keyboard.press('s')
  await expect(rows).toHaveCount(2)
  for (const text of ['Plan', 'Bericht']) {
    const keep = page.getByRole('button', { name: `„${text}“ als Favorit merken` })
    const index = await rows.evaluateAll((list, name) => list.findIndex((row) => row.textContent?.includes(name)), text)
    await note(page).focus()
    for (const _row of ['Plan', 'Bericht']) await page.keyboard.press('ArrowUp')
    for (let step = 0; step <= index; step++) await page.keyboard.press('ArrowDown')
    await keep.focus()
    await page.keyboard.press('Enter')
    await expect(keep).toBeHidden()
  }
  await expect(rows.nth(0)).toContainText('Plan')
  await note(page).focus()
  await page.keyboard.press('ArrowUp')
  await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows.nth(0)).toContainText('Bericht')
  await page.getByRole('button', { name: '„Bericht“ aus den Favoriten nehmen' }).focus()
  await page.keyboard.press('Enter')
  await expect(rows.nth(0)).toContainText('Plan')
  await expect(page.getByRole('button', { name: '„Bericht“ als Favorit merken' })).toBeAttached()
})

test('a digit belongs to the note once it has begun', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, ({ client }) =>
    client.time.addFavourite({ commandId: newCommandId(), work: { ...NO_WORK, activity: 'ads' } }),
  )
  const { page } = await launchApp({ ledger: ledger.path })
  await expect(timerOf(page).start).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(1)
  await page.keyboard.type('Reel 1')
  await expect(note(page)).toHaveValue('Reel 1')
  await page.keyboard.press('Enter')
  await expect(timerOf(page).pill).toContainText('Content')
})

test('what runs is described while it runs, and its start put back', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, async ({ client, now }) => {
    await client.time.start({ commandId: newCommandId(), personId: null, at: now - 120_000, work: NO_WORK })
  })
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  const { pill } = timerOf(page)
  await expect(pill).toContainText('Ohne Angabe')
  await paletteCommand(page, 'Laufende Uhr ändern')
  await expect(note(page)).toBeFocused()
  await page.keyboard.type('Reel Äthiopien')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'Content' }).press('Enter')
  await expect(pill).toContainText('Content')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('x')
  await expect(timerOf(page).start).toBeVisible()
  await app.close()
  const [entry] = await entriesOf(ledger)
  expect(entry).toMatchObject({ note: 'Reel Äthiopien', activity: 'content' })
  expect(entry!.seconds).toBeGreaterThanOrEqual(120)
})

test('who oneself is, is asked once where it is not known', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, async ({ client }) => {
    await client.settings.addPerson({ commandId: newCommandId(), name: 'Anna Brandt' })
    await client.settings.update({ commandId: newCommandId(), patch: { selfPersonId: null } })
  })
  const app = await launchApp({ ledger: ledger.path })
  const { page } = app
  await expect(timerOf(page).start).toBeVisible()
  await startTyped(page, 's', 'Kommentare').catch(() => undefined)
  const dialog = page.getByRole('dialog', { name: 'Wer sind Sie?' })
  await dialog.getByRole('radio', { name: 'Anna Brandt' }).press('Space')
  await page.keyboard.press('Enter')
  await expect(timerOf(page).pill).toContainText('Dialog')
  await waitForSeconds(page, 2)
  await startTyped(page, 'w', 'Redaktionsplan')
  await expect(timerOf(page).pill).toContainText('Planung')
  await app.close()
  expect((await entriesOf(ledger)).map(({ person }) => person)).toEqual(['Anna Brandt', 'Anna Brandt'])
})

test('timers of others are counted and can be stopped', async ({ launchApp, makeTimerLedger }) => {
  const ledger = await makeTimerLedger(undefined, async ({ client, now }) => {
    const boss = (await client.settings.addPerson({ commandId: newCommandId(), name: 'Anna Brandt' })).recordId
    await client.time.start({
      commandId: newCommandId(),
      personId: boss,
      at: now - 60_000,
      work: { ...NO_WORK, activity: 'content' },
    })
  })
  const { page } = await launchApp({ ledger: ledger.path })
  const others = page.getByRole('button', { name: 'Eine weitere Uhr läuft' })
  await others.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Anna Brandt')
  await page.getByRole('button', { name: 'Uhr von Anna Brandt anhalten' }).press('Enter')
  await expect(others).toBeHidden()
  await expect(timerOf(page).start).toBeVisible()
})

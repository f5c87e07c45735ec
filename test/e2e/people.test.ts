// People and their hours: a rate changed with what it does, hours of those who do not use the app, and what an hour really costs.
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workingDaysIn } from '../../electron/backend/holidays.ts'
import { addDays, firstDayOf, lastDayOf, mondayOf, monthOf, type Day } from '../../shared/domain/day.ts'
import { dayAt } from '../../shared/domain/instant.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { newCommandId } from '../support/direct-host.ts'
import { dropFiles } from '../support/drop-files.ts'
import { fillText, fillWorkbook } from '../support/fill-sheet.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'
import { saveFile } from '../support/saved-files.ts'
import { NO_WORK } from '../support/time-ledger.ts'

const ZONE = 'Europe/Berlin'
const REGION = { country: 'DE', state: 'BY' } as const
const today = dayAt(Date.now(), ZONE)
const lastMonth = monthOf(addDays(firstDayOf(monthOf(today)), -1))
const closedMonth = monthOf(addDays(firstDayOf(lastMonth), -1))
const inMonth = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}` as Day
const german = (day: Day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/** Lena logs 80 % of what she is paid for; Jo's work lies in a closed month and in an open one. */
const fill: Prepare = async (client) => {
  const command = () => ({ commandId: newCommandId() })
  const lena = await client.settings.addPerson({
    ...command(),
    name: 'Lena',
    paidSecondsPerWeek: 40 * 3600,
    isSelf: true,
  })
  const jo = await client.settings.addPerson({ ...command(), name: 'Jo', kind: 'expert' })
  const rate = { personId: null, validFrom: '2020-01-01' as Day, centsPerHour: 4_000, basis: null }
  await client.settings.setRate({ ...command(), ...rate })
  await client.settings.addChannel({ ...command(), network: 'instagram', name: 'Instagram' })
  const entry = (personId: number | null, day: Day, from: string, hours: number) => {
    const startedAt = instantAt(day, from, ZONE)
    const work = { ...NO_WORK, activity: 'content' as const }
    return { ...work, personId: personId!, startedAt, endedAt: startedAt + hours * 3_600_000 }
  }
  const monday = mondayOf(today)
  const days = workingDaysIn({ from: addDays(monday, -35), to: addDays(monday, -1) }, REGION)
  // The week in which someone begins is none in full.
  const logged = [addDays(monday, -36), ...days].map((day) => entry(lena.recordId, day, '08:00', 6.4))
  const ofJo = [
    entry(jo.recordId, inMonth(closedMonth, 10), '08:00', 10),
    entry(jo.recordId, inMonth(lastMonth, 10), '08:00', 7.5),
  ]
  await client.time.add({ ...command(), entries: [...logged, ...ofJo] })
  await client.ledger.closeMonth({ ...command(), month: closedMonth, withEarlier: true })
}

const settings = { timeZone: ZONE, holidayRegion: REGION, marginBasisPoints: 5_500 } as const

async function openPeople(app: OpenedApp): Promise<Page> {
  const { page } = app
  await page.goto(app.addressOf('/settings?tab=people'))
  await expect(card(page, 'Jo')).toBeVisible()
  return page
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Weiteres zu ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

/** Types a day into the date field that has the focus, or into a named one. */
async function typeDay(page: Page, name: string, day: Day): Promise<void> {
  await page.getByRole('dialog').getByRole('group', { name }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(german(day).replaceAll('.', ''))
}

/** The list of what Jo worked, with its sums. */
async function openList(app: OpenedApp, search = 'person=2'): Promise<Page> {
  await app.page.goto(app.addressOf(`/time?view=list&${search}`))
  await expect(app.page.getByRole('grid', { name: 'Zeiteinträge' })).toBeVisible()
  return app.page
}

test('a changed rate says before what saving then does: open months follow, closed ones keep their cost', async ({
  openPrepared,
}) => {
  const app = await openPrepared(fill, settings)
  const page = await openList(app)
  await expect(page.getByText(/700,00\s€/)).toBeVisible()
  await page.getByRole('link', { name: 'Einstellungen' }).click()
  await page.getByRole('tab', { name: 'Menschen & Stundensätze' }).click()
  await expect(card(page, 'Jo')).toBeVisible()
  await expectAccessible(page)
  await card(page, 'Jo').getByRole('button', { name: 'Satz ab einem Tag' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Kosten je Stunde').fill('50')
  await typeDay(page, 'Gilt ab', firstDayOf(closedMonth))
  const effect = dialog.getByRole('status', { name: 'Was sich ändert' })
  await expect(effect).toContainText(/7,5 h in offenen Monaten kosten dann 375,00\s€ statt 300,00\s€ \(\+75,00\s€\)\./)
  await expect(effect).toContainText('10,0 h in abgeschlossenen Monaten behalten ihre Kosten.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.getByText(/7,5 h in offenen Monaten: 375\s€ statt 300\s€\./)).toBeVisible()
  await page.goBack()
  await expect(page.getByText(/775,00\s€/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/700,00\s€/)).toBeVisible()

  // What the hours would have earned elsewhere is a line beside the result.
  await openPeople(app)
  await choose(page, 'Jo', 'Was die Stunde anderswo brächte')
  await dialog.getByLabel('Ertrag je Stunde').fill('120')
  await typeDay(page, 'Gilt ab', firstDayOf(closedMonth))
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(card(page, 'Jo')).toContainText(/Anderswo: 120,00\s€ je Stunde seit/)
  const [from, to] = [firstDayOf(lastMonth), lastDayOf(lastMonth)]
  await page.goto(app.addressOf(`/result?from=${from}&to=${to}`))
  await expect(page.getByText(/Dieselben Stunden hätten anderswo 900\s€ gebracht \(Jo, 7,5 h\)\./)).toBeVisible()
})

test('a colleague without the app fills in a sheet, and a week is estimated', async ({ openPrepared, host }, info) => {
  const app = await openPrepared(fill, settings)
  const page = await openPeople(app)
  const dialog = page.getByRole('dialog')
  const path = join(info.outputDir, 'sheet')

  await choose(page, 'Jo', 'Stundenzettel zum Ausfüllen')
  await expectAccessible(page)
  const workbook = await saveFile(app, host, path, () =>
    dialog.getByRole('button', { name: 'Datei erstellen' }).click(),
  )
  expect(workbook.name).toBe(`Stunden Jo ${monthOf(today)}.xlsx`)
  const filled = await fillWorkbook(readFileSync(path), {
    B7: 'Dialog',
    C7: 'Instagram',
    G7: 1.5,
    B8: 'Content',
    E8: 9 / 24,
    F8: 11.25 / 24,
    B9: 'Dialog',
    G9: 'viel',
    B10: 'Dialog',
    G10: 25,
  })
  await choose(page, 'Jo', 'Stundenzettel zum Ausfüllen')
  await dialog.getByText('CSV', { exact: true }).click()
  const text = await saveFile(app, host, path, () => dialog.getByRole('button', { name: 'Datei erstellen' }).click())
  const eleventh = german(inMonth(monthOf(today), 11))
  const typed = fillText(readFileSync(path), eleventh, { Tätigkeit: 'Planung', Stunden: '0:45', Notiz: 'Plan' })

  await dropFiles(page, [
    { name: workbook.name, bytes: filled },
    { name: text.name, bytes: typed },
  ])
  const file = page.getByRole('rowgroup', { name: workbook.name, exact: true })
  await expect(file).toContainText('Stundenzettel')
  await expect(file).toContainText('2 neu')
  await expect(file.getByRole('row', { name: /^9 Stunden viel Das ist keine Dauer\./ })).toBeVisible()
  await expect(file.getByRole('row', { name: /^10 Stunden 25 Der Wert ist zu groß/ })).toBeVisible()
  await expect(page.getByRole('rowgroup', { name: text.name, exact: true })).toContainText('1 neu')
  await expectAccessible(page)
  await page.getByRole('button', { name: /importieren: / }).click()
  await expect(page.getByText('Im Hauptbuch angekommen: 3 Zeiteinträge.')).toBeVisible()

  await openPeople(app)
  await choose(page, 'Jo', 'Schätzung eintragen')
  await typeDay(page, 'Ein Tag der Woche', addDays(mondayOf(today), -7))
  await dialog.getByLabel('Stunden', { exact: true }).fill('2,5')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Schätzung speichern' }).click()
  await expect(page.getByText(/^Geschätzt: 2,5 h für Jo/)).toBeVisible()

  // 17,5 h before, 4,5 h of the sheets, 2,5 h estimated, all at 40 €.
  await openList(app)
  await expect(page.getByText(/980,00\s€/)).toBeVisible()
  await openList(app, 'person=2&estimate=yes')
  await expect(page.getByText(/100,00\s€/)).toBeVisible()
  const rows = page.getByRole('grid', { name: 'Zeiteinträge' }).locator('tr[data-row-index]')
  await expect(rows.first()).toContainText('Schätzung')
  await page.goto(app.addressOf(`/time?view=week&person=2&day=${addDays(mondayOf(today), -7)}`))
  await expect(page.locator('[data-entry]').first()).toContainText('Schätzung')
})

test('the measured share is taken over, for employees and for freelancers', async ({ openPrepared }) => {
  const app = await openPrepared(fill, settings)
  const page = await openPeople(app)
  await expect(card(page, 'Lena')).toContainText(/80\s% der bezahlten Zeit erfasst/)
  await card(page, 'Lena').getByRole('button', { name: 'Satz ab einem Tag' }).click()
  const dialog = page.getByRole('dialog')
  const figure = dialog.getByRole('status').filter({ hasText: 'erfasste Stunde kostet' })
  await dialog.getByText('Satz berechnen', { exact: true }).click()
  await dialog.getByLabel('Jahresbrutto').fill('48.000')
  await dialog.getByLabel('Bezahlte Arbeitstage').fill('200')
  await dialog.getByLabel('Stunden je Tag').focus()
  await expect(figure).toContainText(/36,39\s€/)
  await expect(dialog.getByText(/Gemessen: 80\s% in 5 Wochen/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Übernehmen', exact: true }).click()
  await expect(dialog.getByLabel('Erfasster Anteil')).toHaveValue('80')
  // 58.224 € ÷ (1.600 h × 80 %)
  await expect(figure).toContainText(/45,49\s€/)
  await expectAccessible(page)

  await dialog.getByText('Selbstständig', { exact: true }).click()
  await dialog.getByLabel('Lebenshaltung und Steuern').fill('40.000')
  await dialog.getByLabel('Versicherung und Vorsorge').fill('8.000')
  await dialog.getByLabel('Arbeitsmittel').fill('2.000')
  await dialog.getByLabel('Gewinn').fill('4.000')
  await dialog.getByLabel('Stunden je Tag').focus()
  // 54.000 € ÷ (1.600 h × 80 %)
  await expect(figure).toContainText(/42,19\s€/)
  await dialog.getByRole('button', { name: /42,19\s€ übernehmen/ }).click()
  await expect(card(page, 'Lena').getByRole('row').nth(1)).toContainText(
    /42,19\s€.*54\.000\s€ Jahresbedarf, 200 Tage, 80\s% erfasst/,
  )

  await page.goto(app.addressOf('/settings?tab=work'))
  await expect(page.getByText('40,0 h in der Woche')).toBeVisible()
  await expectAccessible(page)
})

// Costs by keyboard: entered from anywhere, in other currencies, with receipts and the artists' social levy.
import type { Page } from '@playwright/test'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newCommandId } from '../support/direct-host.ts'
import { dropFiles } from '../support/drop-files.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const withChannel: Prepare = (client) =>
  client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })

async function openCosts(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/ledger/costs${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Kosten' })).toBeVisible()
  // The keys work from here on.
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Ausgabe')
  return app.page
}

/** Chooses an option of a select by typing its beginning. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: label }).press('Enter')
  await page.getByRole('option', { name: option, exact: true }).press('Enter')
}

/** The next file the page saves, wherever the host lets it be put. */
async function savedFile({ page, electron, userFolder }: OpenedApp): Promise<{ name: string; bytes: Buffer }> {
  if (!electron) {
    const file = await page.waitForEvent('download')
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const path = join(userFolder, 'saved')
  const name = await electron.evaluate(
    ({ session }, target) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(target)
          item.once('done', () => resolve(item.getFilename()))
        })
      }),
    path,
  )
  return { name, bytes: readFileSync(path) }
}

const PDF = Buffer.from('%PDF-1.7\nRechnung 4711\n')

test('a subscription is entered from anywhere by keyboard, changed, deleted and brought back', async ({
  openPrepared,
}) => {
  const app = await openPrepared(withChannel)
  const page = app.page
  await page.goto(app.addressOf('/imports'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Ausgabe/ })).toBeVisible()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Ausgabe eintragen' })
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Planungswerkzeug')
  await page.keyboard.press('Tab')
  await page.keyboard.type('348')
  await choose(page, 'Wiederholung', 'Jährlich')
  await expect(dialog).toContainText(/im Schnitt 29,00\s€ je Monat, 348,00\s€ im Jahr/)
  await dialog.getByLabel('Bezeichnung').press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ausgabe eingetragen')).toBeVisible()

  await openCosts(app)
  const row = page.getByRole('row', { name: /Planungswerkzeug/ })
  await expect(row).toContainText(/Werkzeug.*übergreifend.*Jährlich.*348,00\s€.*29,00\s€/)
  await row.press('Enter')
  await page.getByRole('dialog').getByLabel('Betrag').fill('696')
  await page.keyboard.press('Enter')
  await expect(row).toContainText(/696,00\s€.*58,00\s€/)

  await row.getByRole('button', { name: 'Aktionen für „Planungswerkzeug“' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Löschen' }).press('Enter')
  await expect(page.getByText('Noch keine eigenen Ausgaben')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row).toContainText(/696,00\s€/)
  await page.keyboard.press('Control+z')
  await expect(row).toContainText(/348,00\s€/)
})

test('a form says at its fields what is missing and what does not fit', async ({ openPrepared }) => {
  const page = await openCosts(await openPrepared(withChannel))
  await page.getByRole('button', { name: 'Ausgabe eintragen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Bitte ausfüllen.')).toBeVisible()
  await expect(dialog.getByText('Bitte einen Betrag über null eintragen.')).toBeVisible()
  await dialog.getByLabel('Bezeichnung').fill('Agentur')
  await dialog.getByLabel('Betrag').fill('-5')
  await dialog.getByLabel('Bezeichnung').focus()
  await expect(dialog.getByText('Bitte einen Betrag über null eintragen.')).toBeVisible()
  await dialog.getByLabel('Betrag').fill('zehn')
  await dialog.getByLabel('Bezeichnung').focus()
  await expect(dialog.getByText(/Das ist keine Zahl/)).toBeVisible()
  await dialog.getByLabel('Betrag').fill('1.200,50')
  await dialog.getByRole('group', { name: 'Läuft bis' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('01012020')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Das Ende liegt vor dem Anfang.')).toBeVisible()
  await dialog.getByRole('group', { name: 'Läuft bis' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('01012099')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Länger als 30 Jahre: Bitte das Jahr prüfen.')).toBeVisible()
})

test('a yearly tool paid in dollars is spread over its year at the rate of its day', async ({ openPrepared }) => {
  const page = await openCosts(await openPrepared(withChannel))
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Bildarchiv')
  await choose(page, 'Wiederholung', 'Einmalig')
  await dialog.getByLabel('Betrag').fill('120')
  await dialog.getByRole('combobox', { name: 'Währung' }).fill('USD')
  await page.getByRole('option', { name: /^USD/ }).click()
  await expect(dialog).toContainText('Für USD ist noch kein Kurs bekannt')
  const rate = dialog.getByRole('textbox', { name: 'Kurs', exact: true })
  await rate.fill('0')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(dialog.getByText('Bitte einen Kurs über null eintragen.')).toBeVisible()
  await rate.fill('0,8612')
  await expect(dialog).toContainText(/120,00 USD × 0,8612 = 103,34\s€/)
  await dialog.getByRole('button', { name: 'Auf ein Jahr verteilen' }).click()
  await expect(dialog).toContainText(/Rund 12 × 8,61\s€ von .* bis .*tageweise verteilt/)
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.getByRole('row', { name: /Bildarchiv/ })).toContainText(/120,00 USD.*103,34\s€/)

  // The next one is offered the same rate.
  await expect(dialog).toBeHidden()
  await page.keyboard.press('a')
  await dialog.getByLabel('Betrag').fill('10')
  await dialog.getByRole('combobox', { name: 'Währung' }).fill('USD')
  await page.getByRole('option', { name: /^USD/ }).click()
  await expect(rate).toHaveValue('0,8612')
  await page.keyboard.press('Escape')

  // A listed rate that is changed leaves what is booked alone.
  await page.getByRole('button', { name: 'Wechselkurse' }).click()
  const rates = page.getByRole('dialog', { name: 'Wechselkurse' })
  await expect(rates).toContainText('schon gebuchte behalten den Kurs ihres Tages')
  await rates.getByRole('row', { name: /USD/ }).press('Enter')
  await rates.getByRole('textbox', { name: 'EUR für 1 USD' }).fill('0,9')
  await page.keyboard.press('Enter')
  await expect(rates.getByRole('row', { name: /USD/ })).toContainText(/0,9000.*noch nicht/)
  await rates.getByRole('button', { name: 'Schließen' }).last().click()
  await expect(page.getByRole('row', { name: /Bildarchiv/ })).toContainText(/103,34\s€/)
})

test('receipts are dropped on the form, kept beside the ledger, given back, and missed when they are gone', async ({
  openPrepared,
}) => {
  const app = await openPrepared(withChannel)
  const page = await openCosts(app)
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Druckerei')
  await dialog.getByLabel('Betrag').fill('80')
  await dropFiles(page, [{ name: 'Bild.png', bytes: PDF }])
  await expect(dialog.getByRole('alert')).toContainText('„Bild.png“ ist nicht, was die Endung sagt.')
  await dropFiles(page, [{ name: 'Rechnung.pdf', bytes: PDF }])
  // The form takes it, not the import.
  await expect(dialog).toContainText(/Rechnung\.pdf.*neu, wird mit der Ausgabe gespeichert/)
  await expect(page).toHaveURL(/\/ledger\/costs/)
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  const row = page.getByRole('row', { name: /Druckerei/ })
  await expect(row.getByRole('img', { name: '1 Beleg' })).toBeVisible()

  await row.press('Enter')
  const saved = savedFile(app)
  await dialog.getByRole('button', { name: '„Rechnung.pdf“ speichern' }).press('Enter')
  const { name, bytes } = await saved
  expect(name).toBe('Rechnung.pdf')
  expect(bytes.equals(PDF)).toBe(true)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Belege prüfen' }).click()
  const check = page.getByRole('dialog', { name: 'Belege prüfen' })
  await expect(check).toContainText('1 Beleg ist da und unverändert')
  const folder = /Belege liegen neben dem Hauptbuch in (.*\.files)\. /.exec((await check.textContent()) ?? '')?.[1]
  rmSync(folder!, { recursive: true })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Belege prüfen' }).click()
  await expect(check).toContainText(/Mit 1 von 1 Belegen stimmt etwas nicht\..*fehlt.*Rechnung\.pdf.*Druckerei/)
  await page.keyboard.press('Escape')
  await page.reload()
  await row.press('Enter')
  await expect(dialog).toContainText('Die Datei ist nicht mehr da.')
})

test('a creative service offers the artists’ social levy and says whether the threshold is passed', async ({
  openPrepared,
}) => {
  const page = await openCosts(await openPrepared(withChannel))
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Bezeichnung')).toBeFocused()
  await page.keyboard.type('Fotografin')
  await choose(page, 'Art', 'Dienstleistung')
  await dialog.getByLabel('Betrag').fill('900')
  await dialog.getByRole('checkbox', { name: /Kreative Leistung/ }).press('Space')
  await expect(dialog).toContainText(/Bis 1\.000,00\s€ im Jahr fällt .* keine Abgabe an/)
  await dialog.getByLabel('Betrag').fill('1150')
  await expect(dialog).toContainText(/1\.150,00\s€\. Das ist mehr als die Grenze von 1\.000,00\s€/)
  await dialog.getByRole('checkbox', { name: /Künstlersozialabgabe dazu buchen: 4,9\s%\s=\s56,35\s€/ }).press('Space')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByText('Ausgabe und Künstlersozialabgabe eingetragen')).toBeVisible()
  const levy = page.getByRole('row', { name: /Künstlersozialabgabe: Fotografin/ })
  await expect(levy).toContainText(/Abgabe.*56,35\s€/)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Noch keine eigenen Ausgaben')).toBeVisible()
})

test('a line of the ledger leads to its expense, which can be duplicated and filtered', async ({ openPrepared }) => {
  const day = new Date().toISOString().slice(0, 10)
  const app = await openPrepared((client) =>
    client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        kind: 'other',
        name: 'Requisiten',
        cents: 2_500,
        startsOn: day,
        endsOn: null,
        repetition: 'once',
        channelId: null,
        campaignId: null,
        scope: 'social',
        note: 'Messe',
      },
    }),
  )
  const page = app.page
  await page.goto(app.addressOf('/ledger'))
  await page.getByRole('row', { name: /Requisiten/ }).press('Enter')
  await page.getByRole('dialog').getByRole('link', { name: 'Zur Ausgabe' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ausgabe bearbeiten' })
  await expect(dialog.getByLabel('Bezeichnung')).toHaveValue('Requisiten')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Aktionen für „Requisiten“' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Duplizieren' }).press('Enter')
  await page.getByRole('dialog', { name: 'Ausgabe eintragen' }).getByLabel('Bezeichnung').fill('Noch mehr Requisiten')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '2 Ausgaben' })).toContainText(/50,00\s€/)
  await page
    .getByRole('textbox', { name: 'Suchen' })
    .or(page.getByRole('searchbox', { name: 'Suchen' }))
    .fill('mehr')
  await expect(page.getByRole('status').filter({ hasText: '1 Ausgabe' })).toContainText(/25,00\s€/)
})

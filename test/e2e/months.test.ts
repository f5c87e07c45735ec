// Closing a month, what it protects, and putting right what is sealed: by keyboard, in every host.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

/** A tool in each of three months that have ended, seen from any day. */
const [oldest, older, latest] = [3, 2, 1].map((back) => {
  const day = new Date()
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() - back)
  return day.toISOString().slice(0, 7)
}) as [string, string, string]
const nameOf = (month: string) =>
  new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`))

const threeMonths: Prepare = async (client) => {
  for (const [month, cents] of [
    [oldest, 10_000],
    [older, 20_000],
    [latest, 30_000],
  ] as const) {
    await client.ledger.addManualLine({
      commandId: newCommandId(),
      line: {
        day: `${month}-10`,
        scope: 'social',
        kind: 'tool',
        cents,
        seconds: 0,
        text: `Planer ${month}`,
        personId: null,
        activity: null,
        channelId: null,
        campaignId: null,
        postId: null,
        clientId: null,
        departmentId: null,
      },
    })
  }
}

async function openMonths(app: OpenedApp): Promise<Page> {
  await app.page.goto(app.addressOf('/ledger/months'))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Monate' })).toBeVisible()
  return app.page
}

const rowOf = (page: Page, month: string) => page.getByRole('row', { name: new RegExp(nameOf(month)) })

async function closeThrough(page: Page, month: string): Promise<void> {
  await rowOf(page, month).getByRole('button', { name: 'Abschließen' }).press('Enter')
  const dialog = page.getByRole('alertdialog')
  const close = dialog.getByRole('button', { name: 'Endgültig abschließen' })
  // What it does is said first.
  await expect(close).toBeEnabled()
  await close.press('Enter')
  await expect(dialog).toBeHidden()
}

test('months are closed in order after a question, and stay closed', async ({ openPrepared }) => {
  const app = await openPrepared(threeMonths)
  const page = await openMonths(app)
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Wohin, was tun, was finden?')).toBeFocused()
  await page.keyboard.type('Monat abschließen')
  await expect(page.getByRole('option')).toHaveCount(1)
  // The list marks its first entry a moment later.
  await expect(page.getByRole('searchbox')).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('heading', { name: `${nameOf(oldest)} abschließen?` })).toBeVisible()
  await expect(dialog).toContainText('Das lässt sich nicht rückgängig machen.')
  await expect(dialog.getByRole('row', { name: new RegExp(nameOf(oldest)) })).toContainText(/100,00\s€/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, oldest).getByRole('img', { name: 'abgeschlossen' })).toHaveCount(0)

  // A later month takes the earlier ones along, and says so.
  await rowOf(page, older).getByRole('button', { name: 'Abschließen' }).press('Enter')
  await expect(dialog).toContainText('1 früherer Monat ist noch offen und wird mit abgeschlossen.')
  await expect(dialog.getByRole('row', { name: /Zusammen/ })).toContainText(/300,00\s€/)
  await dialog.getByRole('button', { name: 'Endgültig abschließen' }).press('Enter')
  await expect(page.getByText(`2 Monate bis ${nameOf(older)} abgeschlossen`)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Ein Monatsabschluss lässt sich nicht zurücknehmen.')).toBeVisible()
  for (const month of [oldest, older])
    await expect(rowOf(page, month).getByRole('img', { name: 'abgeschlossen' })).toBeVisible()
  await expect(rowOf(page, latest).getByRole('button', { name: 'Abschließen' })).toBeVisible()

  // Nothing takes it back: the last thing to undo is none of it.
  await page.keyboard.press('Control+z')
  await page.reload()
  await expect(rowOf(page, older).getByRole('img', { name: 'abgeschlossen' })).toBeVisible()
  await page.getByRole('button', { name: 'Jetzt prüfen' }).press('Enter')
  await expect(page.getByText('Alles stimmt, die Siegel sind unversehrt.')).toBeVisible()

  await rowOf(page, older).press('Enter')
  const sheet = page.getByRole('dialog', { name: nameOf(older) })
  await expect(sheet.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2)
  await sheet.getByRole('link', { name: 'Buchungen ansehen' }).press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(`Planer ${older}`) })).toBeVisible()
})

test('a sealed line is put right in an open month, and both lead to each other', async ({ openPrepared }) => {
  const app = await openPrepared(threeMonths)
  const page = await openMonths(app)
  await closeThrough(page, latest)
  await page.goto(app.addressOf(`/ledger?from=${oldest}-01&to=${latest}-28`))
  const sealed = page.getByRole('row', { name: new RegExp(`Planer ${older}`) })
  await expect(sealed.getByRole('img', { name: 'abgeschlossen' })).toBeVisible()
  await sealed.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Der Monat ist abgeschlossen.')
  await expect(sheet.getByRole('button', { name: 'Bearbeiten' })).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Berichtigen' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Buchung berichtigen' })
  await form.getByLabel('Beschreibung').fill('Planer war billiger')
  await form.getByRole('textbox', { name: 'Betrag' }).fill('150')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Buchung berichtigt')).toBeVisible()

  await sealed.press('Enter')
  await expect(sheet.getByRole('button', { name: 'Berichtigen' })).toHaveCount(0)
  const related = sheet.getByRole('region', { name: 'Gehört zusammen' })
  await expect(related.getByRole('listitem').filter({ hasText: 'Zurückgenommen durch' })).toContainText(/−200,00\s€/)
  await related.getByRole('listitem').filter({ hasText: 'Berichtigt durch' }).getByRole('button').press('Enter')
  await expect(sheet.getByRole('region', { name: 'Gehört zusammen' })).toContainText(`Planer ${older}`)
  await page.keyboard.press('Escape')

  await openMonths(app)
  await expect(rowOf(page, older)).toContainText(/200,00\s€.*\+50,00\s€/)
})

test('a line by hand says what is missing, and refuses a closed month', async ({ openPrepared }) => {
  const app = await openPrepared(threeMonths)
  const page = await openMonths(app)
  await closeThrough(page, latest)
  await page.goto(app.addressOf('/ledger'))
  await page.getByRole('button', { name: 'Buchung von Hand' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Buchung von Hand' })
  await form.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(form.getByText('Bitte ausfüllen.')).toBeVisible()
  await expect(form.getByText('Bitte einen Betrag oder Stunden eintragen.')).toBeVisible()
  await form.getByLabel('Beschreibung').fill('Fotos')
  await form.getByRole('textbox', { name: 'Betrag' }).fill('25,50')
  await form.getByRole('group', { name: 'Tag' }).getByRole('spinbutton').first().focus()
  const [year, month] = latest.split('-')
  await page.keyboard.type(`15${month}${year}`)
  await form.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(form.getByText(/Dieser Monat ist abgeschlossen\. Möglich ab dem 01\./)).toBeVisible()
  await expect(form.getByLabel('Beschreibung')).toHaveValue('Fotos')
  const today = new Date()
  await form.getByRole('group', { name: 'Tag' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(`01${String(today.getMonth() + 1).padStart(2, '0')}${today.getFullYear()}`)
  await form.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(page.getByRole('row', { name: /Fotos/ })).toContainText(/25,50\s€/)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /Fotos/ })).toHaveCount(0)
})

test('an empty ledger says when months appear', async ({ openPrepared }) => {
  const page = await openMonths(await openPrepared(async () => undefined))
  await expect(page.getByText('Noch kein Monat')).toBeVisible()
  await expect(page.getByRole('button', { name: /abschließen/ })).toHaveCount(0)
})

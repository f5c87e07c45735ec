// Hours that stand on an invoice: what stays, why, and where it is unlocked – in the form, in the list, in the timeline.
import type { Locator, Page } from '@playwright/test'
import type { Day } from '../../shared/domain/day.ts'
import { addClient, addPerson, logTime, setBillingRate } from '../support/billing-ledger.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const settings = {
  businessKind: 'freelancer',
  timeZone: 'Europe/Berlin',
  holidayRegion: { country: 'DE', state: 'BY' },
} as const

/** Two hours of Café Ahoi on invoice R-7, one of the same client that is open. */
const invoiced: Prepare = async (client) => {
  const mira = await addPerson(client)
  const ahoi = await addClient(client, 'Café Ahoi')
  await setBillingRate(client, ahoi, 7_500)
  const log = (day: string, from: string, to: string, note: string) =>
    logTime(client, day, from, to, { personId: mira, clientId: ahoi, note })
  await log('2026-10-26', '09:00', '10:00', 'Redaktionsplan')
  await log('2026-10-26', '13:00', '14:00', 'Dreh')
  await client.billing.addInvoice({
    commandId: newCommandId(),
    clientId: ahoi,
    period: { from: '2026-10-01' as Day, to: '2026-10-31' as Day },
    number: 'R-7',
    feeMonths: [],
    booking: null,
  })
  await log('2026-10-27', '09:00', '10:00', 'Nachtrag')
}

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Zeiteinträge' }).locator('tr[data-row-index]')

async function openEntry(page: Page, note: string): Promise<Locator> {
  const row = rowsOf(page).filter({ hasText: note })
  await row.focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Zeiteintrag' })
  await expect(form.getByRole('textbox', { name: 'Notiz' })).toHaveValue(note)
  return form
}

async function unlock(page: Page, reason: string): Promise<Locator> {
  const row = page.getByRole('row', { name: /R-7/ })
  await row.getByRole('button', { name: 'Mehr zu Rechnung R-7' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Entsperren' }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Warum?' }).fill(reason)
  await page.keyboard.press('Enter')
  await expect(row).toContainText(`entsperrt am`)
  await expect(row).toContainText(reason)
  return row
}

test('the form says on which invoice an entry stands, and is freed by unlocking it', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(invoiced, settings)
  await page.goto(addressOf('/time?view=list'))
  const form = await openEntry(page, 'Redaktionsplan')
  await expect(form).toContainText(/steht auf der Rechnung R-7 \(Café Ahoi\)\. Zeiten, Person, Kunde .* sind gesperrt/)
  for (const field of ['Beginn', 'Ende', 'Dauer']) await expect(form.getByLabel(field)).toBeDisabled()
  await expect(form.getByRole('button', { name: /^Café Ahoi Kunde|Kunde.*Café Ahoi/ })).toBeDisabled()
  await expect(form.getByRole('checkbox', { name: 'Abrechenbar' })).toBeDisabled()
  await expect(form.getByRole('button', { name: 'Löschen' })).toHaveCount(0)
  await form.getByRole('button', { name: 'Mehr', exact: true }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Hier teilen …' })).toBeDisabled()
  await page.keyboard.press('Escape')

  await test.step('what was done may still be said in other words', async () => {
    await form.getByRole('textbox', { name: 'Notiz' }).fill('Redaktionsplan Herbst')
    await form.getByRole('button', { name: 'Speichern' }).press('Enter')
    await expect(form).toHaveCount(0)
    await expect(rowsOf(page).filter({ hasText: 'Redaktionsplan Herbst' })).toHaveCount(1)
  })

  await test.step('the link leads to the invoices; unlocking needs a reason and can be undone', async () => {
    await openEntry(page, 'Redaktionsplan Herbst')
    await form.getByRole('link', { name: 'Rechnung R-7' }).press('Enter')
    await expect(form).toHaveCount(0)
    const row = await unlock(page, 'Falscher Tag')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(row).toContainText('2 Einträge gesperrt')
    await expect(row).not.toContainText('Falscher Tag')
    await unlock(page, 'Doch der falsche Tag')
  })

  await test.step('then all of the entry can be changed', async () => {
    await page.goto(addressOf('/time?view=list'))
    await openEntry(page, 'Redaktionsplan Herbst')
    await expect(form.getByText(/steht auf der Rechnung/)).toHaveCount(0)
    await form.getByLabel('Ende').fill('11:00')
    await form.getByRole('button', { name: 'Speichern' }).press('Enter')
    await expect(form).toHaveCount(0)
    await expect(rowsOf(page).filter({ hasText: 'Redaktionsplan Herbst' })).toContainText(/2:00\sh/)
  })

  await test.step('locking again takes what there is now', async () => {
    await page.goto(addressOf('/time/billing?view=invoices'))
    const row = page.getByRole('row', { name: /R-7/ })
    await row.getByRole('button', { name: 'Mehr zu Rechnung R-7' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Wieder sperren' }).press('Enter')
    await expect(row).toContainText('3 Einträge gesperrt')
    await expect(row).toContainText(/4:00\sh/)
    await expect(row).toContainText(/300,00\s€/)
  })
})

test('an invoice of which nothing is left says so when it is to be locked again', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(invoiced, settings)
  await page.goto(addressOf('/time/billing?view=invoices'))
  await unlock(page, 'Storno')
  await page.goto(addressOf('/time?view=list'))
  await rowsOf(page).first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await expect(rowsOf(page)).toHaveCount(0)
  await page.goto(addressOf('/time/billing?view=invoices'))
  await page.getByRole('button', { name: 'Mehr zu Rechnung R-7' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Wieder sperren' }).press('Enter')
  await expect(page.getByText('Rechnung R-7 bleibt entsperrt: In ihrem Zeitraum ist nichts mehr offen.')).toBeVisible()
  await expect(page.getByRole('row', { name: /R-7/ })).toContainText('entsperrt am')
})

test('changes of many leave invoiced entries alone and say how many', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(invoiced, settings)
  await page.goto(addressOf('/time?view=list'))
  const rows = rowsOf(page)
  await expect(rows).toHaveCount(3)
  const chooseAll = async () => {
    await rows.first().focus()
    await page.keyboard.press('ControlOrMeta+a')
    await expect(page.getByText('3 ausgewählt')).toBeVisible()
  }

  await test.step('what they were', async () => {
    await chooseAll()
    await page.keyboard.press('ControlOrMeta+Enter')
    const dialog = page.getByRole('dialog', { name: '3 Einträge ändern' })
    await expect(dialog).toContainText('Unverändert: 2 abgerechnete bleiben.')
    await dialog.getByRole('button', { name: /Abrechenbar/ }).press('Enter')
    await page.getByRole('option', { name: /^Nein|nicht abrechenbar/i }).press('Enter')
    await dialog.getByRole('button', { name: 'Ändern', exact: true }).press('Enter')
    await expect(page.getByText('1 Eintrag geändert. Unverändert: 2 abgerechnete bleiben.')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByText('Rückgängig gemacht')).toBeVisible()
  })

  await test.step('when they were', async () => {
    await page.getByRole('button', { name: 'Verschieben' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: '1 Eintrag verschieben' })
    await expect(dialog).toContainText('Unverändert: 2 abgerechnete bleiben.')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('and whether they are', async () => {
    await rows.first().focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText('1 Eintrag gelöscht. Unverändert: 2 abgerechnete bleiben.')).toBeVisible()
    await expect(rows).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(rows).toHaveCount(3)
  })
})

test('in the timeline an invoiced entry stays where it is, and it is said why', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(invoiced, settings)
  await page.goto(addressOf('/time?view=week&day=2026-10-26'))
  const timeline = page.getByRole('region', { name: 'Zeiteinträge' })
  const entry = timeline.getByRole('button', { name: /Dreh, .*13:00 bis 14:00/ })
  const reason = page.getByText(
    'Der Eintrag ist abgerechnet: Zeiten und Person bleiben, bis die Rechnung entsperrt ist.',
  )
  await entry.scrollIntoViewIfNeeded()

  await test.step('dragged with the mouse', async () => {
    const box = (await entry.boundingBox())!
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.down()
    await page.mouse.move(middle.x, middle.y + 60, { steps: 4 })
    await page.mouse.up()
    await expect(reason).toBeVisible()
    await expect(entry).toBeVisible()
    await page.getByRole('button', { name: 'Meldung schließen' }).click()
    await expect(reason).toHaveCount(0)
  })

  await test.step('moved, cut or removed by key', async () => {
    for (const key of ['Alt+ArrowDown', 'Shift+ArrowUp', 'k', 'Delete']) {
      await entry.focus()
      await page.keyboard.press(key)
      await expect(reason).toBeVisible()
      await expect(entry).toBeVisible()
      await page.getByRole('button', { name: 'Meldung schließen' }).click()
      await expect(reason).toHaveCount(0)
    }
  })
})

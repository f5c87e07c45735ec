// The budget by keyboard: typed into a grid, filled, copied, beside what was spent.
import type { Page } from '@playwright/test'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const year = new Date().getFullYear()

const withExpense: Prepare = async (client) => {
  await client.costs.addExpense({
    commandId: newCommandId(),
    expense: {
      kind: 'tool',
      name: 'Planungswerkzeug',
      cents: 4_900,
      startsOn: `${year}-01-15`,
      endsOn: null,
      repetition: 'once',
      channelId: null,
      campaignId: null,
      scope: 'social',
      note: '',
    },
  })
}

async function openBudget(app: OpenedApp, search = ''): Promise<Page> {
  await app.page.goto(app.addressOf(`/budget${search}`))
  await expect(app.page.getByRole('heading', { level: 1, name: 'Budget' })).toBeVisible()
  return app.page
}

const field = (page: Page, kind: string, month: string) =>
  page.getByRole('textbox', { name: `${kind}, ${month} ${year}` })

test('a budget is typed in, moved through by arrows, filled to December and taken back', async ({ openPrepared }) => {
  const page = await openBudget(await openPrepared(withExpense))
  await expect(page.getByText(`Noch kein Budget für ${year}`)).toBeVisible()
  await field(page, 'Werkzeuge', 'Januar').focus()
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(field(page, 'Dienstleistungen', 'Januar')).toBeFocused()
  // What was spent is compared at once.
  const summary = page.getByRole('table', { name: `Budget und Ist ${year}` })
  await expect(summary.getByRole('row', { name: /Werkzeuge/ })).toContainText(/40\s€.*49\s€.*\+9\s€.*123\s%/)
  await page.keyboard.press('ArrowUp')
  await expect(field(page, 'Werkzeuge', 'Januar')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(field(page, 'Werkzeuge', 'Dezember')).toHaveValue('40')
  await expect(summary.getByRole('row', { name: /Werkzeuge/ })).toContainText(/480\s€/)
  await page.keyboard.press('Control+z')
  await expect(field(page, 'Werkzeuge', 'Dezember')).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(field(page, 'Werkzeuge', 'Januar')).toHaveValue('')
})

test('what cannot be read stays in its field and is not saved', async ({ openPrepared }) => {
  const page = await openBudget(await openPrepared(withExpense))
  const january = field(page, 'Werkzeuge', 'Januar')
  await january.fill('vierzig')
  await january.press('Tab')
  await expect(january).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(`Werkzeuge, Januar ${year}: Das ist keine Zahl.`, { exact: false })).toBeVisible()
  await january.fill('-3')
  await expect(january).toHaveAttribute('aria-invalid', 'true')
  await january.press('Escape')
  await expect(january).toHaveValue('')
})

test('a yearly amount is distributed, and the next year takes it over', async ({ openPrepared }) => {
  const app = await openPrepared(withExpense)
  const page = await openBudget(app)
  await page.getByRole('button', { name: 'Zeile „Anzeigen“' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Jahresbetrag verteilen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Jahresbetrag verteilen: Anzeigen' })
  await dialog.getByLabel(`Betrag für ${year}`).fill('10000')
  await expect(dialog).toContainText(/rund 12 × 833,33\s€/)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(field(page, 'Anzeigen', 'Januar')).toHaveValue('833,34')
  await expect(field(page, 'Anzeigen', 'Dezember')).toHaveValue('833,33')
  await expect(
    page.getByRole('table', { name: 'Budget eintragen' }).getByRole('row', { name: /Anzeigen/ }),
  ).toContainText(/10\.000\s€/)

  await page.getByRole('button', { name: 'Jahr danach' }).click()
  await page.getByRole('button', { name: `Budget von ${year} übernehmen` }).click()
  await expect(page.getByRole('textbox', { name: `Anzeigen, März ${year + 1}` })).toHaveValue('833,34')
  await expect(page.getByText(/Für \d+ sind 10\.000\s€ geplant\./)).toBeVisible()
})

test('a figure of what was spent leads to its lines', async ({ openPrepared }) => {
  const page = await openBudget(await openPrepared(withExpense))
  await page
    .getByRole('link', { name: `Ist Werkzeuge, Januar ${year}` })
    .first()
    .press('Enter')
  await expect(page).toHaveURL(new RegExp(`/ledger\\?from=${year}-01-01&to=${year}-01-31&kinds=tool&scope=social`))
  await expect(page.getByRole('row', { name: /Planungswerkzeug/ })).toBeVisible()
})

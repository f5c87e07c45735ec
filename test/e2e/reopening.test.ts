import { expect, test } from '../support/host-fixtures.ts'

const tenMonths = '/result?from=2026-01-01&to=2026-10-31'

test('what was entered is there when the app is opened again', async ({ launchApp, filledLedger }) => {
  const first = await launchApp({ ledger: filledLedger })
  await first.page.goto(first.addressOf('/settings'))
  const name = first.page.getByRole('textbox', { name: 'Name' })
  await name.fill('Rösterei Südstern')
  await name.press('Tab')
  await first.page.goto(first.addressOf(tenMonths))
  const total = first.page.getByRole('row', { name: /^Gesamt/ }).first()
  await expect(total).toContainText('10.387')
  const before = await total.textContent()
  await first.close()

  const second = await launchApp({ ledger: filledLedger, userFolder: first.userFolder })
  await second.page.goto(second.addressOf(tenMonths))
  await expect
    .poll(() =>
      second.page
        .getByRole('row', { name: /^Gesamt/ })
        .first()
        .textContent(),
    )
    .toBe(before)
  await second.page.goto(second.addressOf('/settings'))
  await expect(second.page.getByRole('textbox', { name: 'Name' })).toHaveValue('Rösterei Südstern')
})

// Contacts: under two names the same person, made one and two again; the screens of data protection in the dark; backups from before an erasure.
import { expectAccessible } from '../support/accessibility.ts'
import { capture } from '../support/captured.ts'
import { expect, test } from '../support/host-fixtures.ts'
import { workOn } from '../support/raw-ledger.ts'

test('two names of one person are made one, parted, and each step taken back, by keyboard', async ({
  launchApp,
  filledLedger,
}) => {
  await workOn(filledLedger, async (client) => {
    await capture(client, { handle: 'qwixa_77', text: 'Wann kommt das Rad?' })
    await capture(client, { handle: 'qwixa.privat', text: 'Ich noch einmal.' })
  })
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/moderation/privacy'))
  const people = page.getByRole('table', { name: 'Wer geschrieben hat' }).getByRole('row', { name: /ansehen/ })
  await expect(people).toHaveCount(2)
  await people
    .filter({ hasText: 'qwixa_77' })
    .getByRole('button', { name: /ansehen/ })
    .press('Enter')
  const sheet = page.getByRole('dialog', { name: /^Person K-/ })
  await expect(sheet).toContainText('qwixa_77')
  await expectAccessible(page)

  await sheet.getByRole('button', { name: 'Zusammenführen …' }).press('Enter')
  const merging = page.getByRole('dialog', { name: /zusammenführen$/ })
  await merging.getByRole('combobox', { name: /Dieselbe Person wie/ }).fill('privat')
  await page.getByRole('option', { name: /qwixa\.privat/ }).click()
  await merging.getByRole('button', { name: 'Zusammenführen', exact: true }).press('Enter')
  await expect(merging).toBeHidden()
  await expect(sheet).toContainText('qwixa.privat')
  await expect(sheet.getByRole('row', { name: /Ich noch einmal|Wann kommt/ })).toHaveCount(2)

  await sheet.getByRole('button', { name: 'Trennen …' }).press('Enter')
  const parting = page.getByRole('dialog', { name: /trennen$/ })
  await parting.getByRole('button', { name: 'Trennen', exact: true }).press('Enter')
  await expect(parting.getByText('Bitte mindestens einen Namen ankreuzen.')).toBeVisible()
  await parting.getByRole('checkbox', { name: /qwixa\.privat/ }).press('Space')
  await parting.getByRole('button', { name: 'Trennen', exact: true }).press('Enter')
  await expect(parting).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  // Whoever has the other name has no conversation yet, and so stands in no list.
  await expect(people).toHaveCount(1)
  await expect(people).not.toContainText('qwixa.privat')

  // Parting is taken back, then the making one: two people under their first pseudonyms.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(people).toContainText('qwixa.privat')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(people).toHaveCount(2)
})

for (const width of [1360, 1024]) {
  test(`what somebody wrote leaves channel and state in view, ${width} wide`, async ({ launchApp, filledLedger }) => {
    const text = 'Mein Rad sollte gestern fertig sein, und ich stand umsonst vor der Tür, im Regen, mit zwei Kindern. '
    await workOn(filledLedger, async (client) => {
      const name = 'Instagram der großen Werkstatt hinter dem Hauptbahnhof'
      const channel = { commandId: crypto.randomUUID(), network: 'instagram', name } as const
      const channelId = (await client.settings.addChannel(channel)).recordId
      await capture(client, { handle: 'qwixa_77', text: text.repeat(4), channelId })
    })
    const { page, addressOf } = await launchApp({ ledger: filledLedger })
    await page.setViewportSize({ width, height: 800 })
    await page.goto(addressOf('/moderation/privacy'))
    await page.getByRole('button', { name: /ansehen/ }).click()
    const sheet = page.getByRole('dialog', { name: /^Person K-/ })
    const grid = sheet.getByRole('grid')
    await expect(grid.getByText('offen')).toBeInViewport({ ratio: 1 })
    const hidden = await grid.evaluate(
      ({ parentElement }) => (parentElement?.scrollWidth ?? 0) - (parentElement?.clientWidth ?? 0),
    )
    expect(hidden).toBe(0)
    expect((await grid.getByRole('row').last().boundingBox())?.height).toBeLessThan(70)
  })
}

for (const theme of ['light', 'dark']) {
  test(`the screens of data protection can be used by everyone, ${theme}`, async ({ launchApp, filledLedger }) => {
    await workOn(filledLedger, async (client) => {
      const id = await capture(client, { handle: 'qwixa_77', text: 'Unverwechselbares aus Zwickau' })
      await client.moderation.hold({ commandId: crypto.randomUUID(), id, reason: 'Schreiben vom 3. Oktober' })
      await client.safekeeping.backUp()
    })
    const { page, addressOf } = await launchApp({ ledger: filledLedger })
    await page.addInitScript((view) => localStorage.setItem('gegenwert.view', JSON.stringify(view)), {
      theme,
      language: 'de',
    })
    const views = [
      { search: '', shown: page.getByRole('table', { name: 'Wer geschrieben hat' }) },
      { search: '?view=retention', shown: page.getByText('Schreiben vom 3. Oktober') },
      { search: '?view=backups', shown: page.getByRole('button', { name: /^Zurückholen …/ }) },
    ]
    for (const { search, shown } of views)
      await test.step(search, async () => {
        await page.goto(addressOf(`/moderation/privacy${search}`))
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        await expect(shown).toBeVisible()
        await expectAccessible(page)
      })
  })
}

test('backups from before the last erasure go, once a new one is written', async ({ launchApp, filledLedger }) => {
  await workOn(filledLedger, async (client) => {
    const id = await capture(client, { handle: 'qwixa_77', text: 'Unverwechselbares aus Zwickau' })
    await client.safekeeping.backUp()
    for await (const _step of await client.moderation.eraseConversation({ commandId: crypto.randomUUID(), id }));
  })
  const { page, addressOf } = await launchApp({ ledger: filledLedger })
  await page.goto(addressOf('/moderation/privacy?view=backups'))
  await expect(page.getByText('enthält noch Gelöschtes', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Ältere Sicherungen löschen …' }).press('Enter')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Zuerst wird eine neue Sicherung geschrieben und geprüft.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Sichern und ältere löschen' }).press('Enter')
  await expect(page.getByText('Neu gesichert, 1 ältere Sicherung gelöscht')).toBeVisible()
  await expect(page.getByText('enthält nichts, was inzwischen gelöscht wurde')).toBeVisible()
  await expect(page.getByText('enthält noch Gelöschtes', { exact: false })).toBeHidden()
})

// How the moderation log is set up: rules with their preview, deadlines and hours, snippets, topics – by keyboard.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId } from '../support/direct-host.ts'
import type { OpenedApp } from '../support/host-fixtures.ts'
import { fillModeration } from '../support/moderation-ledger.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const filled: Prepare = (client) => fillModeration(client)
const nothing: Prepare = (client) =>
  client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })

/** The rule on bad reviews hands it over and stops there: the one on advice is not asked. */
const captured: Prepare = async (client) => {
  await fillModeration(client)
  await client.moderation.capture({
    commandId: newCommandId(),
    conversation: conversationDraft(Date.now() - 60_000, {
      text: 'Paket beschädigt angekommen. Welche Garantie gibt es?',
      kind: 'review',
      stars: 1,
    }),
  })
}

async function openSetup(app: OpenedApp, tab: string): Promise<Page> {
  await app.page.goto(app.addressOf(`/moderation/setup?tab=${tab}`))
  await expect(app.page.getByRole('tabpanel')).toBeVisible()
  await expect(app.page.getByRole('group', { name: 'Schnell erfassen' })).toContainText('Verkauf')
  return app.page
}

test('a rule is made by keyboard beside what it would touch, and is applied to it in the same step', async ({
  openPrepared,
}) => {
  const page = await openSetup(await openPrepared(filled), 'rules')
  await page.getByRole('button', { name: 'Regel anlegen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Neue Regel' })
  const preview = dialog.getByRole('region', { name: 'Was die Regel jetzt träfe' })
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Lieferung')
  await page.keyboard.press('Tab')
  await page.keyboard.type('liefer*')
  await expect(preview).toContainText('3 von 6 offenen Gesprächen')
  await expect(preview).toContainText('Ändern würde sich daran nichts.')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(dialog).toContainText('Es folgt nichts daraus.')
  await dialog.getByRole('button', { name: 'Lieferung', exact: true }).press('Space')
  await expect(preview).toContainText('3 davon würden sich ändern.')
  await expect(preview.getByRole('listitem').filter({ hasText: '#2107' })).toContainText('+ Lieferung')
  await dialog.getByRole('checkbox', { name: /Gleich auf die 3 offenen/ }).press('Space')
  await dialog.getByRole('button', { name: 'Speichern und anwenden' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: 'Lieferung', exact: true })).toContainText('„liefer*“')

  await page.getByRole('tab', { name: 'Themen' }).press('Enter')
  const topic = page.getByRole('row', { name: 'Lieferung', exact: true })
  await page.getByRole('tab', { name: 'Themen' }).click()
  await expect(topic).toContainText('3 Gespräche')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(topic).toContainText('noch in keinem Gespräch')
})

test('rules are put in order and switched by keyboard, and sort what is open', async ({ openPrepared }) => {
  const app = await openPrepared(filled)
  const page = await openSetup(app, 'rules')
  const rows = page.getByRole('grid', { name: 'Regeln' }).getByRole('row')
  await expect(rows.nth(0)).toContainText('Schlechte Bewertung')
  await rows.nth(0).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows.nth(0)).toContainText('Beratung')
  await expect(rows.nth(1)).toContainText('Schlechte Bewertung')
  await expect(rows.nth(1)).toBeFocused()
  const praise = page.getByRole('switch', { name: '„Lob“ ist an' })
  await praise.press('Space')
  await expect(praise).toBeChecked()
  await page.reload()
  await expect(rows.nth(0)).toContainText('Beratung')
  await expect(praise).toBeChecked()
  await page.getByRole('button', { name: 'Alle auf offene anwenden' }).press('Enter')
  const applying = page.getByRole('dialog', { name: 'Alle Regeln auf offene Gespräche anwenden' })
  await expect(applying.getByRole('list', { name: 'Gespräche je Regel' })).toContainText('Beratung: 1')
  await expectAccessible(page)
  await applying.getByRole('button', { name: 'Anwenden' }).press('Enter')
  await expect(page.getByText(/Regeln angewendet: \d Gespräche? geändert/)).toBeVisible()
  await page.getByRole('tab', { name: 'Themen' }).click()
  // The question about a grinder.
  await expect(page.getByRole('row', { name: 'Beratung', exact: true })).toContainText('1 Gespräch')
})

test('a topic is dragged to another place', async ({ openPrepared }) => {
  const page = await openSetup(await openPrepared(filled), 'topics')
  const rows = page.getByRole('grid', { name: 'Themen' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  // Near the upper edge: before it, not behind it.
  await rows.filter({ hasText: 'Preis' }).dragTo(rows.first(), { targetPosition: { x: 200, y: 4 } })
  await expect(rows.first()).toContainText('Preis')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows.first()).toContainText('Lieferung')
})

test('what is captured is sorted, and handed over by the first rule that says so', async ({ openPrepared }) => {
  const app = await openPrepared(captured)
  const { page } = app
  await page.goto(app.addressOf('/moderation?list=waiting'))
  await expect(page.getByText('Paket beschädigt angekommen').first()).toBeVisible()
  await openSetup(app, 'topics')
  await expect(page.getByRole('row', { name: 'Lieferung', exact: true })).toContainText('1 Gespräch')
  await expect(page.getByRole('row', { name: 'Beratung', exact: true })).toContainText('noch in keinem Gespräch')
})

test('targets are typed as one writes them, fall back when emptied, and say what they cannot read', async ({
  openPrepared,
}) => {
  const page = await openSetup(await openPrepared(nothing), 'targets')
  const all = page.getByLabel('Alle Kanäle, Alle Arten')
  const mine = page.getByLabel('Instagram, Bewertung')
  await expect(mine).toHaveAttribute('placeholder', '4\u00a0h')
  await all.fill('1:30')
  await all.press('Enter')
  await expect(page.getByText(/Ziel für Alle Kanäle, Alle Arten: 1:30\sh/)).toBeVisible()
  await expect(mine).toHaveAttribute('placeholder', '1:30\u00a0h')
  // What the toast offers holds in the field that was saved, and in the next one, in which nothing is typed yet.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(mine).toHaveAttribute('placeholder', '4\u00a0h')
  await all.fill('1:30')
  await all.press('Tab')
  await expect(mine).toHaveAttribute('placeholder', '1:30\u00a0h')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(mine).toHaveAttribute('placeholder', '4\u00a0h')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(mine).toHaveAttribute('placeholder', '1:30\u00a0h')
  await mine.fill('bald')
  await mine.press('Tab')
  await expect(page.getByText('Bitte als Stunden und Minuten, zum Beispiel 4 oder 0:30.')).toBeVisible()
  await expect(mine).toHaveValue('bald')
  await mine.fill('-')
  await mine.press('Enter')
  await expect(mine).toHaveValue('–')
  await mine.fill('')
  await mine.press('Enter')
  await expect(page.getByText(/Für Instagram, Bewertung gilt wieder: 1:30\sh/)).toBeVisible()
})

test('a channel gets hours of its own, a day without hours says so, and it follows the others again', async ({
  openPrepared,
}) => {
  const page = await openSetup(await openPrepared(nothing), 'targets')
  await page.getByRole('button', { name: 'Eigene Zeiten für einen Kanal' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Instagram' }).press('Enter')
  await expect(page.getByRole('radio', { name: 'Instagram' })).toBeChecked()
  const monday = page.getByRole('group', { name: 'Montag' })
  await monday.getByLabel('Montag, Zeitraum 1, bis').fill('7')
  await monday.getByLabel('Montag, Zeitraum 1, bis').press('Enter')
  await expect(monday).toContainText('Ein Zeitraum muss nach seinem Beginn enden')
  await monday.getByLabel('Montag, Zeitraum 1, bis').fill('20')
  await monday.getByLabel('Montag, Zeitraum 1, bis').press('Enter')
  await expect(page.getByText('Servicezeit geändert: Instagram, Montag')).toBeVisible()
  await page
    .getByRole('group', { name: 'Dienstag' })
    .getByRole('button', { name: /entfernen/ })
    .press('Enter')
  await expect(page.getByRole('group', { name: 'Dienstag' })).toContainText('keine Servicezeit')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByLabel('Dienstag, Zeitraum 1, von')).toHaveValue('08:00')
  await page.getByRole('button', { name: 'Wie alle Kanäle' }).press('Enter')
  await expect(page.getByRole('radio', { name: 'Instagram' })).toHaveCount(0)
})

test('a snippet is written with placeholders, beside what it will look like', async ({ openPrepared }) => {
  const page = await openSetup(await openPrepared(nothing), 'snippets')
  await page.getByRole('button', { name: 'Drei Beispiele übernehmen' }).press('Enter')
  await expect(page.getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: 'Baustein anlegen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Neuer Baustein' })
  await dialog.getByLabel('Name', { exact: true }).fill('Öffnungszeiten')
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await expect(dialog).toContainText('Bitte schreiben Sie mindestens einen Text.')
  const text = dialog.getByRole('textbox', { name: 'Text (Deutsch · Sie)' })
  await text.fill('Guten Tag')
  await text.press('End')
  await dialog.getByRole('button', { name: /^{name} einfügen/ }).press('Enter')
  await expect(text).toBeFocused()
  await page.keyboard.type(', mehr unter {link}')
  await expect(dialog.getByRole('region', { name: 'So sieht es aus' })).toContainText(
    'Guten Tag Kim, mehr unter [Link?]',
  )
  await dialog.getByRole('button', { name: 'Speichern' }).press('Enter')
  await page.getByLabel('Bausteine suchen').fill('öffnung')
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /Öffnungszeiten/ })).toContainText('de Sie')
})

test('topics are suggested, renamed, merged and removed, and each step can be taken back', async ({ openPrepared }) => {
  const page = await openSetup(await openPrepared(nothing), 'topics')
  await page.getByRole('button', { name: 'Vorschläge übernehmen' }).press('Enter')
  const rows = page.getByRole('grid', { name: 'Themen' }).getByRole('row')
  await expect(rows).toHaveCount(10)
  await rows.first().focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Preis')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Den Namen „Preis“ gibt es schon.')
  await dialog.getByLabel('Name').fill('Versand')
  await page.keyboard.press('Enter')
  await expect(rows.first()).toContainText('Versand')
  await page.getByRole('button', { name: 'Weiteres zu „Service“' }).press('Enter')
  await page.getByRole('menuitem', { name: /Zusammenführen/ }).press('Enter')
  await dialog.getByRole('combobox', { name: 'Mit welchem Thema?' }).fill('Beratung')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Zusammenführen', exact: true }).press('Enter')
  await expect(rows).toHaveCount(9)
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(10)
})

test('the set-up is reached by its names and from the settings', async ({ openPrepared }) => {
  const app = await openPrepared(nothing)
  const page = await openSetup(app, 'topics')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('Regel der Moderation anlegen')
  await expect(page.getByRole('option').first()).toContainText('Regel der Moderation anlegen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Neue Regel' })).toBeVisible()
  await page.goto(app.addressOf('/settings?tab=channels'))
  await page.getByRole('link', { name: 'Moderation: Regeln, Fristen, Bausteine' }).click()
  await expect(page.getByRole('tab', { name: 'Regeln' })).toHaveAttribute('aria-selected', 'true')
})

for (const theme of ['light', 'dark']) {
  test(`the set-up can be used by everyone, ${theme}`, async ({ openPrepared }) => {
    const app = await openPrepared(filled)
    const { page } = app
    await page.addInitScript((view) => localStorage.setItem('gegenwert.view', JSON.stringify(view)), {
      theme,
      language: 'de',
    })
    for (const tab of ['rules', 'targets', 'snippets', 'topics'])
      await test.step(tab, async () => {
        await openSetup(app, tab)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        await expectAccessible(page)
      })
    await openSetup(app, 'rules&new=1')
    await expect(page.getByRole('dialog')).toContainText('6 von 6 offenen Gesprächen')
    await expectAccessible(page)
    await openSetup(app, 'snippets&new=1')
    await expect(page.getByRole('dialog', { name: 'Neuer Baustein' })).toBeVisible()
    await expectAccessible(page)
  })
}

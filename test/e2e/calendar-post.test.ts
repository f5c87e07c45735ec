// A post by keyboard alone: noted for two channels, written, held back where it is too long, published and found again.
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { newCommandId } from '../support/direct-host.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const fill: Prepare = async (client) => {
  const add = (network: 'instagram' | 'x', name: string) =>
    client.settings.addChannel({ commandId: newCommandId(), network, name })
  await add('instagram', 'Instagram')
  await add('x', 'X')
}

const SAID = 'Langsamer rösten heißt: mehr Süße, weniger Bitterkeit.'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Neuer Beitrag' })
const pane = (page: Page) => page.getByRole('article', { name: /^Beitrag/ })
const tab = (page: Page, name: string) => pane(page).getByRole('tab', { name: new RegExp(`^${name}`) })
const text = (page: Page) => pane(page).getByRole('textbox', { name: 'Text', exact: true })
const status = (page: Page) => pane(page).getByRole('button', { name: /^Status/ })

/** By its key, as soon as the part of the app behind it is there. */
async function pressKey(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /Gespräch/ }).first()).toBeVisible()
  await page.keyboard.press('b')
  await expect(dialog(page)).toBeVisible()
}

async function note(page: Page, title: string): Promise<void> {
  await pressKey(page)
  await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await dialog(page).getByRole('textbox', { name: 'Text' }).focus()
  await page.keyboard.type(SAID)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog(page)).toHaveCount(0)
}

async function openNoted(page: Page, title: string): Promise<void> {
  await note(page, title)
  await page.getByRole('button', { name: 'Öffnen' }).press('Enter')
  await expect(pane(page)).toBeVisible()
}

async function become(page: Page, name: string): Promise<void> {
  await status(page).press('Enter')
  await page.getByRole('menuitem', { name, exact: true }).press('Enter')
}

/** As a person goes there: into the list by its row, then from control to control. */
async function tick(page: Page, name: string): Promise<void> {
  await pane(page).getByRole('row', { name, exact: true }).focus()
  const checkbox = pane(page).getByRole('checkbox', { name })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(checkbox).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Space')
}

test('what is noted elsewhere is kept by Escape, and opened from the toast', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await pressKey(page)
  await expectAccessible(page)
  await page.keyboard.type('Reel: Röst')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(dialog(page).getByRole('textbox', { name: 'Titel' })).toHaveValue('Reel: Röst')
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(dialog(page).getByRole('textbox', { name: 'Titel' })).toHaveValue('')
  await page.keyboard.type('Reel: Mahlgrad')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Öffnen' }).last().press('Enter')
  await expect(page).toHaveURL(/\/calendar\?.*post=\d+/)
  await expect(pane(page).getByRole('textbox', { name: 'Titel' })).toHaveValue('Reel: Mahlgrad')
})

test('one text for two channels; one says it differently, and goes back', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await openNoted(page, 'Espresso röstet langsamer')
  await expect(text(page)).toHaveValue(SAID)
  await expect(pane(page)).toContainText('54 / 2.200')
  await expectAccessible(page)
  await tab(page, 'X').press('Enter')
  await expect(pane(page)).toContainText('54 / 280')
  await text(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Und auf X?')
  await expect(tab(page, 'X')).toHaveAccessibleName(/weicht vom Haupttext ab/)
  await tab(page, 'Instagram').press('Enter')
  await expect(text(page)).toHaveValue(SAID)
  await page.reload()
  await tab(page, 'X').press('Enter')
  await expect(text(page)).toHaveValue(`${SAID} Und auf X?`)
  await pane(page).getByRole('button', { name: 'Dem Haupttext folgen' }).press('Enter')
  await expect(text(page)).toHaveValue(SAID)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text(page)).toHaveValue(`${SAID} Und auf X?`)
})

test('too long for X it is not ready, and says why; for Instagram it is', async ({ openPrepared }) => {
  const { page } = await openPrepared(fill)
  await openNoted(page, 'Lang')
  await tab(page, 'X').press('Enter')
  await text(page).fill('a'.repeat(300))
  await expect(pane(page)).toContainText('300 / 280')
  await expect(pane(page)).toContainText('Der Text ist 20 Zeichen zu lang; erlaubt sind 280.')
  await become(page, 'Bereit')
  const refused = pane(page).getByRole('alert')
  await expect(refused).toContainText('Noch nicht bereit für X')
  await expect(refused).toContainText('20 Zeichen zu lang')
  await expect(text(page)).toHaveValue('a'.repeat(300))
  await expect(status(page)).toContainText('Entwurf')
  await tab(page, 'Instagram').press('Enter')
  await become(page, 'Bereit')
  await expect(status(page)).toContainText('bereit')
  await tab(page, 'X').press('Enter')
  await text(page).fill('Kurz.')
  await become(page, 'Bereit')
  await expect(status(page)).toContainText('bereit')
  await expect(refused).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(status(page)).toContainText('Entwurf')
})

test('published with its address, and taken back', async ({ openPrepared }) => {
  const { page, addressOf } = await openPrepared(fill)
  await openNoted(page, 'Heute draußen')
  await pane(page).getByRole('button', { name: 'Veröffentlicht' }).press('Enter')
  const publish = page.getByRole('dialog', { name: /Veröffentlicht auf Instagram/ })
  await expect(publish).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('instagram')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(publish).toContainText('keine Adresse')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('https://www.instagram.com/p/Cx12345/')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(publish).toHaveCount(0)
  await expect(status(page)).toContainText('veröffentlicht')
  await expect(pane(page).getByRole('link', { name: 'Auf www.instagram.com ansehen' })).toHaveAttribute(
    'href',
    'https://www.instagram.com/p/Cx12345/',
  )
  await page.goto(addressOf('/records'))
  await expect(page.getByText('Heute draußen').first()).toBeVisible()
  await page.goBack()
  await pane(page).getByRole('button', { name: 'Doch nicht veröffentlicht' }).press('Enter')
  await expect(status(page)).toContainText('bereit')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(status(page)).toContainText('veröffentlicht')
})

test('title, brief and checklist are kept as one goes, and earlier words can be brought back', async ({
  openPrepared,
}) => {
  const { page } = await openPrepared(fill)
  await openNoted(page, 'Arbeitstitel')
  await pane(page).getByRole('textbox', { name: 'Titel' }).fill('Der richtige Titel')
  await page.keyboard.press('Enter')
  await pane(page).getByRole('textbox', { name: 'Punkt hinzufügen' }).fill('Foto machen')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Text gegenlesen')
  await page.keyboard.press('Enter')
  await expect(pane(page)).toContainText('0 von 2')
  await tick(page, 'Foto machen')
  await expect(pane(page)).toContainText('1 von 2')
  await tab(page, 'Haupttext').press('Enter')
  await pane(page).getByRole('textbox', { name: 'Haupttext' }).fill('Ganz anders.')
  await pane(page).getByRole('textbox', { name: 'Titel' }).focus()
  await page.reload()
  await expect(pane(page).getByRole('textbox', { name: 'Titel' })).toHaveValue('Der richtige Titel')
  await expect(pane(page).getByRole('checkbox', { name: 'Foto machen' })).toBeChecked()
  await expect(text(page)).toHaveValue('Ganz anders.')
  await pane(page).getByText('Verlauf').press('Enter')
  await expect(pane(page).getByRole('list', { name: 'Verlauf' })).toContainText('Geändert: Titel')
  await pane(page).getByText('Der Text davor').press('Enter')
  await pane(page).getByRole('button', { name: 'Diesen Text zurückholen' }).press('Enter')
  await expect(text(page)).toHaveValue(SAID)
})

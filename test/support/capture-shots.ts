// The states of the dialogs that note conversations, over the sample ledger.
import type { Page } from '@playwright/test'
import type { Shot } from './screenshot-list.ts'

const REVIEW = [
  'https://www.instagram.com/p/Cx12345abcd/',
  '@kaffee.hund:',
  '★★☆☆☆ Meine Bestellung ist immer noch nicht da und auf Mails reagiert bei euch keiner. Eine Frechheit!',
].join('\n')

/** Its key acts as soon as the part of the app behind it is loaded; a second press would be typed. */
async function openCapture(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page
    .getByRole('group', { name: /Schnell|Quick/ })
    .getByRole('button')
    .first()
    .waitFor()
  await page.keyboard.press('g')
  await page.getByRole('dialog').waitFor()
}

async function paste(page: Page, text: string): Promise<void> {
  await openCapture(page)
  await page.getByRole('dialog').getByRole('textbox').first().fill(text)
}

const capture = (name: string, prepare: Shot['prepare']): Shot => ({
  name: `capture-${name}`,
  state: 'sample',
  path: '/moderation',
  ...(prepare && { prepare }),
})

export const captureShots: readonly Shot[] = [
  capture('empty', openCapture),
  capture('recognised', (page) => paste(page, REVIEW)),
  capture('unknown-network', (page) => paste(page, 'https://forum.example.org/t/kaffee/12\nSchmeckt nicht.')),
  capture('future', async (page) => {
    await paste(page, 'Wo bleibt meine Bestellung?')
    await page
      .getByRole('radio', { name: /^(Anders|Other)$/ })
      .locator('xpath=ancestor::label')
      .click()
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /^(Uhrzeit|Time)$/ })
      .fill('23:59')
  }),
  capture('missing', async (page) => {
    await openCapture(page)
    await page.keyboard.press('Control+Enter')
  }),
  capture('too-long', (page) => paste(page, 'Kaffee '.repeat(7_200))),
]

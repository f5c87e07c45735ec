// Keys are pressed where a person could: what lies behind a form that is still open, and a button not yet enabled, take none.
// Playwright waits so before a click; before a key it only moves the focus, which such an element refuses, and the key goes elsewhere.
import type { Locator, Page } from '@playwright/test'

const CAN_TAKE_KEYS = 'xpath=self::*[not(ancestor-or-self::*[@inert]) and not(@disabled)]'
const patient = new WeakSet<object>()

/** For every locator of this process, once. */
export function pressPatiently(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('body')) as Pick<Locator, 'press'>
  if (patient.has(locators)) return
  patient.add(locators)
  const { press } = locators
  locators.press = async function (this: Locator, ...words: Parameters<Locator['press']>) {
    await this.locator(CAN_TAKE_KEYS).waitFor({
      state: 'attached',
      ...(words[1]?.timeout && { timeout: words[1].timeout }),
    })
    await press.apply(this, words)
  }
}

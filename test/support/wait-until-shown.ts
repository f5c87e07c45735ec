// When a screen in the browser host is all there: to be photographed, not to be tested.
import type { Page, Request } from '@playwright/test'

export type UnderWay = ReadonlySet<Request>

/** What the page has asked for and not got yet: parts of the app and answers of the backend. Listening for changes never ends. */
export function requestsUnderWay(page: Page): UnderWay {
  const underWay = new Set<Request>()
  const end = (request: Request) => void underWay.delete(request)
  page.on('request', (request) => {
    if (request.isNavigationRequest()) underWay.clear()
    if (!request.url().endsWith('/rpc/app/changes')) underWay.add(request)
  })
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return underWay
}

const PATIENCE_MS = 60_000
/** What has come may ask for more once it is drawn. */
const CALM_LOOKS = 4

/** A heading is there, no part of the app and no answer is under way, nothing stands for what is to come, and it stays like that. */
export async function waitUntilShown(page: Page, underWay: UnderWay): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const until = Date.now() + PATIENCE_MS
  for (let calm = 0; calm < CALM_LOOKS;) {
    const isWaiting = (await isLoading(page)) || underWay.size > 0
    calm = isWaiting ? 0 : calm + 1
    if (Date.now() > until)
      throw new Error(`${page.url()} is still loading: ${[...underWay].map((request) => request.url()).join(', ')}`)
  }
}

/** Asked when the page has nothing else to do, and has drawn what it had. */
function isLoading(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return document.querySelector('[aria-busy="true"], [data-skeleton]') !== null
  })
}

import { contentSecurityPolicy } from '../../electron/pages/content-security-policy.ts'
import { expect, test } from '../support/host-fixtures.ts'

const pinned = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

test('pages come with the content policy', async ({ app, page }) => {
  expect(contentSecurityPolicy).toBe(pinned)
  const served = await page.evaluate(async () => {
    const { headers } = await fetch(location.href)
    return [headers.get('content-security-policy'), headers.get('x-content-type-options')]
  })
  expect(served).toEqual([pinned, 'nosniff'])
  expect(app.addressOf('/')).toMatch(/^(app:\/\/gegenwert|http:\/\/127\.0\.0\.1:\d+)\/$/)
})

test('the policy holds: no eval, no inline script, no inline style, no foreign picture', async ({ page }) => {
  const broken = await page.evaluate(async () => {
    const kinds: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => kinds.push(event.effectiveDirective))
    // In a timer, because what the test itself evaluates stands above the policy.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- the point of the test is that it is refused
          resolve(String(globalThis.eval('1 + 1')))
        } catch (error) {
          resolve((error as Error).name)
        }
      })
    })
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    const style = document.createElement('style')
    style.textContent = 'body { outline: 1px solid red }'
    document.head.append(script, style)
    const picture = new Image()
    await new Promise((resolve) => {
      picture.addEventListener('error', resolve)
      picture.src = 'https://example.org/picture.png'
    })
    return { evaluated, wasRun: 'wasRun' in window, kinds: kinds.toSorted() }
  })
  expect(broken.evaluated).toBe('EvalError')
  expect(broken.wasRun).toBe(false)
  expect(broken.kinds).toEqual(expect.arrayContaining(['img-src', 'script-src-elem', 'style-src-elem']))
})

test('the app breaks its own policy nowhere and asks nothing of the network', async ({ app, page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(app.addressOf('/'))
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect(complaints).toEqual([])
  const origin = app.addressOf('')
  expect(app.requests.filter((address) => !address.startsWith(origin))).toEqual([])
  expect(app.requests.length).toBeGreaterThan(2)
})

test('a page cannot reach the network', async ({ page }) => {
  const outcome = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      (error: Error) => error.name,
    ),
  )
  expect(outcome).toBe('TypeError')
})

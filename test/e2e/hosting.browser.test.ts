import type { Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request as sendRequest } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '../support/host-fixtures.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Node's own client, because `fetch` neither lets one set `Host` nor leaves `..` in an address alone. */
function ask(address: URL, path: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const options = {
    host: address.hostname,
    port: address.port,
    path,
    headers,
    method: body === undefined ? 'GET' : 'POST',
  }
  const outgoing = sendRequest(options, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
    )
  })
  outgoing.on('error', reject)
  outgoing.end(body)
  return promise
}

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

test('only the one-time link opens the app, and only once', async ({ launchApp }) => {
  const { server, page } = await launchApp()
  const { link } = server!
  // The page of this test has used the link already.
  expect((await ask(link, `${link.pathname}${link.search}`)).status).toBe(403)
  expect((await ask(link, '/start?token=wrong')).status).toBe(403)
  expect((await ask(link, '/')).status).toBe(401)
  expect((await ask(link, '/rpc/app/status', {}, Buffer.from('{}'))).status).toBe(401)

  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' })
  // Whoever has the cookie may open the link again.
  const again = await page.goto(link.href)
  expect(again?.status()).toBe(200)
  expect(again?.url()).toBe(`${link.origin}/`)
})

test('calls are answered to our own pages only', async ({ launchApp }) => {
  const { server, page } = await launchApp()
  const { link } = server!
  const cookie = await cookieOf(page)
  const call = (headers: Record<string, string>, body = Buffer.from('{}')) =>
    ask(link, '/rpc/app/status', { cookie, 'content-type': 'application/json', ...headers }, body)

  expect((await call({ origin: link.origin })).status).toBe(200)
  expect((await call({})).status).toBe(403)
  expect((await call({ origin: 'null' })).status).toBe(403)
  expect((await call({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await call({ origin: link.origin, host: 'evil.example' })).status).toBe(421)
  // Refused either by the answer or, while the rest is still being written, by closing the connection; others are served on.
  const tooLarge = call({ origin: link.origin }, Buffer.alloc(4 * 1024 * 1024 + 1, ' '))
  const refusal = await tooLarge.then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code,
  )
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(refusal)
  expect((await call({ origin: link.origin })).status).toBe(200)
  expect((await ask(link, '/rpc/none', { cookie, origin: link.origin }, Buffer.from('{}'))).status).toBe(404)
})

test('what the ledger does not take is no fault of the host', async ({ launchApp }) => {
  const { server, page } = await launchApp()
  const headers = { cookie: await cookieOf(page), origin: server!.link.origin, 'content-type': 'application/json' }
  const call = (input: object) =>
    ask(server!.link, '/rpc/time/entry', headers, Buffer.from(JSON.stringify({ json: input })))
  const missing = await call({ id: 999 })
  expect(missing.status).toBe(422)
  expect(JSON.parse(missing.body)).toMatchObject({ json: { code: 'not_found', defined: true, data: { id: 999 } } })
  expect((await call({ id: 'nine' })).status).toBe(400)
})

test('nothing outside of the pages is served', async ({ launchApp }) => {
  const { server, page } = await launchApp()
  const headers = { cookie: await cookieOf(page) }
  for (const path of ['/../../package.json', '/..%2f..%2fpackage.json', '/assets/..%5c..%5cmain/main.js', '/none.js']) {
    expect((await ask(server!.link, path, headers)).status, path).toBe(404)
  }
  expect((await ask(server!.link, '/some/place', headers)).headers['content-type']).toBe('text/html; charset=utf-8')
})

test('it listens on this machine only', async ({ launchApp }) => {
  const { server } = await launchApp()
  expect(server!.link.hostname).toBe('127.0.0.1')
  const elsewhere = new URL(server!.link)
  elsewhere.hostname = '127.0.0.2'
  await expect(ask(elsewhere, '/')).rejects.toThrow('ECONNREFUSED')
})

test('ending it closes the ledger', async ({ launchApp }) => {
  const app = await launchApp()
  const ledger = join(app.userFolder, 'data', 'Hauptbuch.gegenwert')
  await expect.poll(() => existsSync(ledger)).toBe(true)
  await app.close()
  expect(app.server!.process.exitCode).toBe(0)
  expect(existsSync(`${ledger}-wal`)).toBe(false)
})

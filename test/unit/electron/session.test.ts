import { expect, test } from 'vitest'
import { startSession } from '../../../electron/browser-host/session.ts'

const port = 40_123

function cookieOf(setCookie: string | undefined): string {
  return setCookie?.split(';')[0] ?? ''
}

test('the token works once', () => {
  const session = startSession(port)
  expect(session.redeem(session.token)).toMatch(/^gegenwert-40123=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(session.redeem(session.token)).toBeUndefined()
})

test('a wrong token uses nothing up', () => {
  const session = startSession(port)
  expect(session.redeem('')).toBeUndefined()
  expect(session.redeem(`${session.token}x`)).toBeUndefined()
  expect(session.redeem(session.token)).toBeDefined()
})

test('only the cookie it gave counts', () => {
  const session = startSession(port)
  const cookie = cookieOf(session.redeem(session.token))
  expect(session.hasCookie({ cookie })).toBe(true)
  expect(session.hasCookie({ cookie: `other=1; ${cookie}; last=2` })).toBe(true)
  expect(session.hasCookie({ cookie: `${cookie}x` })).toBe(false)
  expect(session.hasCookie({ cookie: cookieOf(`gegenwert-${port}=`) })).toBe(false)
  expect(session.hasCookie({})).toBe(false)
  const other = startSession(port)
  expect(session.hasCookie({ cookie: cookieOf(other.redeem(other.token)) })).toBe(false)
})

test('only its own address counts as host and origin', () => {
  const session = startSession(port)
  expect(session.isForeignHost({ host: `127.0.0.1:${port}` })).toBe(false)
  expect(session.isForeignHost({ host: `localhost:${port}` })).toBe(false)
  for (const host of ['127.0.0.1', `127.0.0.1:${port + 1}`, `127.0.0.1.example:${port}`, `evil.example:${port}`, '']) {
    expect(session.isForeignHost({ host })).toBe(true)
  }
  const host = `127.0.0.1:${port}`
  expect(session.isForeignOrigin({ host, origin: `http://127.0.0.1:${port}` })).toBe(false)
  for (const origin of [
    undefined,
    'null',
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    'http://evil.example',
  ]) {
    expect(session.isForeignOrigin(origin === undefined ? { host } : { host, origin })).toBe(true)
  }
})

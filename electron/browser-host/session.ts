// Who may talk to the browser host: whoever opened the one-time link, from our own pages, at our own address.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Session {
  /** Valid for one use. */
  readonly token: string
  /** The cookie to set when the token is right and was not used before. */
  redeem(token: string): string | undefined
  isForeignHost(headers: IncomingHttpHeaders): boolean
  hasCookie(headers: IncomingHttpHeaders): boolean
  isForeignOrigin(headers: IncomingHttpHeaders): boolean
}

export function startSession(port: number): Session {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  // Cookies do not tell ports apart: without the port, a second host would throw out the session of the first.
  const cookieName = `gegenwert-${port}`
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  let isTokenUsed = false

  return {
    token,
    redeem: (offered) => {
      if (isTokenUsed || !isSame(offered, token)) return undefined
      isTokenUsed = true
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    isForeignHost: ({ host }) => !hosts.includes(host ?? ''),
    hasCookie: ({ cookie }) => isSame(valueOfCookie(cookie ?? '', cookieName), secret),
    isForeignOrigin: ({ origin, host }) => origin !== `http://${host}`,
  }
}

function valueOfCookie(header: string, name: string): string {
  const pair = header.split('; ').find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) ?? ''
}

/** Takes the same time whatever was offered. */
function isSame(offered: string, secret: string): boolean {
  const [a, b] = [Buffer.from(offered), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

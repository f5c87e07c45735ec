// Serves the built pages as app://gegenwert/…, because file:// pages can have neither an origin nor a policy header.
import { protocol } from 'electron'
import { pageHeaders } from '../pages/content-security-policy.ts'
import { findPageFile } from '../pages/page-file.ts'

const scheme = 'app'
const host = 'gegenwert'
export const appOrigin = `${scheme}://${host}`

/** Must run before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

export function servePages(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const address = new URL(request.url)
    const file =
      address.host === host && request.method === 'GET' ? await findPageFile(folder, address.pathname) : undefined
    if (file === undefined) return new Response('Not found', { status: 404, headers: pageHeaders })
    return new Response(file.bytes, { headers: { ...pageHeaders, 'Content-Type': file.contentType } })
  })
}

// What pages must not do, whatever they contain: leave the app, open windows, reach the network, ask for devices.
import type { Session, WebContents } from 'electron'
import { app, shell } from 'electron'

const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])
const externalSchemes: ReadonlySet<string> = new Set(['https:', 'mailto:'])
const longestExternalAddress = 2_000

export function guardApp(pageOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, pageOrigin))
}

function guardContents(contents: WebContents, pageOrigin: string): void {
  contents.on('will-navigate', (event) => {
    if (!isOfOrigin(event.url, pageOrigin)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOfOrigin(event.url, pageOrigin)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalAddress(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

export function guardSession(session: Session, pageOrigin: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(allowedPermissions.has(permission) && isOfOrigin(details.requestingUrl, pageOrigin)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && isOfOrigin(origin, pageOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, answer) =>
    answer({ cancel: isNetworkAddress(details.url) && !isOfDevelopmentServer(details.url, pageOrigin) }),
  )
}

export function isOfOrigin(address: string, origin: string): boolean {
  const url = URL.parse(address)
  // Node gives the origin of a scheme it does not know as "null".
  return url !== null && `${url.protocol}//${url.host}` === origin
}

/** Only what a person may follow to the outside: https and mail, without credentials, of a sane length. */
export function isExternalAddress(address: string): boolean {
  const url = address.length <= longestExternalAddress ? URL.parse(address) : null
  return url !== null && externalSchemes.has(url.protocol) && url.username === '' && url.password === ''
}

function isNetworkAddress(address: string): boolean {
  return /^(https?|wss?|ftp):/i.test(address)
}

function isOfDevelopmentServer(address: string, pageOrigin: string): boolean {
  return isOfOrigin(address.replace(/^ws/, 'http'), pageOrigin)
}

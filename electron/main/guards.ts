// What pages must not do, whatever they contain: leave the app, open windows, reach the network, ask for devices.
import type { Session, WebContents } from 'electron'
import { app, shell } from 'electron'
import { isExternalAddress, isNetworkAddress, isOfDevelopmentServer, isOfOrigin } from './addresses.ts'

const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

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

// The page's connection to the backend: a message port in the desktop window, HTTP on the loopback host in a browser.
import { createORPCClient, DynamicLink } from '@orpc/client'
import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { Client } from '../../shared/contract/contract.ts'
import type { DesktopBridge } from './desktop-bridge.ts'
import { portMessageType } from './desktop-bridge.ts'

type Link = ClientLink<ClientContext>

export interface BackendConnection {
  readonly client: Client
  readonly host: 'desktop' | 'browser'
  /** Called when a new backend answers or another ledger is open: whatever was read before may be out of date. */
  onReconnect(listener: () => void): void
}

export function connectBackend(): BackendConnection {
  const desktop = window.gegenwertDesktop
  return desktop === undefined ? connectOverHttp() : connectOverPorts(desktop)
}

function connectOverHttp(): BackendConnection {
  const link: Link = new HttpLink({ url: `${location.origin}/rpc` })
  return { client: createORPCClient<Client>(link), host: 'browser', onReconnect: () => undefined }
}

/** While the backend is away, calls wait for the next port; calls that were under way are rejected by their closed port. */
function connectOverPorts(desktop: DesktopBridge): BackendConnection {
  const listeners: (() => void)[] = []
  let current = Promise.withResolvers<Link>()
  let currentPort: MessagePort | undefined
  let hasServedBefore = false

  function takePort(port: MessagePort): void {
    if (currentPort !== undefined) abandon(currentPort)
    currentPort = port
    port.addEventListener('close', () => {
      if (port !== currentPort) return
      currentPort = undefined
      current = Promise.withResolvers<Link>()
    })
    current.resolve(new PortLink({ port }))
    port.start()
    if (hasServedBefore) for (const listener of listeners) listener()
    hasServedBefore = true
  }

  window.addEventListener('message', (event) => {
    const isFromPreload = event.source === window && event.origin === location.origin
    const [port] = event.ports
    if (isFromPreload && event.data?.type === portMessageType && port !== undefined) takePort(port)
  })
  desktop.startPassingPorts()

  return {
    client: createORPCClient<Client>(new DynamicLink(() => current.promise)),
    host: 'desktop',
    onReconnect: (listener) => void listeners.push(listener),
  }
}

/**
 * A port can be replaced before it is told that its other end is gone, or without ever being told. Whoever closes a port hears
 * nothing of it, so the event is raised by hand: it rejects what is still waiting for an answer.
 */
function abandon(port: MessagePort): void {
  port.close()
  port.dispatchEvent(new Event('close'))
}

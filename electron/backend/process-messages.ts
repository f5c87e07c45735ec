// What the main process and the backend process say to each other, apart from the ports they pass to pages.
import type { Picture } from './attachments/pictures.ts'

export type MessageToBackend =
  | { readonly type: 'connect' }
  | { readonly type: 'ping' }
  | { readonly type: 'open-ledger'; readonly request: number; readonly path: string }
  | { readonly type: 'read-picture'; readonly request: number; readonly attachmentId: number }
  | { readonly type: 'close' }

export type MessageFromBackend =
  | { readonly type: 'pong' }
  | { readonly type: 'ledger-in-use'; readonly path: string }
  | { readonly type: 'ledger-opened'; readonly request: number }
  | { readonly type: 'ledger-refused'; readonly request: number; readonly reason: string }
  | { readonly type: 'picture'; readonly request: number; readonly picture: Picture | null }

// Answers the requests of a browser: first who asks, then what for.
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { pictureOfPath } from '../../shared/domain/receipt-file.ts'
import { readPicture } from '../backend/attachments/pictures.ts'
import type { Backend, BackendContext } from '../backend/backend.ts'
import { hostTexts } from '../host-texts.ts'
import { pageHeaders, pictureHeaders } from '../pages/content-security-policy.ts'
import { findPageFile } from '../pages/page-file.ts'
import type { Language } from '../system-language.ts'
import type { Session } from './session.ts'

const longestBodyBytes = 4 * 1024 * 1024

export const startPath = '/start'
const callPath = '/rpc'

export interface HostedApp {
  readonly backend: Backend
  readonly pageFolder: string
  readonly session: Session
  readonly language: Language
}

export function answerRequests(app: HostedApp): RequestListener {
  const { session, backend } = app
  const texts = hostTexts[app.language].start
  const calls = new RPCHandler<BackendContext>(backend.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: longestBodyBytes })],
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://localhost')
    if (session.isForeignHost(request.headers)) return say(response, 421, 'Misdirected request')
    if (address.pathname === startPath) return begin(request, response, address)
    if (!session.hasCookie(request.headers)) return say(response, 401, texts.unauthorised)
    if (isBelow(address.pathname, callPath)) return call(request, response)
    return sendPage(request, response, address.pathname)
  }

  function begin(request: IncomingMessage, response: ServerResponse, address: URL): void {
    if (request.method !== 'GET') return say(response, 405, 'Method not allowed')
    const cookie = session.redeem(address.searchParams.get('token') ?? '')
    // Whoever is in already may open the link again, from a bookmark for example.
    if (cookie === undefined && !session.hasCookie(request.headers)) return say(response, 403, texts.linkUsed)
    response.writeHead(303, {
      ...pageHeaders,
      Location: '/',
      ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }),
    })
    response.end()
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (session.isForeignOrigin(request.headers)) return say(response, 403, 'Foreign origin')
    const { matched } = await calls.handle(request, response, { prefix: callPath, context: backend.context })
    if (!matched) say(response, 404, 'Not found')
  }

  async function sendPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== 'GET') return say(response, 405, 'Method not allowed')
    const pictureId = pictureOfPath(path)
    if (pictureId !== null) return sendPicture(response, pictureId)
    const file = await findPageFile(app.pageFolder, path)
    if (file === undefined) return say(response, 404, 'Not found')
    response.writeHead(200, { ...pageHeaders, 'Content-Type': file.contentType, 'Cache-Control': 'no-cache' })
    response.end(file.bytes)
  }

  function sendPicture(response: ServerResponse, id: number): void {
    const picture = readPicture(backend, id)
    if (picture === null) return say(response, 404, 'Not found')
    response.writeHead(200, { ...pictureHeaders, 'Content-Type': picture.mediaType })
    response.end(picture.bytes)
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) say(response, 500, 'Internal error')
    })
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    ...pageHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(`${sentence}\n`)
}

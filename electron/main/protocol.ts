// Serves the built pages as app://gegenwert/…, because file:// pages can have neither an origin nor a policy header, and the
// pictures that are attached to something, because the policy of the pages lets none in that is not served.
import { protocol } from 'electron'
import { pictureOfPath } from '../../shared/domain/receipt-file.ts'
import type { Picture } from '../backend/attachments/pictures.ts'
import { pageHeaders, pictureHeaders } from '../pages/content-security-policy.ts'
import { findPageFile } from '../pages/page-file.ts'

const scheme = 'app'
const host = 'gegenwert'
export const appOrigin = `${scheme}://${host}`

/** Must run before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

export function servePages(folder: string, readPicture: (attachmentId: number) => Promise<Picture | null>): void {
  protocol.handle(scheme, async (request) => {
    const { host: asked, pathname } = new URL(request.url)
    if (asked !== host || request.method !== 'GET') return notFound()
    const pictureId = pictureOfPath(pathname)
    if (pictureId !== null) return answerWith(await readPicture(pictureId))
    const file = await findPageFile(folder, pathname)
    if (file === undefined) return notFound()
    return new Response(file.bytes, { headers: { ...pageHeaders, 'Content-Type': file.contentType } })
  })
}

function answerWith(picture: Picture | null): Response {
  if (picture === null) return notFound()
  return new Response(picture.bytes, { headers: { ...pictureHeaders, 'Content-Type': picture.mediaType } })
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: pageHeaders })
}

// Finds the file of the built renderer that answers a request. Used by the desktop's app:// protocol and the browser host.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

export interface PageFile {
  readonly contentType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The file for a path of an address, or undefined where there is none. A path without an extension is a place inside the app: it gets index.html. */
export async function findPageFile(folder: string, addressPath: string): Promise<PageFile | undefined> {
  const path = decodePath(addressPath)
  if (path === undefined) return undefined
  const file = normalize(join(folder, extname(path) === '' ? 'index.html' : path))
  const contentType = contentTypes[extname(file)]
  if (!file.startsWith(folder + sep) || contentType === undefined) return undefined
  try {
    return { contentType, bytes: await readFile(file) }
  } catch {
    return undefined
  }
}

/** Refuses what only an attempt to leave the folder would contain. */
function decodePath(addressPath: string): string | undefined {
  try {
    const path = decodeURIComponent(addressPath)
    return path.includes('\0') || path.includes('\\') || path.split('/').includes('..') ? undefined : path
  } catch {
    return undefined
  }
}

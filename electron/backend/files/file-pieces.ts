/** Files in pieces small enough for one reply each; between them others are served. */
import { setImmediate } from 'node:timers/promises'
import type { FilePiece } from '../../../shared/contract/file-pieces.ts'

/** At most four bytes a letter stay well below what one reply may carry. */
const PIECE_LENGTH = 50_000

export const MEDIA_TYPES = {
  html: 'text/html;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  journal: 'text/plain;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
} as const

/** How many rows there will be, and their texts one after the other. The first is the head and counts as none. */
export interface DataFile {
  readonly total: number
  readonly rows: Iterable<{ readonly text: string; readonly rows: number }>
}

export async function* piecesOf(file: DataFile, signal: AbortSignal | undefined): AsyncGenerator<FilePiece, void> {
  let texts: string[] = []
  let length = 0
  let done = 0
  for (const row of file.rows) {
    texts.push(row.text)
    length += row.text.length
    done += row.rows
    if (length < PIECE_LENGTH) continue
    for (const text of splitText(texts.join(''))) yield { kind: 'piece', text, done }
    texts = []
    length = 0
    await setImmediate()
    if (signal?.aborted === true) return
  }
  for (const text of splitText(texts.join(''))) yield { kind: 'piece', text, done: Math.max(done, file.total) }
}

/** A name without what file systems give a meaning to. */
export function fileNameOf(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .trim()
  return name.replace(/^[. ]+/, '') || 'Gegenwert'
}

/** A whole text as a file: its name first, then its pieces. */
export function* textFile(title: string, kind: 'html' | 'csv' | 'json', text: string): Generator<FilePiece, void> {
  yield { kind: 'start', fileName: `${fileNameOf(title)}.${kind}`, mediaType: MEDIA_TYPES[kind], total: 1 }
  const pieces = splitText(text)
  for (const [index, piece] of pieces.entries()) {
    yield { kind: 'piece', text: piece, done: index === pieces.length - 1 ? 1 : 0 }
  }
}

/** A whole text in parts, never between the halves of a letter that takes two. */
function splitText(text: string): string[] {
  const parts: string[] = []
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PIECE_LENGTH, text.length)
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
    parts.push(text.slice(start, end))
    start = end
  }
  return parts
}

/** Bytes of an export file → text. Says what the file is when it cannot be a table. */
import { MAX_FILE_BYTES } from './limits.ts'

/** xlsx: the first sheet of a workbook, see workbook-text.ts. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'xlsx'

export type DecodeFailure =
  | { readonly code: 'empty'; readonly detail: Record<string, never> }
  | { readonly code: 'too_large'; readonly detail: { readonly bytes: number; readonly limitBytes: number } }
  | { readonly code: 'broken_workbook' | 'large_workbook'; readonly detail: Record<string, never> }
  | { readonly code: 'not_a_table'; readonly detail: { readonly what: BinaryKind } }

export type BinaryKind =
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'zip'
  | 'gzip'
  | '7z'
  | 'rar'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'sqlite'
  | 'html'
  | 'json'
  | 'text'
  | 'binary'

export interface DecodedText {
  /** Without byte order mark, line ends as \n. */
  readonly text: string
  readonly encoding: Encoding
  /** The file ends within a character: its last row cannot be trusted. */
  readonly isTruncated: boolean
}

export type DecodeResult =
  { readonly ok: true; readonly decoded: DecodedText } | { readonly ok: false; readonly failure: DecodeFailure }

const MAGIC: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['sqlite', [...'SQLite format 3\0'].map((char) => char.charCodeAt(0))],
]

const SNIFFED_BYTES = 64 * 1024
const CRLF = /\r\n/g
const CR = /\r/g

export function decode(bytes: Uint8Array): DecodeResult {
  if (bytes.length === 0) return failed({ code: 'empty', detail: {} })
  if (bytes.length > MAX_FILE_BYTES) {
    return failed({ code: 'too_large', detail: { bytes: bytes.length, limitBytes: MAX_FILE_BYTES } })
  }
  const magic = magicOf(bytes)
  if (magic) return failed({ code: 'not_a_table', detail: { what: magic } })
  const decoded = decodeText(bytes)
  if (!decoded) return failed({ code: 'not_a_table', detail: { what: 'binary' } })
  const head = decoded.text.slice(0, 2000).trimStart().toLowerCase()
  if (head === '' && decoded.text.trim() === '') return failed({ code: 'empty', detail: {} })
  if (/^(<!doctype html|<html|<\?xml)/.test(head)) return failed({ code: 'not_a_table', detail: { what: 'html' } })
  if (/^(\{\s*"|\[\s*[{\]])/.test(head)) return failed({ code: 'not_a_table', detail: { what: 'json' } })
  return { ok: true, decoded }
}

function failed(failure: DecodeFailure): DecodeResult {
  return { ok: false, failure }
}

function magicOf(bytes: Uint8Array): BinaryKind | null {
  for (const [kind, magic] of MAGIC) {
    if (!magic.every((byte, index) => bytes[index] === byte)) continue
    if (kind !== 'zip') return kind
    // Workbooks are zip archives; telling them apart lets the message say "save it as CSV".
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
    return head.includes('[Content_Types].xml') || head.includes('xl/') ? 'xlsx' : 'zip'
  }
  return null
}

function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncodingOf(bytes)
  if (wide) return decodeWide(bytes, wide)
  if (isBinary(bytes)) return null
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const narrow = decodeUtf8(bytes)
  if (narrow) return narrow
  if (hasMark) {
    const text = new TextDecoder('utf-8').decode(bytes)
    return { text: withPlainLineEnds(text), encoding: 'utf-8', isTruncated: false }
  }
  const text = new TextDecoder('windows-1252').decode(bytes)
  return { text: withPlainLineEnds(text), encoding: 'windows-1252', isTruncated: false }
}

function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // In stream mode an unfinished character at the very end is kept back instead of failing the whole file.
    const text = decoder.decode(bytes, { stream: true })
    const isTruncated = !isComplete(decoder)
    // A single accented letter at the end of an otherwise plain file is Windows-1252, not a cut UTF-8 character.
    if (isTruncated && Buffer.byteLength(text) === text.length && bytes[0] !== 0xef) return null
    return { text: withPlainLineEnds(text), encoding: 'utf-8', isTruncated }
  } catch {
    return null
  }
}

function isComplete(decoder: InstanceType<typeof TextDecoder>): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** By byte order mark, else by where the zero bytes of plain letters are. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.floor(Math.min(bytes.length, 4096) / 2)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < pairs; index += 1) {
    if (bytes[2 * index] === 0) even += 1
    if (bytes[2 * index + 1] === 0) odd += 1
  }
  if (odd > pairs * 0.5 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.5 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText | null {
  const isTruncated = bytes.length % 2 === 1
  const whole = isTruncated ? bytes.subarray(0, bytes.length - 1) : bytes
  const text = new TextDecoder(encoding).decode(whole)
  if (text.slice(0, SNIFFED_BYTES).includes('\0')) return null
  return { text: withPlainLineEnds(text), encoding, isTruncated }
}

function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SNIFFED_BYTES)
  let controls = 0
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] as number
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) controls += 1
  }
  return controls > length * 0.01
}

/** One kind of line end keeps line numbers and the parser simple; lone carriage returns only end lines in old Mac files. */
function withPlainLineEnds(text: string): string {
  if (!text.includes('\r')) return text
  const unified = text.replace(CRLF, '\n')
  return unified.includes('\n') ? unified : unified.replace(CR, '\n')
}

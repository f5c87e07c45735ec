/** What may be kept beside the ledger as a receipt or as evidence, and how a file shows what it is. */

/** Bytes of one file, whatever it belongs to. */
export const MAX_RECEIPT_BYTES = 20_000_000
/** Of an expense or a purchase. */
export const MAX_RECEIPTS_OF_ONE = 20
/** Pictures of a conversation. */
export const MAX_EVIDENCE_OF_CONVERSATION = 20
/** Pictures of a crisis. */
export const MAX_EVIDENCE_OF_CRISIS = 200
/** Files that are attached in one go. */
export const MAX_FILES_OF_COMMAND = 20
export const MAX_FILE_NAME_LENGTH = 255

export const RECEIPT_EXTENSIONS = ['.pdf', '.png', '.jpg', '.jpeg', '.webp', '.heic', '.xml'] as const

const MEDIA_TYPES = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.xml': 'application/xml',
} as const
export type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES]

/** The type a file's name promises; null for kinds that are not taken. */
export function promisedType(fileName: string): MediaType | null {
  const extension = RECEIPT_EXTENSIONS.find((known) => fileName.toLowerCase().endsWith(known))
  return extension === undefined ? null : MEDIA_TYPES[extension]
}

/** The type a file's first bytes show; null where they show none of those that are taken. */
export function shownType(bytes: Uint8Array): MediaType | null {
  const text = String.fromCharCode(...bytes.subarray(0, 64))
  // Readers accept a few bytes before the mark of a PDF; none of the other kinds begins with it.
  if (String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')) return 'application/pdf'
  if (text.startsWith('\u0089PNG\r\n')) return 'image/png'
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.slice(4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1|hevc)/.test(text.slice(8))) return 'image/heic'
  // Invoices as XML (XRechnung), with or without a mark of their byte order.
  if (/^(\u00ef\u00bb\u00bf)?\s*<\?xml/.test(text)) return 'application/xml'
  return null
}

export type ReceiptProblem = 'empty_file' | 'unknown_file_kind' | 'not_what_it_says' | 'file_name_too_long'

/** What is wrong with a file as a receipt; null when nothing is. */
export function receiptProblem(fileName: string, bytes: Uint8Array): ReceiptProblem | null {
  return problemOf(fileName, bytes, RECEIPT_EXTENSIONS)
}

/** Evidence is what shows what could be seen: pictures, and pages kept as PDF. */
export const EVIDENCE_EXTENSIONS = ['.png', '.jpg', '.jpeg', '.webp', '.heic', '.pdf'] as const

/** What is wrong with a file as evidence; null when nothing is. */
export function evidenceProblem(fileName: string, bytes: Uint8Array): ReceiptProblem | null {
  return problemOf(fileName, bytes, EVIDENCE_EXTENSIONS)
}

function problemOf(fileName: string, bytes: Uint8Array, taken: readonly string[]): ReceiptProblem | null {
  if (fileName.length > MAX_FILE_NAME_LENGTH) return 'file_name_too_long'
  const promised = promisedType(fileName)
  if (promised === null || !taken.some((extension) => fileName.toLowerCase().endsWith(extension)))
    return 'unknown_file_kind'
  if (bytes.length === 0) return 'empty_file'
  return shownType(bytes) === promised ? null : 'not_what_it_says'
}

/** Types every page can show as a picture. */
const SHOWN_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'] satisfies MediaType[]

export function isShownAsPicture(mediaType: string): boolean {
  return SHOWN_TYPES.includes(mediaType)
}

const PICTURE_PATH = /^\/attachments\/([1-9]\d{0,14})$/

/** Where both hosts serve an attachment that is a picture. */
export function picturePath(attachmentId: number): string {
  return `/attachments/${attachmentId}`
}

/** Which attachment a path asks for; null for any other path. */
export function pictureOfPath(path: string): number | null {
  const id = PICTURE_PATH.exec(path)?.[1]
  return id === undefined ? null : Number(id)
}

/** Files the backend writes, as they travel: first the name, then the text piece by piece. Stop reading to cancel. */
import * as z from 'zod'
import { eventIterator } from '@orpc/contract'

export const FilePiece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), fileName: z.string(), mediaType: z.string(), total: z.int() }),
  /** `done` of `total` rows. */
  z.object({ kind: z.literal('piece'), text: z.string().max(120_000), done: z.int() }),
])
export type FilePiece = z.output<typeof FilePiece>

export const FilePieces = eventIterator(FilePiece)

/** CSV: semicolon and decimal comma, or comma and decimal point. */
export const NumberStyleField = z.enum(['comma', 'point'])

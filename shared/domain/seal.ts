/**
 * What a seal is taken over, format 1. Every line of a month, in the order of its id, is one JSON array of its fields in the order below,
 * ended by a line feed; SHA-256 over all of them is the hash of the lines. The seal's own hash is SHA-256 over one JSON array of its
 * month, its sums, the hash of its lines, the hash of the result reported at the closing, and the hash of the seal before it.
 * A format that was used is never changed: a ledger sealed with it must be checked with it.
 */
export const SEAL_FORMAT = 1

/** What the first seal follows. */
export const NO_PREVIOUS_SEAL = '0'.repeat(64)

export const SEALED_FIELDS = [
  'id',
  'day',
  'scope',
  'kind',
  'cents',
  'seconds',
  'is_priced',
  'person_id',
  'activity',
  'channel_id',
  'campaign_id',
  'post_id',
  'conversation_id',
  'client_id',
  'department_id',
  'gross_cents',
  'source_kind',
  'source_id',
  'part',
  'for_day',
  'reverses_line_id',
  'corrects_line_id',
] as const
type SealedField = (typeof SEALED_FIELDS)[number]

/** A ledger line by the names of its columns. */
export type SealedLine = Readonly<Record<SealedField, string | number | null>>

export interface SealContent {
  readonly month: string
  readonly lastDay: string
  readonly sealedAt: number
  readonly lineCount: number
  readonly costCents: number
  readonly revenueCents: number
  readonly seconds: number
  readonly linesHash: string
  /** The reported result as it is stored, to the letter. */
  readonly snapshot: string
  readonly previousHash: string
}

/** A running SHA-256; handed in, since there is none in the language itself. */
export interface Sha256 {
  update(text: string): unknown
  /** Lower-case hexadecimal. */
  digest(): string
}

export function canonicalLine(line: SealedLine): string {
  return `${JSON.stringify(SEALED_FIELDS.map((field) => line[field]))}\n`
}

/** Hash of the lines of a month, which come in the order of their ids. */
export function hashLines(lines: Iterable<SealedLine>, newHash: () => Sha256): string {
  const hash = newHash()
  for (const line of lines) hash.update(canonicalLine(line))
  return hash.digest()
}

export function hashSeal(seal: SealContent, newHash: () => Sha256): string {
  const hashOf = (text: string) => {
    const hash = newHash()
    hash.update(text)
    return hash.digest()
  }
  return hashOf(
    JSON.stringify([
      'gegenwert-seal',
      SEAL_FORMAT,
      seal.month,
      seal.lastDay,
      seal.sealedAt,
      seal.lineCount,
      seal.costCents,
      seal.revenueCents,
      seal.seconds,
      seal.linesHash,
      hashOf(seal.snapshot),
      seal.previousHash,
    ]),
  )
}

/** The list of what was erased, as it stands in the ledger and beside it. */
import { countNameParts, searchedName, type NameReach } from '../../../shared/domain/names-in-text.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Connection } from '../database/connection.ts'
import { saltedHash } from '../salt.ts'

export type ErasureReason = 'request' | 'retention'
/** First and last number of conversations that follow one another. */
export type IdRange = readonly [number, number]

export interface Erasure {
  readonly kind: 'handle' | NameReach | 'conversation'
  readonly hash: string
  readonly parts: number
  readonly pseudonym: string | null
  readonly ranges: readonly IdRange[] | null
  readonly at: Instant
  readonly reason: ErasureReason
}

interface Cause {
  readonly at: Instant
  readonly reason: ErasureReason
}

/** In the place of a network: whoever goes by the name, wherever. */
export const ANY_NETWORK = '*'

/** A handle is the same in capital and small letters, and someone else's on another network. */
export function handleHash(salt: string, network: string, handle: string): string {
  return saltedHash(`handle\n${network}\n${handle.normalize('NFC').toLowerCase()}`, salt)
}

/** `name` in its normal form, as it is found in texts. */
export function nameHash(salt: string, name: string): string {
  return saltedHash(`name\n${name}`, salt)
}

export function handleErasure(salt: string, network: string, handle: string, { at, reason }: Cause): Erasure {
  const hash = handleHash(salt, network, handle)
  return { kind: 'handle', hash, parts: 0, pseudonym: null, ranges: null, at, reason }
}

/** Null for a name that cannot be found in texts. */
export function nameErasure(
  salt: string,
  named: { readonly name: string; readonly pseudonym: string; readonly reach: NameReach },
  { at, reason }: Cause,
): Erasure | null {
  const sought = searchedName(named.name)
  if (sought === '') return null
  const hash = nameHash(salt, sought)
  return {
    kind: named.reach,
    hash,
    parts: countNameParts(sought),
    pseudonym: named.pseudonym,
    ranges: null,
    at,
    reason,
  }
}

export function conversationErasure(salt: string, ids: readonly number[], { at, reason }: Cause): Erasure {
  const ranges = toRanges(ids)
  const hash = saltedHash(`conversations\n${JSON.stringify(ranges)}`, salt)
  return { kind: 'conversation', hash, parts: 0, pseudonym: null, ranges, at, reason }
}

/** Numbers in any order, as stretches without gaps. */
export function toRanges(ids: readonly number[]): IdRange[] {
  const ranges: [number, number][] = []
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === id - 1) last[1] = id
    else ranges.push([id, id])
  }
  return ranges
}

export function readErasures(db: Connection): Erasure[] {
  return db
    .prepare<[], Omit<Erasure, 'ranges'> & { ranges: string | null }>(
      'SELECT kind, hash, parts, pseudonym, ranges, at, reason FROM erasure ORDER BY at, id',
    )
    .all()
    .map((row) => ({ ...row, ranges: row.ranges === null ? null : (JSON.parse(row.ranges) as IdRange[]) }))
}

/** Who is erased again later is erased from then. */
export function addErasures(db: Connection, erasures: readonly Erasure[]): void {
  const add = db.prepare<[object]>(
    `INSERT INTO erasure (kind, hash, parts, pseudonym, ranges, at, reason)
     VALUES (@kind, @hash, @parts, @pseudonym, @ranges, @at, @reason)
     ON CONFLICT (kind, hash) DO UPDATE SET at = excluded.at, reason = excluded.reason, pseudonym = excluded.pseudonym
     WHERE excluded.at > at`,
  )
  for (const erasure of erasures)
    add.run({ ...erasure, ranges: erasure.ranges === null ? null : JSON.stringify(erasure.ranges) })
}

/** Of one list, what the other does not have, or has from an earlier time only. */
export function missingFrom(known: readonly Erasure[], wanted: readonly Erasure[]): Erasure[] {
  const times = new Map(known.map((erasure) => [keyOf(erasure), erasure.at]))
  return wanted.filter((erasure) => (times.get(keyOf(erasure)) ?? Number.NEGATIVE_INFINITY) < erasure.at)
}

function keyOf({ kind, hash }: Erasure): string {
  return `${kind} ${hash}`
}

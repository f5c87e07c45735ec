/** Names that were erased, of which only salted hashes are known: they are found by looking up every word of a text. */
import type { Day } from '../../../shared/domain/day.ts'
import { dayAt } from '../../../shared/domain/instant.ts'
import { isReached, replaceNames, type NameReach } from '../../../shared/domain/names-in-text.ts'
import type { Connection } from '../database/connection.ts'
import type { StoredSettings } from '../database/settings-row.ts'
import { nameHash, readErasures, type Erasure } from './erasure-list.ts'
import { changeWords } from './free-text.ts'
import type { SoughtNames } from './mentions.ts'

/** The same words come again and again, and a hash costs more than finding it. */
const MAX_REMEMBERED_WORDS = 200_000

/** Null where no name is among the erasures. `hashes`: of words, as far as they were looked up before. */
export function hashedNames(
  salt: string,
  erasures: readonly Erasure[],
  hashes = new Map<string, string>(),
): SoughtNames | null {
  const known = new Map<string, { readonly pseudonym: string; readonly reach: NameReach }>()
  let maxParts = 0
  for (const { kind, hash, parts, pseudonym } of erasures) {
    if (kind === 'handle' || kind === 'conversation' || pseudonym === null) continue
    // A name that was erased as a word is not looked for less because it was also erased as a mention.
    if (kind === 'word' || !known.has(hash)) known.set(hash, { pseudonym, reach: kind })
    maxParts = Math.max(maxParts, parts)
  }
  if (known.size === 0) return null
  return {
    maxParts,
    patterns: null,
    replacementOf: (found) => {
      let hash = hashes.get(found.name)
      if (hash === undefined) {
        hash = nameHash(salt, found.name)
        if (hashes.size < MAX_REMEMBERED_WORDS) hashes.set(found.name, hash)
      }
      const named = known.get(hash)
      return named && isReached(found, named.reach) ? named.pseudonym : undefined
    },
  }
}

/** What a file from before an erasure must not bring back. */
export interface ErasedNames {
  /** Differs where other names were erased. */
  readonly key: string
  /** What was read, with pseudonyms in the place of names. `day`: of what it tells; names erased before that day are left. */
  redact<Value>(value: Value, day: Day): Value
  redactText(text: string, day: Day): string
}

const NONE: ErasedNames = { key: '', redact: (value) => value, redactText: (text) => text }

export function readErasedNames(db: Connection, { salt, timeZone }: StoredSettings): ErasedNames {
  const erasures = readErasures(db).filter(({ pseudonym }) => pseudonym !== null)
  if (erasures.length === 0) return NONE
  const hashes = new Map<string, string>()
  const days = erasures.map(({ at }) => dayAt(at, timeZone))
  const made = new Map<number, SoughtNames | null>()
  /** Erasures are in the order of their time: from some index on they are not before the day. */
  const namesOn = (day: Day): SoughtNames | null => {
    const first = days.findIndex((erased) => erased >= day)
    if (first < 0) return null
    let names = made.get(first)
    if (names === undefined) made.set(first, (names = hashedNames(salt, erasures.slice(first), hashes)))
    return names
  }
  const redactText = (text: string, day: Day) => {
    const names = namesOn(day)
    return names === null ? text : replaceNames(text, names.maxParts, names.replacementOf)
  }
  return {
    key: `${erasures.length} ${erasures.at(-1)?.at}`,
    redactText,
    redact: (value, day) => (namesOn(day) === null ? value : changeWords(value, (text) => redactText(text, day))),
  }
}

/** Names in the ledger's texts: found, shown, replaced. */
import {
  countNameParts,
  isReached,
  replaceNames,
  searchedName,
  type NameReach,
  type NameReplacement,
} from '../../../shared/domain/names-in-text.ts'
import type { Connection } from '../database/connection.ts'
import { changeWords, type FreeText } from './free-text.ts'

export interface SoughtNames {
  /** Of the longest of them. */
  readonly maxParts: number
  /** What LIKE finds a text by; null: every text has to be looked at. */
  readonly patterns: readonly string[] | null
  readonly replacementOf: NameReplacement
}

export interface NamedPseudonym {
  readonly name: string
  readonly pseudonym: string
  readonly reach: NameReach
}

/** Names that are known, each with what stands in its place. Null where none of them can be found in texts. */
export function seek(names: readonly NamedPseudonym[]): SoughtNames | null {
  const known = new Map<string, NamedPseudonym>()
  for (const named of names) {
    const sought = searchedName(named.name)
    if (sought !== '') known.set(sought, named)
  }
  if (known.size === 0) return null
  return {
    maxParts: Math.max(...[...known.keys()].map(countNameParts)),
    patterns: [...known.keys()].map(patternOf),
    replacementOf: (found) => {
      const named = known.get(found.name)
      return named && isReached(found, named.reach) ? named.pseudonym : undefined
    },
  }
}

/** Finds too much rather than too little: other spellings of a letter, blanks and signs that JSON or an address writes differently. */
function patternOf(name: string): string {
  const letters = [...name].map((letter) => {
    if (/[a-z0-9.-]/.test(letter)) return letter
    return letter === '_' ? String.raw`\_` : '%'
  })
  return `%${letters.join('')}%`.replaceAll(/%+/g, '%')
}

export interface Mention {
  readonly column: FreeText
  readonly id: number
  readonly before: string
  /** Null: the whole value goes. */
  readonly after: string | null
}

/** Rows of a column with one of the names in it. */
export function mentionsIn(db: Connection, column: FreeText, names: SoughtNames): Mention[] {
  const { table, column: name, form } = column
  const record = table === 'import_row' ? 'record' : 'before'
  const kind = form === 'identity' ? ` AND json_extract(${record}, '$.kind') = 'time'` : ''
  const likes = names.patterns?.map(() => String.raw`${name} LIKE ? ESCAPE '\'`).join(' OR ') ?? `${name} <> ''`
  const rows = db
    .prepare<string[], { id: number; text: string }>(`SELECT id, ${name} AS text FROM ${table} WHERE (${likes})${kind}`)
    .iterate(...(names.patterns ?? []))
  const mentions: Mention[] = []
  for (const { id, text } of rows) {
    const after = withoutNames(text, form, names)
    if (after !== text) mentions.push({ column, id, before: text, after })
  }
  return mentions
}

/** A text with its names replaced; null: the whole value goes. The very same text where none is in it. */
export function withoutNames(value: string, form: FreeText['form'], names: SoughtNames): string | null {
  const replace = (words: string) => replaceNames(words, names.maxParts, names.replacementOf)
  if (form === 'json') {
    const stored: unknown = JSON.parse(value)
    const changed = changeWords(stored, replace)
    return changed === stored ? value : JSON.stringify(changed)
  }
  const replaced = replace(value)
  return form === 'url' && replaced !== value ? null : replaced
}

/** Writes what mentions are replaced by. A value that has to be the only one of its kind and is not gets a number behind it. */
export function replaceMentions(db: Connection, mentions: readonly Mention[]): void {
  for (const { column, id, after } of mentions) {
    const { table, column: name, limit } = column
    const update = db.prepare<[string | null, number]>(`UPDATE OR IGNORE ${table} SET ${name} = ? WHERE id = ?`)
    const value = after?.slice(0, limit) ?? null
    for (let number = 2; update.run(value, id).changes === 0; number++) {
      const numbered = `${value ?? ''}${column.form === 'identity' ? '\u001f' : ' '}${number}`
      if (update.run(numbered, id).changes > 0) break
    }
  }
}

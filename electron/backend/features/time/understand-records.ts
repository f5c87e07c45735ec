/** Posts and conversations that the remaining words of a line name. */
import { guessActivity } from '../../../../shared/domain/activity.ts'
import type { Connection } from '../../database/connection.ts'

export interface FoundRecord {
  readonly kind: 'post' | 'conversation'
  readonly id: number
  readonly name: string
  readonly channelId: number | null
}

export interface FoundRecords {
  /** The words that name them. */
  readonly source: string
  readonly records: readonly FoundRecord[]
}

/** Words that fit more records than this say nothing. */
const MOST_RECORDS = 11
const MOST_WORDS = 4
const SHORTEST_WORD = 3
/** Of each kind the latest are looked through. */
const LATEST_POSTS = 50_000
const LATEST_CONVERSATIONS = 3_000

/** Words that stand in many titles and name none. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'aber alle als am an auch auf aus bei beim bis da das dass dem den der des die ein eine einem einen einer es für fuer gegen hat im in ist ' +
    'mit nach neu neue neuen nicht noch nur oder ohne per pro sich sie so sowie über ueber um und uns unser unsere vom von vor war was wegen ' +
    'wie wir zu zum zur about after all and are at but by for from had has have her his into its new not off our out over per some that the ' +
    'their them this to was were what when with your'
  ).split(' '),
)

/** Umlauts and their two letters are the same. */
function foldTitle(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that can name something: neither common ones nor those that say which activity it was. */
function tellingWords(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => {
    const isCommon = EMPTY_WORDS.has(word.toLowerCase()) || /^\d+$/.test(word)
    return word.length >= SHORTEST_WORD && !isCommon && guessActivity(word) === null
  })
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/**
 * What the words name: records whose title has all words that occur in any title at all. Those of the named channel or of none
 * come before others; among several, those that have the other words of the line as well.
 */
export function findRecords(db: Connection, text: string, channelId: number | null): FoundRecords {
  const none = { source: '', records: [] }
  const telling = tellingWords(text)
  if (telling.length === 0) return none
  const titles = readTitles(db)
  const known = telling
    .map((word) => ({ word, folded: ` ${foldTitle(word)}` }))
    .filter(({ folded }) => titles.text.includes(folded))
  if (known.length === 0) return none
  const found = titlesWith(
    titles,
    known.map(({ folded }) => folded),
  )
  const ofChannel = prefer(found, (record) => record.channelId === null || record.channelId === channelId)
  const fitting = channelId === null ? found : ofChannel
  const all = foldTitle(text)
    .split(' ')
    .filter((word) => word.length >= SHORTEST_WORD && !EMPTY_WORDS.has(word))
  const records = prefer(fitting, (title) => all.every((word) => title.folded.includes(` ${word}`)))
  if (records.length === 0 || records.length > MOST_RECORDS) return none
  return { source: known.map(({ word }) => word).join(' '), records: records.map(asFound) }
}

function asFound({ kind, id, name, channelId }: Title): FoundRecord {
  return { kind, id, name, channelId }
}

function prefer<Item>(items: readonly Item[], isPreferred: (item: Item) => boolean): readonly Item[] {
  const preferred = items.filter(isPreferred)
  return preferred.length > 0 ? preferred : items
}

interface Title extends FoundRecord {
  /** Each word with a space before it. */
  readonly folded: string
}

interface Titles {
  readonly version: unknown
  readonly all: readonly Title[]
  /** All folded titles, one a line: looking through one long text is ten times faster than through many. */
  readonly text: string
  /** Where the line of each title begins. */
  readonly starts: readonly number[]
}

const gathered = new WeakMap<Connection, Titles>()

const TITLES = `
  SELECT * FROM (SELECT 'post' AS kind, id, title AS name, channel_id AS channelId FROM post ORDER BY id DESC LIMIT ${LATEST_POSTS})
  UNION ALL SELECT * FROM (SELECT 'conversation', id, label, channel_id FROM conversation
    WHERE label <> '' ORDER BY received_at DESC, id DESC LIMIT ${LATEST_CONVERSATIONS})`

/** Read again once the ledger has changed; only titles that are new are folded. */
function readTitles(db: Connection): Titles {
  const version = db.database.pragma('data_version', { simple: true })
  const known = gathered.get(db)
  if (known && known.version === version) return known
  const folded = new Map(known?.all.map((title) => [title.name, title.folded]))
  const all = db
    .prepare<[], FoundRecord>(TITLES)
    .all()
    .map((record) => ({ ...record, folded: folded.get(record.name) ?? ` ${foldTitle(record.name)}` }))
  const starts: number[] = []
  let length = 0
  for (const title of all) {
    starts.push(length)
    length += title.folded.length + 1
  }
  const titles = { version, all, starts, text: all.map((title) => title.folded).join('\n') }
  gathered.set(db, titles)
  return titles
}

/** Titles that have all the words, in their order. */
function titlesWith({ all, text, starts }: Titles, words: readonly string[]): Title[] {
  const [longest = '', ...others] = words.toSorted((a, b) => b.length - a.length)
  const found: Title[] = []
  let index = 0
  for (let at = text.indexOf(longest); at !== -1; at = text.indexOf(longest, starts[index] ?? text.length)) {
    while ((starts[index] ?? Number.POSITIVE_INFINITY) <= at) index++
    const title = all[index - 1]
    if (title && others.every((word) => title.folded.includes(word))) found.push(title)
  }
  return found
}

/** Names in a quick entry: behind a sign (#campaign, @channel or @person, !client, /project, &department, =activity) or as they are. */
import { guessActivity, type Activity } from './activity.ts'
import { guessNetwork, NETWORK_NAMES, type Network } from './network.ts'
import { foldName, readQuoted, trimClause, wordEnds, type Line, type Span } from './quick-entry-line.ts'

export const NAME_KINDS = ['channel', 'campaign', 'client', 'project', 'department', 'person'] as const
export type NameKind = (typeof NAME_KINDS)[number]

export interface NamedThing {
  readonly kind: NameKind
  readonly id: number
  readonly name: string
  /** Of a channel. */
  readonly network?: Network
  /** Of a project. */
  readonly clientId?: number | null
  readonly isBillable?: boolean
  /** Found where nothing in use has the name. */
  readonly isArchived?: boolean
}

interface IndexedThing {
  readonly thing: NamedThing
  readonly exact: string
  readonly folded: string
}

/** Names ready to be looked for. */
export interface Vocabulary {
  readonly things: readonly IndexedThing[]
  readonly byExact: ReadonlyMap<string, readonly NamedThing[]>
  readonly byFolded: ReadonlyMap<string, readonly NamedThing[]>
  readonly byId: ReadonlyMap<string, NamedThing>
}

export function makeVocabulary(named: readonly NamedThing[]): Vocabulary {
  const things = named.map((thing) => ({ thing, exact: exactName(thing.name), folded: foldName(thing.name) }))
  const group = (key: 'exact' | 'folded') => {
    const groups = Map.groupBy(things, (indexed) => indexed[key])
    return new Map([...groups].map(([name, all]) => [name, all.map(({ thing }) => thing)]))
  }
  const byId = new Map(named.map((thing) => [`${thing.kind}:${thing.id}`, thing]))
  return { things, byExact: group('exact'), byFolded: group('folded'), byId }
}

function exactName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

export type Meaning =
  | { readonly kind: NameKind; readonly thing: NamedThing }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'billable'; readonly isBillable: boolean }

export interface NamePiece extends Span {
  /** Empty: nothing has this name. */
  readonly meanings: readonly Meaning[]
  /** The name as it was written, without its sign. */
  readonly written: string
  /** The kinds its sign allows; null: no sign. */
  readonly kinds: readonly (NameKind | 'activity')[] | null
}

const SIGNS: Readonly<Record<string, readonly NameKind[]>> = {
  '#': ['campaign'],
  '@': ['channel', 'person'],
  '!': ['client'],
  '/': ['project'],
  '&': ['department'],
}
export const ACTIVITY_SIGN = '='
/** The sign of each kind, for printing. */
export const SIGN_OF: Readonly<Record<NameKind, string>> = {
  campaign: '#',
  channel: '@',
  person: '@',
  client: '!',
  project: '/',
  department: '&',
}
/** "!kunde ahoi": the sign's kind in words once more. */
const KIND_WORDS: Readonly<Record<string, NameKind>> = {
  kampagne: 'campaign',
  campaign: 'campaign',
  kanal: 'channel',
  channel: 'channel',
  person: 'person',
  kunde: 'client',
  kundin: 'client',
  client: 'client',
  projekt: 'project',
  project: 'project',
  abteilung: 'department',
  department: 'department',
}

/** Words of one name that are looked at. */
const MOST_WORDS = 10
const BILLABLE: readonly (readonly [RegExp, boolean])[] = [
  [/(?:nicht abrechenbar|not billable|non-billable|nonbillable|unbillable)(?=$|[ ,;.)!?])/y, false],
  [/(?:abrechenbar|billable)(?=$|[ ,;.)!?])/y, true],
]

/** A name behind a sign at a place; null where there is no sign. */
export function readSign(line: Line, at: number, vocabulary: Vocabulary): NamePiece | null {
  if (line.lower.charAt(at) === ACTIVITY_SIGN) return readActivity(line, at)
  const kinds = SIGNS[line.lower.charAt(at)]
  const first = line.lower.charAt(at + 1)
  if (kinds === undefined || !/[\p{L}\p{N}"]/u.test(first)) return null
  const whole = readNamed(line, at, at + 1, kinds, vocabulary)
  if (whole.meanings.length > 0) return whole
  const [wordEnd = at + 1] = wordEnds(line, at + 1, 1)
  const kind = KIND_WORDS[line.lower.slice(at + 1, wordEnd)]
  if (kind === undefined || !kinds.includes(kind) || wordEnd + 1 >= line.text.length) return whole
  return readNamed(line, at, wordEnd + 1, [kind], vocabulary)
}

/** "=dialog": the activity, where something else has that name. */
function readActivity(line: Line, at: number): NamePiece | null {
  const written = trimClause(line.text.slice(at + 1, wordEnds(line, at, 1)[0]))
  const activity = guessActivity(written)
  if (!activity?.isExact) return null
  const meanings: Meaning[] = [{ kind: 'activity', activity: activity.activity }]
  return { from: at, to: at + 1 + written.length, written, kinds: ['activity'], meanings }
}

function readNamed(
  line: Line,
  at: number,
  nameAt: number,
  kinds: readonly NameKind[],
  vocabulary: Vocabulary,
): NamePiece {
  const quoted = readQuoted(line, nameAt)
  if (quoted) {
    const things = exactThings(quoted.content, vocabulary, kinds)
    const named = things.length > 0 ? things : thingsNamedLike(quoted.content, vocabulary, kinds)
    return { from: at, to: quoted.to, written: quoted.content, kinds, meanings: asMeanings(named) }
  }
  const ends = wordEnds(line, nameAt, MOST_WORDS).toReversed()
  for (const find of [exactThings, thingsNamedLike]) {
    for (const end of ends) {
      const written = trimClause(line.text.slice(nameAt, end))
      const named = find(written, vocabulary, kinds)
      if (named.length > 0)
        return { from: at, to: nameAt + written.length, written, kinds, meanings: asMeanings(named) }
    }
  }
  const written = trimClause(line.text.slice(nameAt, ends.at(-1)))
  return { from: at, to: nameAt + written.length, written, kinds, meanings: [] }
}

function asMeanings(things: readonly NamedThing[]): Meaning[] {
  return inUse(things).map((thing) => ({ kind: thing.kind, thing }))
}

function inUse(things: readonly NamedThing[]): readonly NamedThing[] {
  const used = things.filter(({ isArchived }) => isArchived !== true)
  return used.length > 0 ? used : things
}

/** Things of exactly this name; else those that differ only in marks and signs. */
function exactThings(text: string, { byExact, byFolded }: Vocabulary, kinds: readonly NameKind[]): NamedThing[] {
  const ofKinds = (things: readonly NamedThing[] = []) => things.filter(({ kind }) => kinds.includes(kind))
  const exact = ofKinds(byExact.get(exactName(text)))
  const folded = foldName(text)
  return exact.length > 0 || folded === '' ? exact : ofKinds(byFolded.get(folded))
}

/** Things whose name has these words in it, one after the other, the last perhaps not to its end; and channels of a network. */
function thingsNamedLike(text: string, { things }: Vocabulary, kinds: readonly NameKind[]): NamedThing[] {
  const folded = foldName(text)
  if (folded === '') return []
  const network = kinds.includes('channel') && !text.includes(' ') ? guessNetwork(text) : null
  const isLike = ({ thing, folded: name }: IndexedThing) =>
    ` ${name}`.includes(` ${folded}`) || (network !== null && thing.network === network)
  const found = things.filter((indexed) => kinds.includes(indexed.thing.kind) && isLike(indexed))
  const beginning = found.filter((indexed) => indexed.folded.startsWith(folded))
  return [...beginning, ...found.filter((indexed) => !beginning.includes(indexed))].map(({ thing }) => thing)
}

/** Words that name a network by themselves. */
const NETWORK_WORDS: ReadonlySet<string> = new Set([
  ...Object.values(NETWORK_NAMES).map((name) => name.toLowerCase()),
  'insta',
  'ig',
  'fb',
  'yt',
  'twitter',
  'bsky',
])
/** People are named by "@" only: a meeting with someone is no work of theirs. */
const BARE_KINDS: readonly NameKind[] = ['channel', 'campaign', 'client', 'project', 'department']
const SHORTEST_BARE_NAME = 2

/** A name, an activity or "billable" without a sign: the longest that is exactly one. */
export function readBareName(line: Line, at: number, vocabulary: Vocabulary): NamePiece | null {
  const named = (to: number, meanings: readonly Meaning[]): NamePiece => {
    return { from: at, to, written: line.text.slice(at, to), kinds: null, meanings }
  }
  for (const [expression, isBillable] of BILLABLE) {
    expression.lastIndex = at
    const match = expression.exec(line.lower)
    if (match) return named(at + match[0].length, [{ kind: 'billable', isBillable }])
  }
  for (const end of wordEnds(line, at, MOST_WORDS).toReversed()) {
    const written = trimClause(line.text.slice(at, end))
    if (written.length < SHORTEST_BARE_NAME) continue
    const meanings = meaningsOf(written, vocabulary)
    if (meanings.length > 0) return named(at + written.length, meanings)
  }
  return null
}

/** What a text means that is exactly a name. */
export function meaningsOf(text: string, vocabulary: Vocabulary): Meaning[] {
  const exact = asMeanings(exactThings(text, vocabulary, BARE_KINDS))
  const activity = text.includes(' ') ? null : guessActivity(text)
  const activities: Meaning[] = activity?.isExact ? [{ kind: 'activity', activity: activity.activity }] : []
  if (exact.some(({ kind }) => kind === 'channel') || !NETWORK_WORDS.has(foldName(text)))
    return [...activities, ...exact]
  const network = guessNetwork(text)
  const channels = vocabulary.things.filter(({ thing }) => network !== null && thing.network === network)
  return [...activities, ...exact, ...asMeanings(channels.map(({ thing }) => thing))]
}

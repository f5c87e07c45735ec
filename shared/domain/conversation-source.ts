/** What pasted text gives away about a conversation: where it took place, who wrote it, below which post, with how many stars. */
import { handleOf, placeOf, postUrlKeyOf, type ConversationPlace } from './conversation-place.ts'
import type { ConversationKind } from './conversation.ts'
import type { Network } from './network.ts'
import { starsIn } from './stars.ts'
import { MOST_ADDRESSES, readWebAddress, webAddressesIn, withoutSentence, type WrittenAddress } from './web-address.ts'

export interface ConversationSource {
  /** http or https only, as a browser writes it, at most 2,000 characters. */
  readonly url: string | null
  /** Null: no address, or of a host that is not known. Sites for reviews are "other". */
  readonly network: Network | null
  readonly kind: ConversationKind | null
  /**
   * Who wrote it, without "@": named by "@anna.k:" at the beginning or alone in the first line, else by the address. May be one's own account
   * where one's own mention or profile was pasted.
   */
  readonly handle: string | null
  /** Compared with `postUrlKeyOf` of the addresses of posts. */
  readonly postUrlKey: string | null
  /** The text without the line that is only the address. */
  readonly text: string
  /** 1 to 5. */
  readonly stars: number | null
}

/**
 * Reads pasted text. Of several addresses the first one of a known network counts, else the first. A kind that the address does not say is a
 * review where there are stars. Never throws, whatever the text; linear in its length; what is no http address is never an address.
 */
export function recogniseSource(pasted: string): ConversationSource {
  const lines = pasted.replace(/\r\n?/g, '\n').split('\n')
  const found = addressIn(lines)
  const text = lines
    .filter((line) => found === null || bareOf(line) !== found.written)
    .join('\n')
    .trim()
  const stars = starsIn(text)
  return {
    url: found?.address.url ?? null,
    network: found?.place?.network ?? null,
    kind: found?.place?.kind ?? (stars === null ? null : 'review'),
    handle: leadingHandle(text) ?? found?.place?.handle ?? null,
    postUrlKey: found ? postUrlKeyOf(found.address) : null,
    text,
    stars,
  }
}

/** A word of a name, and what may stand between them: "Anna-Lena", "O’Neil", "von". */
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*$/u
const NAME_LINK = /^(?:van|von|vom|zu|zum|zur|de|der|den|del|della|di|da|dos|la|le|el|al|bin|ibn)$/
const MOST_NAME_LETTERS = 60

/**
 * What looks like the name of a person above what they wrote, as networks copy it: a first line of two to four capitalised words, with more
 * lines under it. Headings look alike, so it is only ever proposed. Null: the first line looks like none.
 */
export function nameAbove(text: string): string | null {
  const [first = '', ...rest] = text.trim().split('\n')
  const name = first.trim()
  if (name.length > MOST_NAME_LETTERS || rest.every((line) => line.trim() === '')) return null
  const words = name.split(/\s+/)
  const isName = words.every((word, at) => NAME_WORD.test(word) || (at > 0 && NAME_LINK.test(word)))
  return isName && words.length >= 2 && words.length <= 4 && NAME_WORD.test(words.at(-1) ?? '') ? name : null
}

/** The text without the first line that says only this. */
export function withoutLine(text: string, line: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((each) => each.trim() === line)
  return at < 0 ? text : lines.toSpliced(at, 1).join('\n')
}

interface FoundAddress extends WrittenAddress {
  readonly place: ConversationPlace | null
}

function addressIn(lines: readonly string[]): FoundAddress | null {
  const all = webAddressesIn(lines.join('\n')).map((found) => ({ ...found, place: placeOf(found.address) }))
  const written = all.find(({ place }) => place !== null)
  return written ?? addressWithoutProtocol(lines) ?? all[0] ?? null
}

const WITHOUT_PROTOCOL = /^(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,20}\/\S*$/i

/** A line that is an address of a known network but for "https://". */
function addressWithoutProtocol(lines: readonly string[]): FoundAddress | null {
  const candidates = lines.map(bareOf).filter((line) => WITHOUT_PROTOCOL.test(line))
  for (const written of candidates.slice(0, MOST_ADDRESSES)) {
    const address = readWebAddress(`https://${written}`)
    const place = address && placeOf(address)
    if (place) return { address, written, place }
  }
  return null
}

/** What a line is but for the signs around it. */
function bareOf(line: string): string {
  return withoutSentence(line.trim().replace(/^<(.*)>$/, '$1'))
}

/** A name behind which what was said begins. "@nordlicht wann …" speaks to somebody instead. */
const LEADING = /^@([\p{L}\p{N}._@-]{1,200}?)(?::(?=\s|$)|[ \t]*(?:\n|$))/u

function leadingHandle(text: string): string | null {
  return handleOf(LEADING.exec(text)?.[1])
}

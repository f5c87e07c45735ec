/** Addresses of the web in pasted text: http and https, read as a browser reads them, so that the host that is looked at is the host that opens. */

export const MAX_URL_LENGTH = 2000

/** What is used of the parser that every runtime has; `shared` knows the types of none. */
interface ParsedAddress {
  readonly protocol: string
  /** With the port. */
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly searchParams: { get(name: string): string | null } & Iterable<readonly [string, string]>
}
declare const URL: { new (text: string): ParsedAddress; canParse(text: string): boolean }

export interface WebAddress {
  /** As the browser writes it, without a name and password in front of the host. */
  readonly url: string
  /** Lower case, without "www." and the like. */
  readonly host: string
  /** Parts of the path, decoded where they can be; none of them is empty. */
  readonly path: readonly string[]
  readonly parameters: ReadonlyMap<string, string>
  readonly fragment: string
}

/** The address a text is; null for anything else, for other protocols, and beyond 2,000 characters. Never throws. */
export function readWebAddress(text: string): WebAddress | null {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return null
  const { protocol, host, hostname, pathname, search, hash, searchParams } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const url = `${protocol}//${host}${pathname}${search}${hash}`
  if (url.length > MAX_URL_LENGTH) return null
  return {
    url,
    host: hostname.replace(/\.$/, '').replace(/^(?:www|m|mobile)\.(?=[^.]+\.)/, ''),
    path: pathname.split('/').filter(Boolean).map(decoded),
    parameters: new Map(searchParams),
    fragment: hash.slice(1),
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A stray percent sign: it is shown as it stands.
    return part
  }
}

const CANDIDATE = /https?:\/\/[^\s<>"`{}|\\^]+/gi
/** Looked at in one text; who pastes more wants none of them recognised. */
export const MOST_ADDRESSES = 50

export interface WrittenAddress {
  readonly address: WebAddress
  readonly written: string
}

/** Addresses in a text, in order, without the signs of the sentence they stand in. Linear in the length. */
export function webAddressesIn(text: string): WrittenAddress[] {
  const found: WrittenAddress[] = []
  for (const [candidate] of text.matchAll(CANDIDATE)) {
    if (candidate.length > MAX_URL_LENGTH) continue
    const written = withoutSentence(candidate)
    const address = readWebAddress(written)
    if (address) found.push({ address, written })
    if (found.length === MOST_ADDRESSES) break
  }
  return found
}

/** Signs at the end belong to the sentence; a bracket only where none was opened in the address. */
export function withoutSentence(candidate: string): string {
  let end = candidate.length
  while (end > 0) {
    const sign = candidate.charAt(end - 1)
    const isBracket = sign === ')' && !candidate.includes('(')
    if (!isBracket && !'.,;:!?\'*"»«“”„’]'.includes(sign)) break
    end--
  }
  return candidate.slice(0, end)
}

/** Parameters that say how somebody came by an address, not where it leads. */
const TRACKING = /^(?:utm_.*|[a-z]{1,4}clid|ig(?:sh|shid|_.*)|mibextid|si|ref|ref_src|ref_url|trk|rcm|__.*)$/

/**
 * The same for all ways of writing the address of a page: host without "www.", path without a slash at its end, parameters in order, without
 * those that only track. For networks whose posts have several addresses, see conversation-place.ts.
 */
export function plainAddress({ host, path, parameters }: WebAddress): string {
  const left = [...parameters].filter(([name]) => !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`)
  const query = left.length > 0 ? `?${left.toSorted().join('&')}` : ''
  return `${[host, ...path].join('/')}${query}`
}

/**
 * Links in a text as X finds them (twitter-text 3, github.com/twitter/twitter-text): with http(s) in front, or bare where they end in a
 * known top-level domain ("firma.de/angebot"). Written anew so that it is linear in the length of whatever is pasted.
 *
 * Differs from the original only for addresses that end in another script than Latin: they are no links here.
 */
import { isTopLevelDomain } from './top-level-domains.ts'

/** A stretch of a text, in UTF-16 code units; the end is not included. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

const LATIN_ACCENTS =
  '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff'
const PROTOCOL = /https?:\/\//giu
/** What a domain may be made of, with the signs between its labels. */
const DOMAIN_RUN =
  /[^\s\u0085\u180e\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069\ufeff\ufffe\uffff!'#%&()*+,\\/:;<=>?@[\]^{|}~$]+/gu
const BEFORE_LINK = /[A-Za-z0-9@＠$#＃\ufeff\ufffe\uffff]/
const LATIN_RUN = new RegExp(`[-a-z0-9.${LATIN_ACCENTS}]+`, 'giu')
const LABEL = /^[^-_](?:.*[^-_])?$/u
const ENDING = /^(?:xn--[-0-9a-z]+|[a-z]+)(?![0-9a-z@+-])/iu
const PORT = /:[0-9]+/y
const PATH_SIGN = new RegExp(`[a-z\\u0400-\\u04ff0-9!*';:=+,.$/%#[\\]\\-\\u2013_~@|&${LATIN_ACCENTS}]`, 'i')
const PATH_END = new RegExp(`[+\\-a-z\\u0400-\\u04ff0-9=_#/${LATIN_ACCENTS}]`, 'i')
const QUERY = /\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*/iy
const QUERY_END = /[a-z0-9\-_&=#/]/i
const LONGEST_LABEL = 63
const LONGEST_LINK = 4096

/** All links of a text, in order; they do not overlap. Linear in the length, never throws. */
export function linksIn(text: string): TextSpan[] {
  const links: TextSpan[] = []
  let from = 0
  for (const { index, 0: protocol } of text.matchAll(PROTOCOL)) {
    if (index < from) continue
    const domainAt = index + protocol.length
    const isApart = index === 0 || !BEFORE_LINK.test(text.charAt(index - 1))
    const domainEnd = isApart ? readDomain(text, domainAt, runEndAt(text, domainAt)).end : null
    if (domainEnd === null) continue
    addBareLinks(text, from, index, links)
    const end = fullLinkEnd(text, index, domainEnd)
    if (end - index <= LONGEST_LINK) links.push({ start: index, end })
    from = end
  }
  addBareLinks(text, from, text.length, links)
  return links
}

/** The same for links with http(s) in front only. */
export function fullLinksIn(text: string): TextSpan[] {
  return linksIn(text).filter(({ start }) => /^https?:\/\//i.test(text.slice(start, start + 8)))
}

/** Bare links of a stretch without links with a protocol. */
function addBareLinks(text: string, from: number, to: number, links: TextSpan[]): void {
  if (!text.includes('.')) return
  let at = from
  while (at < to) {
    DOMAIN_RUN.lastIndex = at
    const run = DOMAIN_RUN.exec(text)
    if (!run || run.index >= to) return
    const end = Math.min(run.index + run[0].length, to)
    at = run[0].includes('.') ? Math.max(end, addLinksOfRun(text, run.index, end, links)) : end
  }
}

/** Bare links of a run of signs a domain may have. Answers where to go on: a path may reach beyond the run. */
function addLinksOfRun(text: string, start: number, end: number, links: TextSpan[]): number {
  let at = start
  while (at < end) {
    const before = text.charAt(at - 1)
    if (/[-_.]/.test(text.charAt(at)) || (at > 0 && BEFORE_LINK.test(before))) {
      at++
      continue
    }
    const domain = readDomain(text, at, end)
    if (domain.end === null) {
      at = domain.readTo + 1
      continue
    }
    const whole = linkEnd(text, domain.end)
    if (!/[-_./]/.test(before)) links.push(...latinLinks(text, at, domain.end, whole))
    at = whole.end
  }
  return at
}

/** The Latin parts of a domain; the last one has the path. Without a path X leaves out port and query. */
function latinLinks(text: string, start: number, domainEnd: number, whole: LinkEnd): TextSpan[] {
  const links: TextSpan[] = []
  for (const { index, 0: part } of text.slice(start, domainEnd).matchAll(LATIN_RUN)) {
    const name = part.replace(/^[.-]+/, '').replace(/[.-]+$/, '')
    const nameAt = start + index + part.indexOf(name)
    if (isEnding(/\.([^.]+)$/.exec(name)?.[1] ?? '')) links.push({ start: nameAt, end: nameAt + name.length })
  }
  const last = links.at(-1)
  if (last?.end === domainEnd && whole.hasPath) links[links.length - 1] = { start: last.start, end: whole.end }
  return links.filter(({ start: from, end }) => end - from <= LONGEST_LINK)
}

interface ReadDomain {
  /** Where the longest domain with a known ending ends; null where there is none. */
  readonly end: number | null
  /** Up to here nothing else begins that could be one. */
  readonly readTo: number
}

/** Reads the labels of a run of signs a domain may have. */
function readDomain(text: string, start: number, runEnd: number): ReadDomain {
  let end: number | null = null
  let isValid = true
  for (let at = start; at < runEnd;) {
    const dot = text.indexOf('.', at)
    const labelEnd = dot === -1 || dot > runEnd ? runEnd : dot
    const label = text.slice(at, labelEnd)
    if (at > start) {
      const after = text.charAt(labelEnd)
      const ending = ENDING.exec(label + (after === '@' || after === '+' ? after : ''))?.[0]
      if (ending !== undefined && isEnding(ending)) end = at + ending.length
    }
    if (!LABEL.test(label)) return { end: isValid ? end : null, readTo: /^[-_]/.test(label) ? at : labelEnd }
    isValid &&= label.length <= LONGEST_LABEL
    at = labelEnd + 1
  }
  return { end: isValid ? end : null, readTo: runEnd }
}

function runEndAt(text: string, start: number): number {
  DOMAIN_RUN.lastIndex = start
  const run = DOMAIN_RUN.exec(text)
  return run?.index === start ? start + run[0].length : start
}

function isEnding(ending: string): boolean {
  return /^xn--/i.test(ending) || isTopLevelDomain(ending)
}

interface LinkEnd {
  readonly end: number
  readonly hasPath: boolean
}

/** Links X has shortened have no path behind their code. */
const SHORTENED = /https?:\/\/t\.co\/[a-z0-9]+(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/iy

function fullLinkEnd(text: string, start: number, domainEnd: number): number {
  SHORTENED.lastIndex = start
  const shortened = SHORTENED.exec(text)
  return shortened ? start + shortened[0].length : linkEnd(text, domainEnd).end
}

/** Port, path and query behind a domain. */
function linkEnd(text: string, domainEnd: number): LinkEnd {
  PORT.lastIndex = domainEnd
  const port = PORT.exec(text)
  const pathAt = domainEnd + (port?.[0].length ?? 0)
  const hasPath = text.charAt(pathAt) === '/'
  let end = pathAt
  if (hasPath) {
    const path = pathEnd(text, pathAt)
    end = path.end
    if (path.isTrimmed) return { end, hasPath }
  }
  QUERY.lastIndex = end
  const query = QUERY.exec(text)?.[0] ?? ''
  let length = query.length
  while (length > 1 && !QUERY_END.test(query.charAt(length - 1))) length--
  return { end: length > 1 ? end + length : end, hasPath }
}

/** Signs at the end of a path belong to the sentence; brackets belong to the path where they are closed in it. */
function pathEnd(text: string, start: number): { readonly end: number; readonly isTrimmed: boolean } {
  let at = start + 1
  let end = at
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === '(') {
      const closed = bracketEnd(text, at)
      if (closed === null) break
      at = end = closed
    } else {
      if (!PATH_SIGN.test(sign)) break
      at++
      if (PATH_END.test(sign)) end = at
    }
  }
  return { end, isTrimmed: end < at }
}

/** The end of a bracket with signs of a path in it, and at most one bracket inside. */
function bracketEnd(text: string, open: number): number | null {
  let depth = 0
  let isEmpty = true
  for (let at = open; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '(') {
      if (++depth > 2) return null
      isEmpty = true
    } else if (sign === ')') {
      if (isEmpty) return null
      if (--depth === 0) return at + 1
    } else if (PATH_SIGN.test(sign)) isEmpty = false
    else return null
  }
  return null
}

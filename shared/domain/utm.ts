/**
 * Links with campaign parameters (utm_source and so on): building them, and saying what would make the same campaign count as several or
 * as something else. `utm_campaign` recognises a campaign by its exact slug; Google Analytics 4 tells "Paid" and "paid" apart, too.
 */
import { channelGroupOf, isPaidMedium } from './ga4-channel.ts'
import { guessNetwork, type Network } from './network.ts'
import { toSlug } from './slug.ts'
import { MAX_URL_LENGTH, readWebAddress } from './web-address.ts'

export const UTM_FIELDS = ['source', 'medium', 'campaign', 'content', 'term'] as const
export type UtmField = (typeof UTM_FIELDS)[number]
/** Blank: left out of the link. */
export type UtmValues = Readonly<Record<UtmField, string>>

/** Characters of one value. */
export const MAX_UTM_LENGTH = 200
/** Campaigns a value is compared with. */
export const MAX_KNOWN_CAMPAIGNS = 10_000

export const ORGANIC_MEDIUM = 'social'
export const PAID_MEDIUM = 'paid_social'

/**
 * The link with these parameters behind those it has, without the utm parameters it had; its fragment stays at the end, other parameters
 * stay as they are written. Null where the base is no http(s) address, or the link would be longer than 2,000 characters.
 */
export function buildUtmLink(base: string, values: UtmValues): string | null {
  const address = readWebAddress(base.trim())
  if (address === null) return null
  // As it was typed where a browser would take it as it is, so that "müller.de" can still be read.
  const written = /[\s\p{Cc}"<>\\^`{|}]/u.test(base.trim()) || !base.isWellFormed() ? address.url : base.trim()
  const { path, query, fragment } = partsOf(written)
  const added = UTM_FIELDS.filter((field) => values[field].trim() !== '').map(
    (field) => `utm_${field}=${encodeURIComponent(values[field].trim().toWellFormed())}`,
  )
  const parameters = [...parametersOf(query).filter((parameter) => !isUtm(parameter)), ...added]
  const link = `${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}${fragment}`
  return link.length <= MAX_URL_LENGTH && readWebAddress(link) !== null ? link : null
}

/** The utm parameters of a link, the first of each; blank ones where there are none, or it is no http(s) address. */
export function utmValuesOf(link: string): UtmValues {
  const parameters = readWebAddress(link.trim()) === null ? [] : parametersOf(partsOf(link.trim()).query)
  const valueOf = (field: UtmField) => {
    const found = parameters.find((parameter) => nameOf(parameter) === `utm_${field}`) ?? ''
    return decoded(found.slice(found.indexOf('=') + 1 || found.length)).trim()
  }
  return {
    source: valueOf('source'),
    medium: valueOf('medium'),
    campaign: valueOf('campaign'),
    content: valueOf('content'),
    term: valueOf('term'),
  }
}

function partsOf(link: string): { readonly path: string; readonly query: string; readonly fragment: string } {
  const hash = link.indexOf('#')
  const fragment = hash === -1 ? '' : link.slice(hash)
  const rest = hash === -1 ? link : link.slice(0, hash)
  const mark = rest.indexOf('?')
  return mark === -1
    ? { path: rest, query: '', fragment }
    : { path: rest.slice(0, mark), query: rest.slice(mark + 1), fragment }
}

function parametersOf(query: string): string[] {
  return query.split('&').filter((parameter) => parameter !== '')
}

function nameOf(parameter: string): string {
  return decoded(parameter.split('=', 1)[0] ?? '').toLowerCase()
}

function isUtm(parameter: string): boolean {
  return nameOf(parameter).startsWith('utm_')
}

function decoded(text: string): string {
  const plain = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(plain)
  } catch {
    // A stray percent sign: it is read as it stands.
    return plain
  }
}

export const UTM_PROBLEM_KINDS = [
  'not_a_web_address',
  'link_too_long',
  'value_too_long',
  'source_missing',
  'source_unknown',
  'source_other_network',
  'medium_missing',
  'medium_not_social',
  'medium_not_paid',
  'medium_paid',
  'campaign_missing',
  'campaign_spelling',
  'upper_case',
  'spaces',
  'special_letters',
] as const
export type UtmProblemKind = (typeof UTM_PROBLEM_KINDS)[number]

export interface UtmProblem {
  readonly field: 'link' | UtmField
  readonly kind: UtmProblemKind
  /** What would be right in the place of the whole value; null where nobody but the user knows. */
  readonly suggested: string | null
}

export interface UtmDraft {
  /** The address without parameters of ours. */
  readonly base: string
  readonly values: UtmValues
  /** Where the link will stand; null: not known. */
  readonly network: Network | null
  /** Whether it is paid for. */
  readonly isPaid: boolean
  /** Slugs of the ledger's campaigns. */
  readonly campaignSlugs: readonly string[]
}

/** All problems of a link in the order of its fields; a value may have several, with the same suggestion. Throws RangeError above the limit of campaigns. */
export function lintUtm(draft: UtmDraft): UtmProblem[] {
  if (draft.campaignSlugs.length > MAX_KNOWN_CAMPAIGNS) throw new RangeError(`${draft.campaignSlugs.length} campaigns`)
  return [
    ...linkProblems(draft),
    ...sourceProblems(draft),
    ...mediumProblems(draft),
    ...campaignProblems(draft),
    ...spellingProblems('content', draft.values.content, plainTag(draft.values.content)),
    ...spellingProblems('term', draft.values.term, plainTag(draft.values.term)),
  ]
}

function linkProblems({ base, values }: UtmDraft): UtmProblem[] {
  const address = readWebAddress(base.trim())
  if (address === null) {
    const secure = `https://${base.trim()}`
    const guess = /^[^\s/:@]+\.[^\s/:@]+(?:[/?#:]|$)/.test(base.trim()) ? readWebAddress(secure) : null
    return [{ field: 'link', kind: 'not_a_web_address', suggested: guess ? secure : null }]
  }
  const isTooLong = buildUtmLink(base, values) === null
  return isTooLong ? [{ field: 'link', kind: 'link_too_long', suggested: null }] : []
}

function sourceProblems({ values: { source }, network }: UtmDraft): UtmProblem[] {
  const expected = network === 'other' ? null : network
  if (source.trim() === '') return [{ field: 'source', kind: 'source_missing', suggested: expected }]
  const found = guessNetwork(source)
  if (found === null && network !== 'other') {
    return [{ field: 'source', kind: 'source_unknown', suggested: expected }]
  }
  if (expected !== null && found !== expected) {
    return [{ field: 'source', kind: 'source_other_network', suggested: expected }]
  }
  return spellingProblems('source', source, plainTag(source), expected)
}

function mediumProblems({ values: { source, medium }, network, isPaid }: UtmDraft): UtmProblem[] {
  const suggested = isPaid ? PAID_MEDIUM : ORGANIC_MEDIUM
  if (medium.trim() === '') return [{ field: 'medium', kind: 'medium_missing', suggested }]
  // Judged as it would be spelt, beside the right source: how it is spelt, and a wrong source, are matters of their own.
  const plain = plainTag(medium)
  const group = channelGroupOf(network === null || network === 'other' ? source : network, plain)
  if (plain === suggested || group === (isPaid ? 'paid-social' : 'organic-social')) {
    return spellingProblems('medium', medium, plain, suggested)
  }
  const kind = isPaid ? 'medium_not_paid' : isPaidMedium(plain) ? 'medium_paid' : 'medium_not_social'
  return [{ field: 'medium', kind, suggested }]
}

function campaignProblems({ values, campaignSlugs }: UtmDraft): UtmProblem[] {
  const campaign = values.campaign.trim()
  if (campaign === '') return [{ field: 'campaign', kind: 'campaign_missing', suggested: null }]
  // What stands in the ledger is right, however it is written.
  if (campaignSlugs.includes(campaign)) return []
  const folded = withoutSigns(campaign)
  const known = folded === '' ? undefined : campaignSlugs.find((slug) => withoutSigns(slug) === folded)
  if (known !== undefined) return [{ field: 'campaign', kind: 'campaign_spelling', suggested: known }]
  return spellingProblems('campaign', campaign, toSlug(campaign))
}

function withoutSigns(text: string): string {
  return toSlug(text).replaceAll('-', '')
}

/** Letters, digits and the signs no browser spells in percents. */
const PLAIN = /^[a-z0-9._~-]*$/

function spellingProblems(
  field: UtmField,
  written: string,
  clean: string,
  fallback: string | null = null,
): UtmProblem[] {
  const value = written.trim()
  if (value.length > MAX_UTM_LENGTH) return [{ field, kind: 'value_too_long', suggested: fallback }]
  const kinds: UtmProblemKind[] = []
  if (/\p{Lu}/u.test(value)) kinds.push('upper_case')
  if (/\s/u.test(value)) kinds.push('spaces')
  if (!PLAIN.test(value.toLowerCase().replaceAll(/\s/gu, ''))) kinds.push('special_letters')
  // A word in another script has no plain spelling.
  const suggested = clean !== '' && PLAIN.test(clean) ? clean : fallback
  return kinds.map((kind) => ({ field, kind, suggested }))
}

/** As {@link toSlug}, but dots, tildes and underscores stay: "L.Instagram.com" is a source. */
function plainTag(value: string): string {
  return value
    .trim()
    .split(/([._~])/)
    .map((part) => (/^[._~]$/.test(part) ? part : toSlug(part)))
    .join('')
}

/**
 * A link as it is shown: without protocol, "www.", parameters and fragment, its path readable. Shortened in the middle to at most so many
 * characters (at least 10). What is no http(s) address is shortened as it stands.
 */
export function shortPreview(link: string, maxLength = 60): string {
  const text = link.trim()
  const [, host, path = ''] = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]+)([^?#]*)/i.exec(text) ?? []
  if (host === undefined || readWebAddress(text) === null) return shortened(text, maxLength)
  return shortened(`${host}${readable(path).replace(/\/$/, '')}`, maxLength)
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function shortened(text: string, maxLength: number): string {
  const signs = [...text]
  const length = Math.max(10, Math.floor(maxLength))
  if (signs.length <= length) return text
  const tail = Math.floor((length - 1) / 3)
  return `${signs.slice(0, length - 1 - tail).join('')}…${signs.slice(signs.length - tail).join('')}`
}

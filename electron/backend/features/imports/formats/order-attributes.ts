/** What a shop hands on with an order: campaign parameters and the answer to "how did you find us?". */
import type { OrderStatus, UtmValues } from './records.ts'

export interface OrderAttributes {
  readonly utm: UtmValues | null
  readonly selfReported: string | null
}

type MutableUtm = { -readonly [Key in keyof UtmValues]: UtmValues[Key] }

const MAX_VALUE_CHARS = 200
/** Apps put whole visitor histories here; what counts stands near the beginning. */
const MAX_ATTRIBUTES_CHARS = 20_000
/** `utm_source`, `UTM Source`, `utmSource`, `last_utm_source`; a first touch only counts when there is no later one. */
const UTM_KEY = /^(first)?(?:last)?_?utm[_ -]?(source|medium|campaign)$/i
const UTM_IN_URL = /[?&]utm_(source|medium|campaign)=([^&#\s]*)/gi
/** Compared lower case and without punctuation. */
const SELF_REPORTED_KEYS = new Set([
  'wie hast du uns gefunden', 'wie haben sie uns gefunden', 'wie bist du auf uns aufmerksam geworden',
  'wie sind sie auf uns aufmerksam geworden', 'woher kennst du uns', 'woher kennen sie uns',
  'wie hast du von uns erfahren', 'wie haben sie von uns erfahren', 'how did you find us', 'how did you hear about us',
  'how did you hear of us', 'where did you hear about us', 'how did you discover us', 'where did you find us',
]) // prettier-ignore
const PUNCTUATION = /[?!.:_*"„“”]+/g

const STATUS_SYNONYMS: Readonly<Record<string, OrderStatus>> = {
  paid: 'paid', bezahlt: 'paid',
  partially_refunded: 'partially_refunded', 'teilweise erstattet': 'partially_refunded',
  'teilweise rückerstattet': 'partially_refunded', 'partially refunded': 'partially_refunded',
  refunded: 'refunded', erstattet: 'refunded', rückerstattet: 'refunded',
  pending: 'pending', ausstehend: 'pending', 'zahlung ausstehend': 'pending',
  authorized: 'authorized', autorisiert: 'authorized',
  partially_paid: 'partially_paid', 'teilweise bezahlt': 'partially_paid', 'partially paid': 'partially_paid',
  voided: 'voided', storniert: 'voided', ungültig: 'voided',
  expired: 'expired', abgelaufen: 'expired',
} // prettier-ignore

export function orderStatus(text: string): OrderStatus {
  return STATUS_SYNONYMS[text.trim().toLowerCase()] ?? 'unknown'
}

/** Reads `key: value` lines. Keys that mean nothing to us are passed over. */
export function readOrderAttributes(text: string): OrderAttributes {
  if (text === '') return { utm: null, selfReported: null }
  const last: MutableUtm = { source: '', medium: '', campaign: '' }
  const first: MutableUtm = { source: '', medium: '', campaign: '' }
  const inUrl: MutableUtm = { source: '', medium: '', campaign: '' }
  let selfReported: string | null = null
  for (const line of text.slice(0, MAX_ATTRIBUTES_CHARS).split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const key = line.slice(0, colon).trim()
    const value = line
      .slice(colon + 1)
      .trim()
      .slice(0, MAX_VALUE_CHARS)
    if (value === '') continue
    const utmKey = UTM_KEY.exec(key)
    if (utmKey) setOnce(utmKey[1] ? first : last, utmKey[2] as string, value)
    else if (SELF_REPORTED_KEYS.has(plainKey(key))) selfReported ??= value
    else if (line.includes('utm_')) readUrl(line, inUrl)
  }
  const utm = [last, first, inUrl].find(({ source, medium, campaign }) => source || medium || campaign) ?? null
  return { utm, selfReported }
}

function plainKey(key: string): string {
  return key.replace(PUNCTUATION, ' ').replace(/\s+/g, ' ').trim().toLowerCase()
}

function setOnce(utm: MutableUtm, key: string, value: string): void {
  const name = key.toLowerCase() as keyof UtmValues
  if (utm[name] === '') utm[name] = value
}

function readUrl(line: string, utm: MutableUtm): void {
  for (const [, key, value] of line.matchAll(UTM_IN_URL)) {
    setOnce(utm, key as string, decode(value as string).slice(0, MAX_VALUE_CHARS))
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

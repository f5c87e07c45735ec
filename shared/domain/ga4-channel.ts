/**
 * Which channel group a source / medium pair belongs to. Follows the published rules of Google Analytics 4's default
 * channel group (support.google.com/analytics/answer/9756891), for the pairs that matter to a purchase's first question:
 * social or other.
 */
import { guessNetwork } from './network.ts'

export type ChannelGroup =
  | 'direct'
  | 'paid-social'
  | 'organic-social'
  | 'paid-search'
  | 'organic-search'
  | 'email'
  | 'affiliates'
  | 'display'
  | 'referral'
  | 'other'

const PAID_MEDIUM = /^(?:.*cp.*|ppc|retargeting|paid.*)$/
const SOCIAL_MEDIA = new Set([
  'social',
  'social-network',
  'social-media',
  'sm',
  'social network',
  'social media',
  'organic_social',
  'paid_social',
  'paidsocial',
  'paid-social',
])
const SEARCH_SOURCES = new Set([
  'google',
  'bing',
  'yahoo',
  'duckduckgo',
  'ecosia',
  'baidu',
  'yandex',
  'startpage',
  'qwant',
  'brave',
])
const EMAIL = /^e[-_ ]?mail$/

/** True for what GA4 calls paid: cpc, cpm, ppc, retargeting, paid and whatever begins with it. Any case. */
export function isPaidMedium(medium: string): boolean {
  return PAID_MEDIUM.test(medium.trim().toLowerCase())
}

/** The group of a pair; texts as they stand in the link, any case. */
export function channelGroupOf(source: string, medium: string): ChannelGroup {
  const from = source.trim().toLowerCase()
  const by = medium.trim().toLowerCase()
  const isSocialSource = guessNetwork(from) !== null
  const isPaid = isPaidMedium(by)
  if ((from === '' || from === '(direct)') && (by === '' || by === '(none)' || by === '(not set)')) return 'direct'
  if (EMAIL.test(by) || EMAIL.test(from) || from === 'newsletter') return 'email'
  if (isPaid && (isSocialSource || SOCIAL_MEDIA.has(by))) return 'paid-social'
  if (SEARCH_SOURCES.has(from))
    return isPaid ? 'paid-search' : by === 'organic' || by === '' ? 'organic-search' : 'other'
  if (SOCIAL_MEDIA.has(by) || isSocialSource) return 'organic-social'
  if (by === 'affiliate') return 'affiliates'
  if (['display', 'banner', 'expandable', 'interstitial', 'cpm'].includes(by)) return 'display'
  if (by === 'organic') return 'organic-search'
  if (['referral', 'app', 'link'].includes(by)) return 'referral'
  return 'other'
}

export function isSocialGroup(group: ChannelGroup): boolean {
  return group === 'paid-social' || group === 'organic-social'
}

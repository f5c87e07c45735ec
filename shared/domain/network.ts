/** Social networks: names, and the words by which projects, sources and codes point at them. */

export const NETWORKS = [
  'instagram',
  'facebook',
  'linkedin',
  'tiktok',
  'youtube',
  'x',
  'pinterest',
  'threads',
  'xing',
  'mastodon',
  'bluesky',
  'snapchat',
  'reddit',
  'whatsapp',
  'telegram',
  'other',
] as const
export type Network = (typeof NETWORKS)[number]

export const NETWORK_NAMES: Readonly<Record<Network, string>> = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  x: 'X',
  pinterest: 'Pinterest',
  threads: 'Threads',
  xing: 'XING',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  snapchat: 'Snapchat',
  reddit: 'Reddit',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  other: 'Sonstiger Kanal',
}

/** Words (whole words, lower case) that name a network; short ones only as whole words. */
const WORDS: readonly (readonly [Network, readonly string[]])[] = [
  ['instagram', ['instagram', 'insta', 'ig']],
  ['facebook', ['facebook', 'fb']],
  ['linkedin', ['linkedin', 'li', 'lnkd.in']],
  ['tiktok', ['tiktok', 'tik', 'tt']],
  ['youtube', ['youtube', 'yt']],
  ['x', ['x', 'twitter', 't.co']],
  ['pinterest', ['pinterest', 'pin']],
  ['threads', ['threads']],
  ['xing', ['xing']],
  ['mastodon', ['mastodon']],
  ['bluesky', ['bluesky', 'bsky']],
  ['snapchat', ['snapchat', 'snap']],
  ['reddit', ['reddit']],
  ['whatsapp', ['whatsapp', 'wa']],
  ['telegram', ['telegram']],
]

/** Hosts and spellings that `utm_source` uses, without `www.`, `m.` or `l.`. */
function bareSource(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(?:www|m|l|lm|out)\./, '')
    .replace(/\.(?:com|de|net|org)$/, '')
}

/** Words, and the parts of those with dots in them ("de.linkedin.com", the end of a sentence). */
function wordsOf(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}.]+/u)
  return [...words, ...words.flatMap((word) => word.split('.'))].filter(Boolean)
}

/** The network a text names as a word of its own ("Kunde – IG", "instagram.com", "Reels Instagram"); null when none or several. */
export function guessNetwork(text: string): Network | null {
  const words = new Set(wordsOf(bareSource(text)))
  const hits = WORDS.filter(([, names]) => names.some((name) => words.has(name)))
  return hits.length === 1 ? (hits[0]?.[0] ?? null) : null
}

/** The network a discount code begins or ends with ("INSTA10", "TIKTOK5", "10FB"); null when none. */
export function guessNetworkOfCode(code: string): Network | null {
  const letters = code
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ')
  for (const [network, names] of WORDS) {
    if (names.some((name) => name.length > 1 && letters.includes(name))) return network
  }
  for (const [network, names] of WORDS) {
    if (names.some((name) => name.length >= 5 && letters.some((part) => part.startsWith(name) || part.endsWith(name))))
      return network
  }
  return null
}

/** The network a campaign name gives away by the placements it names. */
export function guessNetworkOfCampaign(name: string): Network | null {
  const named = guessNetwork(name)
  if (named) return named
  return /\b(?:reels?|stor(?:y|ies))\b/i.test(name) ? 'instagram' : null
}

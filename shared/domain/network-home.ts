/** Where each network is opened to publish by hand. */
import type { Network } from './network.ts'

/** Null: it has no address of its own, or everyone's is another (Mastodon). */
const HOMES: Readonly<Record<Network, string | null>> = {
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  linkedin: 'https://www.linkedin.com/feed/',
  tiktok: 'https://www.tiktok.com/upload',
  youtube: 'https://studio.youtube.com/',
  x: 'https://x.com/home',
  pinterest: 'https://www.pinterest.com/pin-creation-tool/',
  threads: 'https://www.threads.net/',
  xing: 'https://www.xing.com/',
  mastodon: null,
  bluesky: 'https://bsky.app/',
  snapchat: 'https://web.snapchat.com/',
  reddit: 'https://www.reddit.com/submit',
  whatsapp: 'https://web.whatsapp.com/',
  telegram: 'https://web.telegram.org/',
  other: null,
}

/** An https address without anything about the post; null where there is none to know. */
export function networkHome(network: Network): string | null {
  return HOMES[network]
}

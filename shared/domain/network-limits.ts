/**
 * What each network takes of a post: one table, with where each entry was read and when. Numbers can be overridden per channel, because
 * networks change them, a Mastodon server has its own, and paid accounts may write more.
 *
 * `basis` says whose word it is: the network's own documentation, somebody else's, or nobody's ('none': the network documents no limit, so
 * none is set). Where sources differ the smaller number stands. A null is "no limit known", never zero.
 */
import type { Day } from './day.ts'
import type { Network } from './network.ts'
import type { PostFormat } from './post-format.ts'
import { MAX_POST_TEXT_LENGTH, type TextUnit } from './text-length.ts'

export interface TextLimit {
  readonly max: number
  readonly unit: TextUnit
  /** The lower limit of a text that goes with media; null where it is the same. */
  readonly maxWithMedia: number | null
  /** A second limit in UTF-8 bytes; null where there is none. */
  readonly maxBytes: number | null
}

export interface TitleLimit {
  readonly max: number
  readonly unit: TextUnit
  readonly isRequired: boolean
}

/** How many files a format has, and their shape as width ÷ height. */
export interface MediaLimit {
  readonly min: number
  readonly max: number | null
  readonly shape: { readonly min: number; readonly max: number } | null
}

export interface LimitSource {
  /** Address of the page; null where none was found. */
  readonly source: string | null
  readonly basis: 'network' | 'others' | 'none'
  /** The day the page was looked up. */
  readonly checkedOn: Day
}

export interface NetworkLimits extends LimitSource {
  readonly text: TextLimit | null
  /** Where a format has a limit of its own. */
  readonly textByFormat: Readonly<Partial<Record<PostFormat, TextLimit>>>
  readonly title: TitleLimit | null
  readonly hashtagsMax: number | null
  /** Whether the network refuses more hashtags, or merely does not link them. */
  readonly isHashtagsMaxStrict: boolean
  readonly mentionsMax: number | null
  readonly media: Readonly<Record<PostFormat, MediaLimit>>
  /** False where images have no alternative text. */
  readonly takesAltText: boolean
  /** UTF-16 code units. */
  readonly altTextMax: number | null
}

/** What a channel may set for itself; null lifts a limit, what is missing stays. Text lengths in the unit of the network. */
export interface LimitOverrides {
  readonly textMax?: number | null | undefined
  readonly titleMax?: number | undefined
  readonly hashtagsMax?: number | null | undefined
  readonly mentionsMax?: number | null | undefined
  /** Files of formats that take several. */
  readonly mediaMax?: number | null | undefined
  readonly altTextMax?: number | null | undefined
}

/** Bounds of what may be set. */
export const OVERRIDE_BOUNDS: Readonly<Record<keyof LimitOverrides, { readonly min: number; readonly max: number }>> = {
  textMax: { min: 1, max: MAX_POST_TEXT_LENGTH },
  titleMax: { min: 1, max: 1_000 },
  hashtagsMax: { min: 0, max: 1_000 },
  mentionsMax: { min: 0, max: 1_000 },
  mediaMax: { min: 1, max: 1_000 },
  altTextMax: { min: 1, max: 10_000 },
}

/** The table was looked up on this day. */
const CHECKED_ON = '2026-11-28' as Day

function text(max: number, unit: TextUnit, more: Partial<TextLimit> = {}): TextLimit {
  return { max, unit, maxWithMedia: null, maxBytes: null, ...more }
}

/**
 * Files by format. Videos and reels have one video; pictures beside it are covers and are not counted. `several`: files of one post;
 * `needsMedia`: the network has no posts of text alone.
 */
function media(
  several: number | null,
  {
    needsMedia = false,
    ...changed
  }: { readonly needsMedia?: boolean } & Partial<Record<PostFormat, Partial<MediaLimit>>> = {},
): Readonly<Record<PostFormat, MediaLimit>> {
  const one = { min: 1, max: 1, shape: null }
  const any = { min: needsMedia ? 1 : 0, max: several, shape: null }
  const plain: Readonly<Record<PostFormat, MediaLimit>> = {
    reel: one,
    carousel: { min: 2, max: several, shape: null },
    story: one,
    image: { min: 1, max: several, shape: null },
    video: one,
    text: any,
    article: any,
    event: { ...any, min: 0 },
    live: { ...any, min: 0 },
  }
  const formats = Object.keys(plain) as PostFormat[]
  return Object.fromEntries(formats.map((format) => [format, { ...plain[format], ...changed[format] }])) as Readonly<
    Record<PostFormat, MediaLimit>
  >
}

const NOTHING_KNOWN: Omit<NetworkLimits, keyof LimitSource> = {
  text: null,
  textByFormat: {},
  title: null,
  hashtagsMax: null,
  isHashtagsMaxStrict: false,
  mentionsMax: null,
  media: media(null),
  takesAltText: false,
  altTextMax: null,
}

function entry(
  source: string | null,
  basis: LimitSource['basis'],
  known: Partial<Omit<NetworkLimits, keyof LimitSource>>,
): NetworkLimits {
  return { ...NOTHING_KNOWN, source, basis, checkedOn: CHECKED_ON, ...known }
}

/** "Must be within a 4:5 to 1.91:1 range." */
const INSTAGRAM_FEED = { min: 4 / 5, max: 1.91 }
const INSTAGRAM_REEL = { min: 0.01, max: 10 }

const TABLE: Readonly<Record<Network, NetworkLimits>> = {
  // Five hashtags: announced in December 2025 and on the help page since; the interface for programs still says 30. Twenty files are
  // what the app takes, ten what programs may send.
  instagram: entry(
    'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media',
    'network',
    {
      text: text(2_200, 'code-units'),
      hashtagsMax: 5,
      isHashtagsMaxStrict: true,
      mentionsMax: 20,
      media: media(20, {
        needsMedia: true,
        image: { max: 1, shape: INSTAGRAM_FEED },
        carousel: { shape: INSTAGRAM_FEED },
        reel: { shape: INSTAGRAM_REEL },
        video: { shape: INSTAGRAM_REEL },
      }),
      takesAltText: true,
      altTextMax: 1_000,
    },
  ),
  // Announced by Facebook in 2011 and reported since; its documentation names no number.
  facebook: entry(
    'https://www.digitaltrends.com/mobile/facebook-increases-limit-for-status-updates-to-63206-characters/',
    'others',
    { text: text(63_206, 'code-units'), takesAltText: true },
  ),
  // The page documents the pictures; 3,000 characters are what publishing services state (ayrshare.com/docs), the alternative text likewise.
  linkedin: entry(
    'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api',
    'network',
    { text: text(3_000, 'code-units'), media: media(20), takesAltText: true, altTextMax: 4_086 },
  ),
  // Captions of videos 2,200, of photo posts 4,000 UTF-16 code units; up to 35 photos.
  tiktok: entry('https://developers.tiktok.com/doc/content-posting-api-reference-photo-post', 'network', {
    text: text(2_200, 'code-units'),
    textByFormat: { image: text(4_000, 'code-units'), carousel: text(4_000, 'code-units') },
    media: media(35, { needsMedia: true, carousel: { min: 1 } }),
  }),
  // The text is the description: 5,000 bytes, not characters.
  youtube: entry('https://developers.google.com/youtube/v3/docs/videos', 'network', {
    text: text(5_000, 'bytes'),
    title: { max: 100, unit: 'code-units', isRequired: true },
  }),
  // 280 for accounts that do not pay.
  x: entry('https://docs.x.com/fundamentals/counting-characters', 'network', {
    text: text(280, 'x-weighted'),
    media: media(4),
    takesAltText: true,
    altTextMax: 1_000,
  }),
  // Publishing services state 500 (ayrshare.com/docs); some accounts may write 800.
  pinterest: entry('https://www.ayrshare.com/docs/apis/post/social-networks/pinterest.md', 'others', {
    text: text(500, 'code-units'),
    title: { max: 100, unit: 'code-units', isRequired: false },
    media: media(5, { needsMedia: true, image: { max: 1 } }),
    takesAltText: true,
    altTextMax: 500,
  }),
  // One hashtag becomes the topic of a post; further ones stay plain text.
  threads: entry('https://developers.facebook.com/documentation/threads/posts', 'network', {
    text: text(500, 'threads'),
    hashtagsMax: 1,
    media: media(20),
    takesAltText: true,
    altTextMax: 1_000,
  }),
  xing: entry(null, 'none', {}),
  // Of a server with the usual settings.
  mastodon: entry('https://docs.joinmastodon.org/user/posting/', 'network', {
    text: text(500, 'mastodon'),
    media: media(4),
    takesAltText: true,
    altTextMax: 1_500,
  }),
  // Lexicons app.bsky.feed.post and app.bsky.embed.images; the alternative text is limited by the app.
  bluesky: entry('https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json', 'network', {
    text: text(300, 'graphemes', { maxBytes: 3_000 }),
    media: media(4),
    takesAltText: true,
    altTextMax: 2_000,
  }),
  snapchat: entry(null, 'none', { media: media(null, { needsMedia: true }) }),
  // The page states the title's length; 40,000 for the text and 20 pictures are what others state.
  reddit: entry('https://www.reddit.com/dev/api#POST_api_submit', 'network', {
    text: text(40_000, 'code-units'),
    title: { max: 300, unit: 'code-units', isRequired: true },
    media: media(20),
  }),
  // Of its interface for companies; a text with a picture is that picture's caption.
  whatsapp: entry(
    'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages/',
    'network',
    { text: text(4_096, 'code-units', { maxWithMedia: 1_024 }) },
  ),
  telegram: entry('https://core.telegram.org/bots/api#sendmessage', 'network', {
    text: text(4_096, 'code-units', { maxWithMedia: 1_024 }),
    media: media(10),
  }),
  other: entry(null, 'none', {}),
}

/**
 * What a network takes, with what a channel sets instead. A text length of one's own holds for every format, with media or without.
 * Throws RangeError for an override that is no whole number within {@link OVERRIDE_BOUNDS}.
 */
export function limitsOf(network: Network, overrides: LimitOverrides | null = null): NetworkLimits {
  const limits = TABLE[network]
  if (overrides === null) return limits
  for (const key of Object.keys(OVERRIDE_BOUNDS) as (keyof LimitOverrides)[]) assertInBounds(key, overrides[key])
  const { textMax, titleMax, mediaMax } = overrides
  return {
    ...limits,
    ...(textMax === undefined ? {} : { text: ownText(limits.text, textMax), textByFormat: {} }),
    title: limits.title && titleMax !== undefined ? { ...limits.title, max: titleMax } : limits.title,
    media: mediaMax === undefined ? limits.media : ownMedia(limits.media, mediaMax),
    hashtagsMax: overrides.hashtagsMax === undefined ? limits.hashtagsMax : overrides.hashtagsMax,
    mentionsMax: overrides.mentionsMax === undefined ? limits.mentionsMax : overrides.mentionsMax,
    altTextMax: overrides.altTextMax === undefined ? limits.altTextMax : overrides.altTextMax,
  }
}

function assertInBounds(key: keyof LimitOverrides, value: number | null | undefined): void {
  if (value === undefined || value === null) return
  const { min, max } = OVERRIDE_BOUNDS[key]
  if (!Number.isInteger(value) || value < min || value > max) throw new RangeError(`${key}: ${value}`)
}

function ownText(limit: TextLimit | null, max: number | null): TextLimit | null {
  return max === null ? null : text(max, limit?.unit ?? 'code-units')
}

function ownMedia(limits: NetworkLimits['media'], max: number | null): NetworkLimits['media'] {
  const formats = Object.entries(limits) as [PostFormat, MediaLimit][]
  return Object.fromEntries(
    formats.map(([format, limit]) => [format, limit.max === 1 ? limit : { ...limit, max }]),
  ) as NetworkLimits['media']
}

/** The limit of a text of a format; null where none is known. */
export function textLimitOf(
  limits: NetworkLimits,
  format: PostFormat,
  hasMedia: boolean,
): { readonly max: number; readonly unit: TextUnit } | null {
  const limit = limits.textByFormat[format] ?? limits.text
  return limit && { max: hasMedia ? (limit.maxWithMedia ?? limit.max) : limit.max, unit: limit.unit }
}

/** What the addresses of the networks say: the kind of a conversation, who wrote it, below which post. As their web pages address them in 2026. */
import type { ConversationKind } from './conversation.ts'
import type { Network } from './network.ts'
import { plainAddress, type WebAddress } from './web-address.ts'

export interface ConversationPlace {
  readonly network: Network
  /** Null: the address does not say. */
  readonly kind: ConversationKind | null
  /** Who wrote what it leads to, without "@"; null where it names nobody, or only whose post was commented. */
  readonly handle: string | null
  /** The same for all addresses of one post; null: no post. */
  readonly postUrlKey: string | null
}

type PlaceOf = Omit<ConversationPlace, 'network'>
interface Site {
  readonly network: Network
  /** Domains; their subdomains belong to them. */
  readonly hosts: RegExp
  read(address: WebAddress): PlaceOf
}

const NOWHERE: PlaceOf = { kind: null, handle: null, postUrlKey: null }
const MESSAGE: PlaceOf = { ...NOWHERE, kind: 'message' }
const REVIEW: PlaceOf = { ...NOWHERE, kind: 'review' }
const commentOn = (postUrlKey: string): PlaceOf => ({ ...NOWHERE, kind: 'comment', postUrlKey })
const mentionBy = (name: string | undefined, postUrlKey: string): PlaceOf => {
  return { kind: 'mention', handle: handleOf(name), postUrlKey }
}
const profileOf = (name: string | undefined): PlaceOf => ({ ...NOWHERE, handle: handleOf(name) })

const HANDLE = /^[\p{L}\p{N}_](?:[\p{L}\p{N}._:@-]{0,198}[\p{L}\p{N}_-])?$/u

/** A name as networks allow them, without "@"; null for anything else. */
export function handleOf(name: string | undefined): string | null {
  const bare = name?.replace(/^@/, '') ?? ''
  return HANDLE.test(bare) ? bare : null
}

const DIGITS = /^\d+$/
const ID = /^[\w-]+$/

const INSTAGRAM_PAGES = /^(?:explore|accounts|about|direct|stories|reels?|p|tv|web|developer|legal|ar|c|s)$/

function instagram({ path }: WebAddress): PlaceOf {
  const [first = '', second, third] = path
  if (first === 'direct') return MESSAGE
  if (first === 'stories' && second !== undefined && second !== 'highlights') {
    return mentionBy(second, `instagram.com/stories/${[second, third].filter(Boolean).join('/')}`)
  }
  // One post has the same code as /p/, /reel/ and behind the name of its account.
  const at = path.findIndex((part) => /^(?:p|reels?|tv)$/.test(part))
  const code = path[at + 1]
  if (at >= 0 && at <= 1 && code !== undefined && ID.test(code)) return commentOn(`instagram.com/p/${code}`)
  return first === '' || INSTAGRAM_PAGES.test(first) ? NOWHERE : profileOf(first)
}

const FACEBOOK_PAGES =
  /^(?:watch|reel|groups|events|marketplace|gaming|photo(?:\.php)?|permalink\.php|story\.php|share|sharer|pages|pg|people|hashtag|help|login|settings|notifications|l\.php|latest|business|ads|stories|policies|.*\.php)$/

function facebook({ host, path, parameters }: WebAddress): PlaceOf {
  const [first = '', second, third] = path
  if (host.endsWith('messenger.com') || first === 'messages') return MESSAGE
  if (host === 'm.me') return { ...MESSAGE, handle: handleOf(first) }
  if (first === 'latest' || path.includes('inbox')) return MESSAGE
  if (path.includes('reviews')) return REVIEW
  if (host === 'fb.watch' && first !== '') return commentOn(`fb.watch/${first}`)
  const story = parameters.get('story_fbid')
  if (story !== undefined) return commentOn(`facebook.com/posts/${story}`)
  const photo = parameters.get('fbid')
  if (photo !== undefined) return commentOn(`facebook.com/photos/${photo}`)
  const video = first === 'watch' ? parameters.get('v') : first === 'reel' ? second : undefined
  if (video !== undefined) return commentOn(`facebook.com/videos/${video}`)
  if (first === 'share' && second !== undefined) return commentOn(['facebook.com', ...path].join('/'))
  const at = path.findIndex((part) => /^(?:posts|permalink|videos|photos)$/.test(part))
  // Words of the text may stand before the number, for photos the number of their album does.
  const id = path.slice(at + 1).findLast((part) => /^(?:\d+|pfbid\w+)$/.test(part))
  if (at > 0 && id !== undefined) {
    return commentOn(`facebook.com/${path[at] === 'permalink' ? 'posts' : path[at]}/${id}`)
  }
  if (first === 'profile.php') return profileOf(parameters.get('id'))
  if (first === 'people') return profileOf(third)
  return first === '' || FACEBOOK_PAGES.test(first) ? NOWHERE : profileOf(first)
}

function linkedin({ path }: WebAddress): PlaceOf {
  const [first = '', second = ''] = path
  if (first === 'messaging') return MESSAGE
  const urn = path.map((part) => /^urn:li:(activity|share|ugcPost):(\d+)$/.exec(part)).find((match) => match !== null)
  const slug = first === 'posts' ? /-(activity|share|ugcPost)-(\d+)(?:-[\w-]{1,8})?$/.exec(second) : null
  const post = urn ?? slug
  if (post) return commentOn(`linkedin.com/${post[1]}/${post[2]}`)
  if (first === 'pulse' && second !== '') return commentOn(`linkedin.com/pulse/${second}`)
  return /^(?:in|company|school|showcase)$/.test(first) ? profileOf(second) : NOWHERE
}

function tiktok({ host, path }: WebAddress): PlaceOf {
  const [first = '', second, third] = path
  if (first === 'messages' || first === 'inbox') return MESSAGE
  if (first.startsWith('@')) {
    const isPost = (second === 'video' || second === 'photo') && third !== undefined && DIGITS.test(third)
    return isPost ? commentOn(`tiktok.com/video/${third}`) : profileOf(first)
  }
  // Short ones do not say which post they lead to, but stay the same.
  if (host !== 'tiktok.com' && ID.test(first)) return commentOn(`${host}/${first}`)
  return first === 't' && second !== undefined ? commentOn(`tiktok.com/t/${second}`) : NOWHERE
}

function youtube({ host, path, parameters }: WebAddress): PlaceOf {
  const [first = '', second] = path
  const watched = first === 'watch' ? parameters.get('v') : host === 'youtu.be' ? first : undefined
  const isVideo = /^(?:shorts|live|embed|v|video)$/.test(first)
  const video = watched ?? (isVideo ? second : undefined)
  if (video !== undefined && ID.test(video)) return commentOn(`youtube.com/watch?v=${video}`)
  if (first === 'post' && second !== undefined) return commentOn(`youtube.com/post/${second}`)
  if (host.startsWith('studio.')) return path.includes('comments') ? { ...NOWHERE, kind: 'comment' } : NOWHERE
  if (first.startsWith('@')) return profileOf(first)
  return /^(?:c|user|channel)$/.test(first) ? profileOf(second) : NOWHERE
}

const X_PAGES =
  /^(?:home|explore|search|notifications|i|messages|settings|hashtag|intent|share|compose|login|tos|privacy)$/

function x({ host, path }: WebAddress): PlaceOf {
  const [first = '', second] = path
  if (host === 't.co') return NOWHERE
  if (first === 'messages' || (first === 'i' && second === 'chat')) return MESSAGE
  const at = path.findIndex((part) => part === 'status' || part === 'statuses')
  const id = path[at + 1]
  if (at > 0 && id !== undefined && DIGITS.test(id)) {
    return mentionBy(X_PAGES.test(first) ? undefined : first, `x.com/status/${id}`)
  }
  return first === '' || X_PAGES.test(first) ? NOWHERE : profileOf(first)
}

function pinterest({ host, path }: WebAddress): PlaceOf {
  const [first = '', second = ''] = path
  const pin = first === 'pin' ? /^(?:.*--)?(\d+)$/.exec(second)?.[1] : undefined
  if (pin !== undefined) return commentOn(`pinterest.com/pin/${pin}`)
  if (host === 'pin.it' && first !== '') return commentOn(`pin.it/${first}`)
  const isProfile = first !== '' && !/^(?:pin|ideas|search|today|settings|business|_.*)$/.test(first)
  return isProfile ? profileOf(first) : NOWHERE
}

function threads({ path }: WebAddress): PlaceOf {
  const [first = '', second, third] = path
  if (first === 't' && second !== undefined) return mentionBy(undefined, `threads.com/post/${second}`)
  if (!first.startsWith('@')) return NOWHERE
  return second === 'post' && third !== undefined ? mentionBy(first, `threads.com/post/${third}`) : profileOf(first)
}

function xing({ path }: WebAddress): PlaceOf {
  const [first = '', second = ''] = path
  if (first === 'chats' || first === 'messages' || (first === 'app' && second === 'messages')) return MESSAGE
  if (first === 'profile') return profileOf(second)
  const isPost = path.length > 2 && (first === 'communities' || first === 'discover' || first === 'pages')
  return isPost ? commentOn(['xing.com', ...path].join('/')) : NOWHERE
}

function bluesky({ path }: WebAddress): PlaceOf {
  const [first = '', name, third, post] = path
  if (first === 'messages') return MESSAGE
  if (first !== 'profile' || name === undefined) return NOWHERE
  return third === 'post' && post !== undefined ? mentionBy(name, `bsky.app/${name}/${post}`) : profileOf(name)
}

function snapchat({ host, path }: WebAddress): PlaceOf {
  const [first = '', second] = path
  if (host.startsWith('web.') || first === 'web') return MESSAGE
  if (first.startsWith('@')) return profileOf(first)
  return first === 'add' ? profileOf(second) : NOWHERE
}

function reddit({ host, path }: WebAddress): PlaceOf {
  const [first = '', second] = path
  if (first === 'message' || first === 'chat' || host.startsWith('chat.')) return MESSAGE
  if (host === 'redd.it' && ID.test(first)) return mentionBy(undefined, `reddit.com/comments/${first}`)
  const at = path.indexOf('comments')
  const id = path[at + 1]
  if (at >= 0 && id !== undefined && ID.test(id)) {
    const key = `reddit.com/comments/${id}`
    return path[at + 3] === undefined ? mentionBy(undefined, key) : commentOn(key)
  }
  return first === 'user' || first === 'u' ? profileOf(second) : NOWHERE
}

function whatsapp({ host, path, parameters }: WebAddress): PlaceOf {
  const [first = ''] = path
  const isChat = host === 'wa.me' || host === 'web.whatsapp.com' || host === 'api.whatsapp.com'
  const number = host === 'wa.me' ? first.replace(/^\+/, '') : (parameters.get('phone')?.trim() ?? '')
  if (!isChat) return NOWHERE
  return DIGITS.test(number) ? { ...MESSAGE, handle: `+${number}` } : MESSAGE
}

function telegram({ host, path }: WebAddress): PlaceOf {
  if (host === 'web.telegram.org') return MESSAGE
  if (host === 'telegram.org') return NOWHERE
  const [first = '', second, third] = path[0] === 's' ? path.slice(1) : path
  if (first === 'c' && second !== undefined && third !== undefined) return commentOn(`t.me/c/${second}/${third}`)
  if (second !== undefined && DIGITS.test(second)) return commentOn(`t.me/${first}/${second}`)
  return second === undefined && !first.startsWith('+') ? profileOf(first) : NOWHERE
}

/** The end of a host: the domain itself or a subdomain of it. */
const site = (...domains: string[]) => new RegExp(`(?:^|\\.)(?:${domains.join('|').replaceAll('.', '\\.')})$`)

const SITES: readonly Site[] = [
  { network: 'instagram', hosts: site('instagram.com', 'instagr.am', 'ig.me'), read: instagram },
  { network: 'facebook', hosts: site('facebook.com', 'fb.com', 'fb.watch', 'm.me', 'messenger.com'), read: facebook },
  { network: 'linkedin', hosts: site('linkedin.com', 'lnkd.in'), read: linkedin },
  { network: 'tiktok', hosts: site('tiktok.com'), read: tiktok },
  { network: 'youtube', hosts: site('youtube.com', 'youtu.be', 'youtube-nocookie.com'), read: youtube },
  { network: 'x', hosts: site('x.com', 'twitter.com', 't.co'), read: x },
  { network: 'pinterest', hosts: /(?:^|\.)(?:pin\.it|pinterest\.(?:com?\.)?[a-z]{2,3})$/, read: pinterest },
  { network: 'threads', hosts: site('threads.net', 'threads.com'), read: threads },
  { network: 'xing', hosts: site('xing.com'), read: xing },
  { network: 'bluesky', hosts: site('bsky.app'), read: bluesky },
  { network: 'snapchat', hosts: site('snapchat.com'), read: snapchat },
  { network: 'reddit', hosts: site('reddit.com', 'redd.it'), read: reddit },
  { network: 'whatsapp', hosts: site('whatsapp.com', 'wa.me'), read: whatsapp },
  { network: 'telegram', hosts: site('t.me', 'telegram.me', 'telegram.org'), read: telegram },
  { network: 'other', hosts: site('trustpilot.com', 'kununu.com', 'provenexpert.com', 'g.page'), read: () => REVIEW },
  { network: 'other', hosts: site('maps.app.goo.gl', 'business.google.com'), read: () => REVIEW },
]

const GOOGLE = /^(?:maps\.|search\.)?google\.(?:com?\.)?[a-z]{2,3}$/

/** Google Maps, the reviews of a search, and what one is asked to write a review by. */
function isGoogleReview({ host, path, parameters, fragment }: WebAddress): boolean {
  if (host === 'goo.gl') return path[0] === 'maps'
  if (!GOOGLE.test(host)) return false
  return (
    host.startsWith('maps.') ||
    path[0] === 'maps' ||
    path[0] === 'local' ||
    /(?:^|[#&])lrd=/.test(fragment) ||
    parameters.has('lrd')
  )
}

/** Words in the hosts of servers of Mastodon; any server is recognised by the addresses of its posts. */
const MASTODON_HOST = /(?:^|\.)(?:mastodon|mstdn|mas|social|toot|troet|fosstodon|chaos)(?:\.|$)|\.social$/

/** "/@user/123…", "/users/user/statuses/123…"; on servers named like one, profiles as well. Names of other servers carry them. */
function mastodon({ host, path }: WebAddress): ConversationPlace | null {
  const [first = '', second, third, fourth] = path
  const isOld = first === 'users' && second !== undefined
  const name = isOld ? second : first.startsWith('@') ? first.slice(1) : undefined
  const post = isOld ? (third === 'statuses' ? fourth : undefined) : second
  if (name === undefined) return null
  const handle = handleOf(name.includes('@') ? name : `${name}@${host}`)
  if (post !== undefined && /^\d{10,}$/.test(post)) {
    return { network: 'mastodon', kind: 'mention', handle, postUrlKey: `${host}/${post}` }
  }
  return MASTODON_HOST.test(host) ? { network: 'mastodon', ...NOWHERE, handle } : null
}

/** Where an address leads to; null for hosts that are not known. Never throws. */
export function placeOf(address: WebAddress): ConversationPlace | null {
  const found = SITES.find(({ hosts }) => hosts.test(address.host))
  if (found) return { network: found.network, ...found.read(address) }
  if (isGoogleReview(address)) return { network: 'other', ...REVIEW }
  return mastodon(address)
}

/**
 * What all addresses of one post have in common: a post is found by comparing the keys of its own address and of the one that was pasted.
 * For hosts that are not known the address itself, without what only tracks; null for addresses that are none of a post.
 */
export function postUrlKeyOf(address: WebAddress): string | null {
  const place = placeOf(address)
  return place ? place.postUrlKey : plainAddress(address)
}

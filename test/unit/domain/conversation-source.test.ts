import { describe, expect, test } from 'vitest'
import { postUrlKeyOf } from '../../../shared/domain/conversation-place.ts'
import { nameAbove, recogniseSource, withoutLine } from '../../../shared/domain/conversation-source.ts'
import { readWebAddress } from '../../../shared/domain/web-address.ts'

/** "instagram comment – instagram.com/p/C1": network, kind, handle, post. */
function said(pasted: string): string {
  const { network, kind, handle, postUrlKey } = recogniseSource(pasted)
  return [network ?? '–', kind ?? '–', handle ?? '–', postUrlKey ?? '–'].join(' ')
}

describe('addresses of the networks', () => {
  test.each([
    // Instagram
    ['https://www.instagram.com/p/DCxY_12-a/', 'instagram comment – instagram.com/p/DCxY_12-a'],
    ['https://instagram.com/reel/DCxY_12-a/?igsh=abc', 'instagram comment – instagram.com/p/DCxY_12-a'],
    ['https://www.instagram.com/roesterei.nordlicht/p/DCxY_12-a/', 'instagram comment – instagram.com/p/DCxY_12-a'],
    ['https://www.instagram.com/p/DCxY_12-a/c/1799/', 'instagram comment – instagram.com/p/DCxY_12-a'],
    ['https://www.instagram.com/stories/anna.k/3345/', 'instagram mention anna.k instagram.com/stories/anna.k/3345'],
    ['https://www.instagram.com/direct/t/1784/', 'instagram message – –'],
    ['https://www.instagram.com/anna.k_', 'instagram – anna.k_ –'],
    ['https://www.instagram.com/explore/tags/kaffee/', 'instagram – – –'],
    // Facebook
    [
      'https://www.facebook.com/nordlicht/posts/pfbid02Abc?comment_id=77',
      'facebook comment – facebook.com/posts/pfbid02Abc',
    ],
    ['https://m.facebook.com/story.php?story_fbid=123&id=456', 'facebook comment – facebook.com/posts/123'],
    ['https://www.facebook.com/permalink.php?story_fbid=123&id=456', 'facebook comment – facebook.com/posts/123'],
    ['https://www.facebook.com/groups/77/permalink/123/', 'facebook comment – facebook.com/posts/123'],
    ['https://www.facebook.com/nordlicht/videos/neue-roestung/987/', 'facebook comment – facebook.com/videos/987'],
    ['https://www.facebook.com/watch/?v=987', 'facebook comment – facebook.com/videos/987'],
    ['https://www.facebook.com/reel/987', 'facebook comment – facebook.com/videos/987'],
    ['https://www.facebook.com/nordlicht/photos/a.12/345', 'facebook comment – facebook.com/photos/345'],
    ['https://www.facebook.com/photo/?fbid=345&set=a.12', 'facebook comment – facebook.com/photos/345'],
    ['https://www.facebook.com/share/p/1AbC/', 'facebook comment – facebook.com/share/p/1AbC'],
    ['https://fb.watch/xYz1/', 'facebook comment – fb.watch/xYz1'],
    ['https://www.facebook.com/nordlicht/reviews', 'facebook review – –'],
    ['https://www.messenger.com/t/100', 'facebook message – –'],
    ['https://m.me/anna.k', 'facebook message anna.k –'],
    ['https://business.facebook.com/latest/inbox/all?asset_id=1', 'facebook message – –'],
    ['https://www.facebook.com/anna.k', 'facebook – anna.k –'],
    ['https://www.facebook.com/profile.php?id=1000', 'facebook – 1000 –'],
    ['https://www.facebook.com/help/1', 'facebook – – –'],
    // LinkedIn
    ['https://www.linkedin.com/feed/update/urn:li:activity:7123/', 'linkedin comment – linkedin.com/activity/7123'],
    [
      'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7123',
      'linkedin comment – linkedin.com/activity/7123',
    ],
    [
      'https://de.linkedin.com/posts/nordlicht_kaffee-activity-7123-aBcD?trk=x',
      'linkedin comment – linkedin.com/activity/7123',
    ],
    ['https://www.linkedin.com/pulse/wie-wir-roesten/', 'linkedin comment – linkedin.com/pulse/wie-wir-roesten'],
    ['https://www.linkedin.com/messaging/thread/2-abc/', 'linkedin message – –'],
    ['https://www.linkedin.com/in/anna-k-123/', 'linkedin – anna-k-123 –'],
    // TikTok
    ['https://www.tiktok.com/@nordlicht/video/7301?is_from_webapp=1', 'tiktok comment – tiktok.com/video/7301'],
    ['https://www.tiktok.com/@nordlicht/photo/7301', 'tiktok comment – tiktok.com/video/7301'],
    ['https://vm.tiktok.com/ZGe12/', 'tiktok comment – vm.tiktok.com/ZGe12'],
    ['https://www.tiktok.com/messages', 'tiktok message – –'],
    ['https://www.tiktok.com/@anna.k', 'tiktok – anna.k –'],
    // YouTube
    ['https://www.youtube.com/watch?v=dQ_w4-X&lc=Ugz', 'youtube comment – youtube.com/watch?v=dQ_w4-X'],
    ['https://youtu.be/dQ_w4-X?si=abc', 'youtube comment – youtube.com/watch?v=dQ_w4-X'],
    ['https://m.youtube.com/shorts/dQ_w4-X', 'youtube comment – youtube.com/watch?v=dQ_w4-X'],
    ['https://studio.youtube.com/video/dQ_w4-X/comments', 'youtube comment – youtube.com/watch?v=dQ_w4-X'],
    ['https://www.youtube.com/post/Ugkx1', 'youtube comment – youtube.com/post/Ugkx1'],
    ['https://www.youtube.com/@anna-k', 'youtube – anna-k –'],
    // X
    ['https://x.com/anna_k/status/1850?s=20', 'x mention anna_k x.com/status/1850'],
    ['https://mobile.twitter.com/anna_k/status/1850/photo/1', 'x mention anna_k x.com/status/1850'],
    ['https://x.com/i/web/status/1850', 'x mention – x.com/status/1850'],
    ['https://x.com/messages/1-2', 'x message – –'],
    ['https://twitter.com/anna_k', 'x – anna_k –'],
    ['https://t.co/aBc', 'x – – –'],
    // Pinterest
    ['https://www.pinterest.de/pin/kaffee-roesten--412/', 'pinterest comment – pinterest.com/pin/412'],
    ['https://www.pinterest.co.uk/pin/412/', 'pinterest comment – pinterest.com/pin/412'],
    ['https://pin.it/1aBc', 'pinterest comment – pin.it/1aBc'],
    ['https://de.pinterest.com/annak/', 'pinterest – annak –'],
    // Threads, Bluesky, Mastodon
    ['https://www.threads.net/@anna.k/post/C8x', 'threads mention anna.k threads.com/post/C8x'],
    ['https://www.threads.com/@anna.k', 'threads – anna.k –'],
    [
      'https://bsky.app/profile/anna.bsky.social/post/3kx',
      'bluesky mention anna.bsky.social bsky.app/anna.bsky.social/3kx',
    ],
    ['https://bsky.app/profile/did:plc:ab12', 'bluesky – did:plc:ab12 –'],
    ['https://bsky.app/messages/3kx', 'bluesky message – –'],
    [
      'https://mastodon.social/@anna/113500000000000000',
      'mastodon mention anna@mastodon.social mastodon.social/113500000000000000',
    ],
    [
      'https://norden.example/@anna/113500000000000000',
      'mastodon mention anna@norden.example norden.example/113500000000000000',
    ],
    [
      'https://troet.cafe/@anna@norden.example/1135000000',
      'mastodon mention anna@norden.example troet.cafe/1135000000',
    ],
    [
      'https://norden.example/users/anna/statuses/1135000000',
      'mastodon mention anna@norden.example norden.example/1135000000',
    ],
    ['https://mastodon.social/@anna', 'mastodon – anna@mastodon.social –'],
    // the others
    ['https://www.xing.com/profile/Anna_K', 'xing – Anna_K –'],
    [
      'https://www.xing.com/communities/posts/kaffee-im-buero-123',
      'xing comment – xing.com/communities/posts/kaffee-im-buero-123',
    ],
    ['https://www.snapchat.com/add/annak', 'snapchat – annak –'],
    ['https://web.snapchat.com/abc', 'snapchat message – –'],
    ['https://old.reddit.com/r/Kaffee/comments/1abc/frage/', 'reddit mention – reddit.com/comments/1abc'],
    ['https://www.reddit.com/r/Kaffee/comments/1abc/frage/k9z/', 'reddit comment – reddit.com/comments/1abc'],
    ['https://redd.it/1abc', 'reddit mention – reddit.com/comments/1abc'],
    ['https://www.reddit.com/user/anna_k/', 'reddit – anna_k –'],
    ['https://wa.me/491701234567', 'whatsapp message +491701234567 –'],
    ['https://api.whatsapp.com/send?phone=%2B491701234567', 'whatsapp message – –'],
    ['https://web.whatsapp.com/', 'whatsapp message – –'],
    ['https://t.me/nordlicht/12?comment=3', 'telegram comment – t.me/nordlicht/12'],
    ['https://t.me/annak', 'telegram – annak –'],
    ['https://web.telegram.org/k/#@annak', 'telegram message – –'],
  ])('%s', (url, expected) => {
    expect(said(url)).toBe(expected)
  })

  test.each([
    'https://www.google.com/maps/place/Nordlicht/@53.5,10',
    'https://maps.app.goo.gl/aBc1',
    'https://g.page/r/CabC/review',
    'https://search.google.com/local/reviews?placeid=x',
    'https://www.google.de/search?q=nordlicht#lrd=0x1:0x2,1,,,',
    'https://de.trustpilot.com/reviews/65ab',
    'https://www.kununu.com/de/nordlicht/kommentare',
  ])('a site for reviews: %s', (url) => {
    expect(said(url)).toBe('other review – –')
  })

  test.each([
    ['https://blog.example/beitrag/?utm_source=x&seite=2&fbclid=1', 'blog.example/beitrag?seite=2'],
    ['https://medium.com/@anna/kaffee-12ab', 'medium.com/@anna/kaffee-12ab'],
    ['https://netflix.com/title/1', 'netflix.com/title/1'],
    ['https://instagram.com.example/p/1', 'instagram.com.example/p/1'],
    ['https://www.google.com/search?q=nordlicht', 'google.com/search?q=nordlicht'],
    ['https://kaffee-rösterei.example/ü', 'xn--kaffee-rsterei-2pb.example/ü'],
  ])('the address of an unknown host is kept: %s', (url, key) => {
    const source = recogniseSource(url)
    expect(source).toMatchObject({ network: null, kind: null, handle: null, postUrlKey: key, text: '' })
    expect(source.url).toBe(new URL(url).href)
  })

  test('the host that opens is the one that counts', () => {
    const { url, network } = recogniseSource('https://www.instagram.com@betrug.example/p/1')
    expect({ url, network }).toEqual({ url: 'https://betrug.example/p/1', network: null })
  })
})

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT://instagram.com/p/1',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'ftp://instagram.com/p/1',
  'mailto:anna@instagram.com',
  'https://',
  'https://javascript:alert(1)',
  'http://[::1',
  'instagram',
  'blog.example/beitrag',
  `https://instagram.com/p/${'a'.repeat(2000)}`,
])('no address: %.60s', (pasted) => {
  expect(recogniseSource(pasted)).toEqual({
    url: null,
    network: null,
    kind: null,
    handle: null,
    postUrlKey: null,
    text: pasted,
    stars: null,
  })
})

describe('the text around the address', () => {
  test('a line that is only the address goes, the others stay as they are', () => {
    const source = recogniseSource('\nWo bleibt mein Kaffee?\r\n  https://x.com/anna_k/status/1850 \r\n\r\nGrüße\n')
    expect(source.text).toBe('Wo bleibt mein Kaffee?\n\nGrüße')
    expect(source.url).toBe('https://x.com/anna_k/status/1850')
  })

  test('an address in a sentence stays there, and the sentence does not belong to it', () => {
    const text = 'Siehe (https://x.com/anna_k/status/1850), bitte.'
    expect(recogniseSource(text)).toMatchObject({ url: 'https://x.com/anna_k/status/1850', text })
  })

  test('a bracket that was opened in the address belongs to it', () => {
    expect(recogniseSource('https://blog.example/Kaffee_(Getränk)').url).toBe(
      'https://blog.example/Kaffee_(Getr%C3%A4nk)',
    )
  })

  test('of several addresses the first one of a network counts', () => {
    const pasted = 'https://shop.example/kaffee\nhttps://x.com/anna_k/status/1\nhttps://x.com/anna_k/status/2'
    const source = recogniseSource(pasted)
    expect(source.url).toBe('https://x.com/anna_k/status/1')
    expect(source.text).toBe('https://shop.example/kaffee\nhttps://x.com/anna_k/status/2')
  })

  test('without https:// a line is an address of a network, in angle brackets as well', () => {
    expect(recogniseSource('instagram.com/p/abc')).toMatchObject({ url: 'https://instagram.com/p/abc', text: '' })
    expect(recogniseSource('<https://instagram.com/p/abc>')).toMatchObject({ network: 'instagram', text: '' })
    expect(recogniseSource('www.instagram.com/p/abc').postUrlKey).toBe('instagram.com/p/abc')
  })

  test('markup is text', () => {
    const text = '<script>alert(1)</script> <img src=x onerror=alert(1)>'
    expect(recogniseSource(text)).toMatchObject({ text, url: null })
  })
})

describe('who wrote it', () => {
  test.each([
    ['@anna.k: Wo bleibt mein Kaffee?', 'anna.k'],
    ['@anna.k\nWo bleibt mein Kaffee?', 'anna.k'],
    ['https://www.instagram.com/p/abc\n@anna.k:\nWo bleibt er?', 'anna.k'],
    ['@anna@norden.example: Moin', 'anna@norden.example'],
    ['@tom: hallo\nhttps://x.com/anna_k/status/1850', 'tom'],
  ])('a name at the beginning: %j', (pasted, handle) => {
    expect(recogniseSource(pasted).handle).toBe(handle)
  })

  test.each([
    '@nordlicht wann gibt es das wieder?',
    'Anna K. schreibt: hallo',
    'Danke @anna.k: schön',
    '@: hallo',
    '@.. hallo',
  ])('nobody: %j', (pasted) => {
    expect(recogniseSource(pasted).handle).toBeNull()
  })
})

describe('stars', () => {
  test.each([
    ['★☆☆☆☆ Nie wieder', 1],
    ['★★★★★', 5],
    ['⭐⭐⭐', 3],
    ['⭐️⭐️⭐️⭐️ Gern wieder', 4],
    ['★\nKalt', 1],
    ['1/5', 1],
    ['Note 4 / 5.', 4],
    ['3.0/5', 3],
    ['2 von 5 Sternen', 2],
    ['zwei von fünf Sternen', 2],
    ['4 out of 5', 4],
    ['2 Sterne', 2],
    ['Leider nur einen Stern!', 1],
    ['4 stars from me', 4],
    ['a 1-star experience', 1],
    ['5-Sterne-Service', 5],
    ['5 Sterne, wirklich 5 Sterne', 5],
    ['★★☆☆☆ statt 5 Sterne', 2],
  ])('%j: %s', (pasted, stars) => {
    expect(recogniseSource(pasted)).toMatchObject({ stars, kind: 'review' })
  })

  test.each([
    '☆☆☆☆☆',
    '⭐ Neu ⭐ im Laden',
    '★★★★★★★',
    '0 Sterne',
    'keine Sterne',
    '6 Sterne',
    '4,5 Sterne',
    '2-3 Sterne',
    '15 Sterne',
    '4.5/5',
    '24/5',
    '1/5/2026',
    '3 von 5 Paketen fehlen',
    'vorher 5 Sterne, jetzt 2 Sterne',
    'you are a star',
    'Kein Stern',
    'ein Sternekoch',
  ])('none: %j', (pasted) => {
    expect(recogniseSource(pasted)).toMatchObject({ stars: null, kind: null })
  })

  test('they do not turn a comment into a review', () => {
    expect(recogniseSource('https://www.instagram.com/p/abc\n★★★★★')).toMatchObject({ kind: 'comment', stars: 5 })
  })
})

test('posts are found by any of their addresses', () => {
  const key = (url: string) => postUrlKeyOf(readWebAddress(url)!)
  expect(key('https://www.instagram.com/reel/abc/')).toBe(key('https://instagram.com/nordlicht/p/abc?igsh=1'))
  expect(key('https://shop.example/blog/1/?b=2&a=1#oben')).toBe(
    key('http://www.shop.example/blog/1?a=1&b=2&utm_medium=x'),
  )
  expect(key('https://shop.example/blog/1')).not.toBe(key('https://shop.example/blog/2'))
  expect(key('https://www.instagram.com/anna.k')).toBeNull()
})

describe('a name above what was written', () => {
  test.each([
    ['John Miller\nTerrible service, never again!!', 'John Miller'],
    ['  Anna-Lena von Berg \n\nWo bleibt mein Paket', 'Anna-Lena von Berg'],
    ['Seán O’Neil\n2d\nNice', 'Seán O’Neil'],
    ['María José García López\nHola', 'María José García López'],
  ])('%j', (text, name) => {
    expect(nameAbove(text)).toBe(name)
  })

  test.each([
    '',
    'John Miller',
    'John Miller\n \n',
    'John\nHello',
    'Terrible service\nnever again',
    'NIE WIEDER\nSo etwas',
    'Never Again!\nTerrible',
    'Guten Tag,\nwo ist es',
    'Anna Maria Berg Von Hohen\nHallo',
    'Berg von\nHallo',
    'von Berg\nHallo',
    '@anna.k:\nHallo',
    `${'A'.repeat(40)}b ${'C'.repeat(40)}d\nHallo`,
  ])('none: %j', (text) => {
    expect(nameAbove(text)).toBeNull()
  })

  test('is taken out as the line it stands in', () => {
    expect(withoutLine('https://x.com/a\n John Miller\nJohn Miller was here', 'John Miller')).toBe(
      'https://x.com/a\nJohn Miller was here',
    )
    expect(withoutLine('Hallo John Miller', 'John Miller')).toBe('Hallo John Miller')
  })
})

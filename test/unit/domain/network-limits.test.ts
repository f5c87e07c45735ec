import { describe, expect, test } from 'vitest'
import { isDay } from '../../../shared/domain/day.ts'
import { limitsOf, OVERRIDE_BOUNDS, textLimitOf, type LimitOverrides } from '../../../shared/domain/network-limits.ts'
import { NETWORKS, type Network } from '../../../shared/domain/network.ts'
import { POST_FORMATS, type PostFormat } from '../../../shared/domain/post-format.ts'
import {
  checkVariant,
  isPublishable,
  type CheckedMedia,
  type CheckedVariant,
} from '../../../shared/domain/variant-check.ts'

const image = (more: Partial<CheckedMedia> = {}): CheckedMedia => ({
  kind: 'image',
  width: 1080,
  height: 1080,
  altText: 'Eine Tasse',
  ...more,
})
const video: CheckedMedia = { kind: 'video', width: 1080, height: 1920, altText: '' }

function check(
  network: Network,
  format: PostFormat,
  more: Partial<CheckedVariant> & { readonly overrides?: LimitOverrides } = {},
) {
  const { overrides = null, ...rest } = more
  return checkVariant({ network, format, text: 'Hallo', media: [], limits: limitsOf(network, overrides), ...rest })
}

describe('the table', () => {
  test.each(NETWORKS)('%s: every number has a source and can be used', (network) => {
    const limits = limitsOf(network)
    expect(isDay(limits.checkedOn)).toBe(true)
    expect(limits.source === null).toBe(limits.basis === 'none')
    if (limits.basis === 'none') expect([limits.text, limits.title, limits.hashtagsMax]).toEqual([null, null, null])
    for (const format of POST_FORMATS) {
      const { min, max, shape } = limits.media[format]
      expect(min).toBeGreaterThanOrEqual(0)
      expect(max ?? Infinity).toBeGreaterThanOrEqual(Math.max(1, min))
      if (shape) expect(shape.min).toBeLessThan(shape.max)
    }
  })

  test('a channel sets its own numbers, the rest stays', () => {
    const limits = limitsOf('mastodon', { textMax: 5_000, mediaMax: 16, altTextMax: null })
    expect(textLimitOf(limits, 'text', true)).toEqual({ max: 5_000, unit: 'mastodon' })
    expect(limits.media.image.max).toBe(16)
    expect(limits.media.video.max).toBe(1)
    expect(limits.altTextMax).toBeNull()
    expect(limits.source).toBe(limitsOf('mastodon').source)
    expect(limitsOf('x', { textMax: null }).text).toBeNull()
    expect(limitsOf('x', {})).toEqual(limitsOf('x'))
  })

  test('a length of one’s own holds for every format, with media or without', () => {
    expect(textLimitOf(limitsOf('tiktok'), 'reel', true)?.max).toBe(2_200)
    expect(textLimitOf(limitsOf('tiktok'), 'carousel', true)?.max).toBe(4_000)
    expect(textLimitOf(limitsOf('tiktok', { textMax: 100 }), 'carousel', true)?.max).toBe(100)
    expect(textLimitOf(limitsOf('telegram'), 'image', true)?.max).toBe(1_024)
    expect(textLimitOf(limitsOf('telegram'), 'text', false)?.max).toBe(4_096)
    expect(textLimitOf(limitsOf('telegram', { textMax: 2_048 }), 'image', true)?.max).toBe(2_048)
  })

  test.each([0, -1, 1.5, NaN, OVERRIDE_BOUNDS.textMax.max + 1])('a text length of %d is refused', (textMax) => {
    expect(() => limitsOf('x', { textMax })).toThrow(RangeError)
  })
})

describe('a variant', () => {
  test('that fits has no problems', () => {
    expect(check('instagram', 'carousel', { text: 'Neu #Kaffee', media: [image(), image()] })).toEqual([])
    expect(check('x', 'text')).toEqual([])
    expect(check('youtube', 'video', { title: 'Rösten', media: [video] })).toEqual([])
    expect(check('other', 'text', { text: 'a'.repeat(100_000) })).toEqual([])
  })

  test('that is a character too long is refused, counted as the network counts', () => {
    const text = `${'x'.repeat(256)} https://example.com/lang/lang/lang`
    expect(check('x', 'text', { text })).toEqual([])
    expect(check('x', 'text', { text: `x${text}` })).toEqual([
      {
        kind: 'text_too_long',
        severity: 'blocks',
        used: 281,
        limit: 280,
        unit: 'x-weighted',
        mediaIndex: null,
      },
    ])
    expect(check('bluesky', 'text', { text: '👨‍👩‍👧‍👦'.repeat(121) })).toMatchObject([
      { kind: 'text_too_long', unit: 'bytes', used: 3_025, limit: 3_000 },
    ])
    expect(check('youtube', 'video', { text: 'ä'.repeat(2_501), media: [video] })).toMatchObject([
      { kind: 'text_too_long', unit: 'bytes', used: 5_002 },
    ])
  })

  test('without text is one only with files; a story has none', () => {
    expect(check('x', 'text', { text: ' \n' })).toMatchObject([{ kind: 'text_missing', severity: 'blocks' }])
    expect(check('x', 'image', { text: '', media: [image()] })).toMatchObject([
      { kind: 'text_missing', severity: 'warns' },
    ])
    expect(check('instagram', 'story', { text: '', media: [image({ altText: '' })] })).toEqual([])
  })

  test('needs its title where the network wants one', () => {
    expect(check('reddit', 'text', { title: '' })).toMatchObject([{ kind: 'title_missing', severity: 'blocks' }])
    expect(check('pinterest', 'image', { title: '', media: [image()] })).toEqual([])
    expect(check('reddit', 'text')).toEqual([])
    expect(check('youtube', 'video', { title: 'x'.repeat(101), media: [video] })).toMatchObject([
      { kind: 'title_too_long', used: 101, limit: 100 },
    ])
  })

  test('with too many tags is refused where the network refuses it', () => {
    const text = '#a #b #c #d #e #f'
    expect(check('instagram', 'image', { text, media: [image()] })).toMatchObject([
      { kind: 'too_many_hashtags', severity: 'blocks', used: 6, limit: 5 },
    ])
    expect(check('threads', 'text', { text })).toMatchObject([{ kind: 'too_many_hashtags', severity: 'warns' }])
    expect(check('instagram', 'image', { text, media: [image()], overrides: { hashtagsMax: 30 } })).toEqual([])
    expect(check('instagram', 'image', { text: '@anna '.repeat(21), media: [image()] })).toMatchObject([
      { kind: 'too_many_mentions', used: 21, limit: 20 },
    ])
  })

  test('has as many files as its format takes', () => {
    expect(check('instagram', 'text')).toMatchObject([{ kind: 'too_few_media', used: 0, limit: 1 }])
    expect(check('instagram', 'carousel', { media: [image()] })).toMatchObject([
      { kind: 'too_few_media', used: 1, limit: 2 },
    ])
    expect(check('linkedin', 'carousel', { media: [{ ...image(), kind: 'document' }] })).toEqual([])
    expect(check('x', 'image', { media: Array.from({ length: 5 }, () => image()) })).toMatchObject([
      { kind: 'too_many_media', used: 5, limit: 4 },
    ])
    expect(check('instagram', 'reel', { media: [image()] })).toMatchObject([{ kind: 'media_kind', severity: 'blocks' }])
    // A picture beside the video is its cover.
    expect(check('instagram', 'reel', { media: [video, image({ altText: '' })] })).toEqual([])
    expect(check('instagram', 'reel', { media: [video, video] })).toMatchObject([{ kind: 'too_many_media' }])
  })

  test.each([
    [1080, 1350, true],
    [1080, 566, true],
    [1080, 1440, false],
    [1920, 900, false],
    [0, 0, true],
    [null, null, true],
  ])('of %s × %s pixels fits Instagram: %s', (width, height, fits) => {
    const problems = check('instagram', 'image', { media: [image({ width, height })] })
    expect(problems.map(({ kind, severity, mediaIndex }) => [kind, severity, mediaIndex])).toEqual(
      fits ? [] : [['media_shape', 'warns', 0]],
    )
    expect(isPublishable(problems)).toBe(true)
  })

  test('says which picture lacks its alternative text', () => {
    const problems = check('linkedin', 'carousel', {
      media: [image(), image({ altText: ' ' }), image({ altText: 'x'.repeat(4_087) })],
    })
    expect(problems).toMatchObject([
      { kind: 'alt_text_missing', severity: 'warns', mediaIndex: 1 },
      { kind: 'alt_text_too_long', severity: 'blocks', mediaIndex: 2, used: 4_087, limit: 4_086 },
    ])
    expect(isPublishable(problems)).toBe(false)
    expect(check('tiktok', 'image', { media: [image({ altText: '' })] })).toEqual([])
  })
})

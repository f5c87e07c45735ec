import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelGroupOf } from '../../shared/domain/ga4-channel.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import {
  buildUtmLink,
  lintUtm,
  shortPreview,
  UTM_FIELDS,
  utmValuesOf,
  type UtmValues,
} from '../../shared/domain/utm.ts'

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    'Instagram',
    'social',
    'CPC',
    'Paid Social',
    'e-mail',
    'Frühjahr 2026',
    'fruehjahr_2026',
    'l.facebook.com',
    'a.b',
    '_',
    '.',
  ),
)
const values: fc.Arbitrary<UtmValues> = fc.record({
  source: value,
  medium: value,
  campaign: value,
  content: value,
  term: value,
})
const parameter = fc.oneof(
  fc.constantFrom('a=1', 'b', 'c=%20x', 'utm_source=alt', 'UTM_Campaign=alt', 'utm_id=3', 'd=e=f', 'umlaut=ü'),
  fc.stringMatching(/^[a-z]{1,5}=[a-zA-Z0-9%]{0,6}$/),
)
const base = fc
  .tuple(
    fc.constantFrom('https://example.com', 'http://example.com/', 'https://müller.example/Größe/'),
    fc.array(parameter, { maxLength: 5 }),
    fc.constantFrom('', '#teil', '#/x?y=1'),
  )
  .map(([path, parameters, fragment]) => ({
    path,
    parameters,
    fragment,
    link: path + (parameters.length > 0 ? `?${parameters.join('&')}` : '') + fragment,
  }))

test('what is put into a link is read from it again, and all else stays as it was', () =>
  fc.assert(
    fc.property(base, values, ({ path, parameters, fragment, link }, of) => {
      const built = buildUtmLink(link, of)!
      const read = utmValuesOf(built)
      for (const field of UTM_FIELDS) expect(read[field]).toBe(of[field].toWellFormed().trim())
      const others = parameters.filter((each) => !/^utm_/i.test(each))
      const ours = UTM_FIELDS.filter((field) => of[field].trim() !== '').length
      expect(built.startsWith(path) && built.endsWith(fragment)).toBe(true)
      const query = built.slice(path.length, built.length - fragment.length).replace(/^\?/, '')
      const found = query === '' ? [] : query.split('&')
      expect(found.slice(0, others.length)).toEqual(others)
      expect(found).toHaveLength(others.length + ours)
      expect(buildUtmLink(built, of)).toBe(built)
    }),
    { numRuns: 1_000 },
  ))

test('whoever follows the suggestions has nothing left but what only they can know', () =>
  fc.assert(
    fc.property(
      values,
      fc.constantFrom(...NETWORKS, null),
      fc.boolean(),
      fc.constantFrom([], ['fruehjahr-2026'], ['Alt Name', 'fruehjahr-2026']),
      (first, network, isPaid, campaignSlugs) => {
        let of: Record<string, string> & UtmValues = { ...first }
        const draft = () => ({ base: 'https://example.com', values: of, network, isPaid, campaignSlugs })
        // A source put right may show what is wrong with the medium.
        for (let round = 0; round < 3; round++) {
          for (const { field, suggested } of lintUtm(draft()))
            if (suggested !== null) of = { ...of, [field]: suggested }
        }
        const left = lintUtm(draft())
        expect(left.filter(({ suggested }) => suggested !== null)).toEqual([])
        if (network !== null && network !== 'other') {
          expect(left.filter(({ field }) => field === 'source' || field === 'medium')).toEqual([])
          expect(channelGroupOf(of.source, of.medium)).toBe(isPaid ? 'paid-social' : 'organic-social')
        }
      },
    ),
    { numRuns: 2_000 },
  ))

test('a preview is never longer than asked for', () =>
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string()), fc.integer({ min: 10, max: 80 }), (link, length) => {
      expect([...shortPreview(link, length)].length).toBeLessThanOrEqual(length)
    }),
  ))

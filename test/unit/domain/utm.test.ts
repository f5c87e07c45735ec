import { describe, expect, test } from 'vitest'
import {
  buildUtmLink,
  lintUtm,
  MAX_UTM_LENGTH,
  shortPreview,
  utmValuesOf,
  type UtmDraft,
  type UtmValues,
} from '../../../shared/domain/utm.ts'

const values = (more: Partial<UtmValues> = {}): UtmValues => ({
  source: 'instagram',
  medium: 'social',
  campaign: 'fruehjahr-2026',
  content: '',
  term: '',
  ...more,
})

describe('building a link', () => {
  const OURS = 'utm_source=instagram&utm_medium=social&utm_campaign=fruehjahr-2026'

  test.each([
    ['https://example.com', `https://example.com?${OURS}`],
    ['https://example.com/', `https://example.com/?${OURS}`],
    ['https://example.com/a?b=c%20d&e#teil', `https://example.com/a?b=c%20d&e&${OURS}#teil`],
    ['https://example.com/?utm_source=x&a=1&UTM_Medium=y&utm_id=7', `https://example.com/?a=1&${OURS}`],
    ['https://example.com/#/?a=1', `https://example.com/?${OURS}#/?a=1`],
    ['  https://müller.example/Größe ', `https://müller.example/Größe?${OURS}`],
    ['https://example.com/a b', `https://example.com/a%20b?${OURS}`],
  ])('from %j', (base, link) => {
    expect(buildUtmLink(base, values())).toBe(link)
  })

  test('values are spelt so that they can be read back, blank ones are left out', () => {
    const odd = values({ source: ' a&b=c ', campaign: '', content: 'Größe 100 %', term: '#1+2' })
    const link = buildUtmLink('https://example.com', odd)
    expect(link).toBe(
      'https://example.com?utm_source=a%26b%3Dc&utm_medium=social&utm_content=Gr%C3%B6%C3%9Fe%20100%20%25&utm_term=%231%2B2',
    )
    expect(utmValuesOf(link!)).toEqual({ ...odd, source: 'a&b=c' })
  })

  test.each([
    '',
    'example.com',
    'ftp://example.com',
    'mailto:a@example.com',
    `https://example.com/${'a'.repeat(1_970)}`,
  ])('is not possible from %j', (base) => {
    expect(buildUtmLink(base, values())).toBeNull()
  })

  test('parameters of a link are read as browsers read them', () => {
    expect(utmValuesOf('https://example.com/?UTM_SOURCE=a+b&utm_medium=100%&utm_medium=x&utm_campaign')).toEqual({
      source: 'a b',
      medium: '100%',
      campaign: '',
      content: '',
      term: '',
    })
    expect(utmValuesOf('nichts?utm_source=a').source).toBe('')
  })
})

function lint(more: Partial<UtmDraft> & { readonly of?: Partial<UtmValues> } = {}) {
  const { of = {}, ...rest } = more
  return lintUtm({
    base: 'https://example.com/',
    values: values(of),
    network: 'instagram',
    isPaid: false,
    campaignSlugs: ['fruehjahr-2026'],
    ...rest,
  })
}

describe('lint', () => {
  test('has nothing to say about a good link', () => {
    expect(lint()).toEqual([])
    expect(lint({ isPaid: true, of: { medium: 'paid_social', content: 'reel-1', term: 'kaffee.bio' } })).toEqual([])
    expect(lint({ isPaid: true, of: { medium: 'cpc' } })).toEqual([])
    expect(lint({ network: 'other', of: { source: 'linktree' } })).toEqual([])
    expect(lint({ of: { source: 'l.instagram.com', campaign: 'neues-2027' } })).toEqual([])
  })

  test.each<[Partial<UtmValues>, string, string, string | null]>([
    [{ source: 'Instagram' }, 'source', 'upper_case', 'instagram'],
    [{ source: 'L.Instagram.com' }, 'source', 'upper_case', 'l.instagram.com'],
    [{ source: '' }, 'source', 'source_missing', 'instagram'],
    [{ source: 'newsletter' }, 'source', 'source_unknown', 'instagram'],
    [{ source: 'facebook' }, 'source', 'source_other_network', 'instagram'],
    [{ medium: ' ' }, 'medium', 'medium_missing', 'social'],
    [{ medium: 'email' }, 'medium', 'medium_not_social', 'social'],
    [{ medium: 'CPC' }, 'medium', 'medium_paid', 'social'],
    [{ medium: 'Social' }, 'medium', 'upper_case', 'social'],
    [{ campaign: '' }, 'campaign', 'campaign_missing', null],
    [{ campaign: 'Frühjahr 2026' }, 'campaign', 'campaign_spelling', 'fruehjahr-2026'],
    [{ campaign: 'fruehjahr2026' }, 'campaign', 'campaign_spelling', 'fruehjahr-2026'],
    [{ campaign: 'Herbst' }, 'campaign', 'upper_case', 'herbst'],
    [{ campaign: 'herbst aktion' }, 'campaign', 'spaces', 'herbst-aktion'],
    [{ campaign: 'größe' }, 'campaign', 'special_letters', 'groesse'],
    [{ campaign: 'весна' }, 'campaign', 'special_letters', null],
    [{ content: 'reel|1' }, 'content', 'special_letters', 'reel-1'],
    [{ term: 'a'.repeat(MAX_UTM_LENGTH + 1) }, 'term', 'value_too_long', null],
  ])('%j', (of, field, kind, suggested) => {
    expect(lint({ of })).toEqual([{ field, kind, suggested }])
  })

  test('says everything that is wrong with a value at once', () => {
    expect(lint({ of: { campaign: 'Große Aktion' } })).toEqual([
      { field: 'campaign', kind: 'upper_case', suggested: 'grosse-aktion' },
      { field: 'campaign', kind: 'spaces', suggested: 'grosse-aktion' },
      { field: 'campaign', kind: 'special_letters', suggested: 'grosse-aktion' },
    ])
  })

  test('a campaign of the ledger is right however it is written', () => {
    expect(lint({ of: { campaign: 'Alt_Name' }, campaignSlugs: ['Alt_Name'] })).toEqual([])
  })

  test('a paid link is to be counted as paid', () => {
    expect(lint({ isPaid: true })).toEqual([{ field: 'medium', kind: 'medium_not_paid', suggested: 'paid_social' }])
  })

  test.each([
    ['example.com/angebot', 'not_a_web_address', 'https://example.com/angebot'],
    ['Angebot', 'not_a_web_address', null],
    ['javascript:alert(1)', 'not_a_web_address', null],
    ['', 'not_a_web_address', null],
    [`https://example.com/${'a'.repeat(1_970)}`, 'link_too_long', null],
  ])('of the address %j', (base, kind, suggested) => {
    expect(lint({ base })).toEqual([{ field: 'link', kind, suggested }])
  })
})

test.each([
  ['https://www.example.com/?utm_source=x#y', 60, 'example.com'],
  ['https://name:pass@example.com/Gr%C3%B6%C3%9Fe/?a=b', 60, 'example.com/Größe'],
  ['https://example.com/100%', 60, 'example.com/100%'],
  ['https://example.com/ein/langer/weg/zum/angebot', 20, 'example.com/e…ngebot'],
  ['kein Link', 60, 'kein Link'],
])('the preview of %j in %i characters', (link, length, preview) => {
  expect(shortPreview(link, length)).toBe(preview)
})

import { describe, expect, test } from 'vitest'
import { chooseSnippetText, fillSnippet, gapsIn, type Tone } from '../../../shared/domain/snippet.ts'

describe('filling in a snippet', () => {
  test('known values go in, in either spelling', () => {
    const values = { name: 'Anna', order: 'A-1002', company: 'Rösterei Nordlicht', me: 'Lena', topic: 'Lieferung' }
    expect(fillSnippet('Hallo {name}, {bestellung} ist unterwegs. {ich}, {firma}', values)).toEqual({
      text: 'Hallo Anna, A-1002 ist unterwegs. Lena, Rösterei Nordlicht',
      missing: [],
    })
    expect(fillSnippet('Hi {name}, {order} ({topic}) is on its way. {me}, {company}', values)).toEqual({
      text: 'Hi Anna, A-1002 (Lieferung) is on its way. Lena, Rösterei Nordlicht',
      missing: [],
    })
  })

  test.each([
    ['Zu {bestellung} bei uns', 'Zu [Bestellung?] bei uns'],
    ['About {order}', 'About [Order?]'],
    ['About {Order}', 'About [Order?]'],
    ['Zu { bestellung }', 'Zu [Bestellung?]'],
  ])('a missing value leaves a visible gap: %s', (text, filled) => {
    for (const values of [{}, { order: null }, { order: '' }, { order: ' \n' }])
      expect(fillSnippet(text, values)).toEqual({ text: filled, missing: ['order'] })
  })

  test('what is missing is named once, in the order of the text', () => {
    const { text, missing } = fillSnippet('{link} {name} {LINK} {order}', { name: 'Anna' })
    expect(text).toBe('[Link?] Anna [Link?] [Order?]')
    expect(missing).toEqual(['link', 'order'])
  })

  test.each(['{vorname}', '{}', '{ }', 'a } b { c', '{name', 'name}', '{na me}', '{constructor}', '{na-me}', '{1}'])(
    'other braces stay: %s',
    (text) => {
      expect(fillSnippet(text, { name: 'Anna' })).toEqual({ text, missing: [] })
    },
  )

  test('a placeholder inside of other braces is one', () => {
    expect(fillSnippet('{{name}}', { name: 'Anna' }).text).toBe('{Anna}')
  })

  test.each(['{order}', '$&', '$1', '{name}', '[Order?]', '\\'])('a value is never read again: %s', (value) => {
    expect(fillSnippet('<{name}>', { name: value, order: 'A-1002' })).toEqual({ text: `<${value}>`, missing: [] })
  })

  test('values lose the white space around them, not inside', () => {
    expect(fillSnippet('{name}!', { name: ' Anna  K.\n' }).text).toBe('Anna  K.!')
  })
})

describe('gaps that were left', () => {
  test('are found as they stand in the text, each once', () => {
    const { text } = fillSnippet('{link} {NAME} {link} {bestellung} {firma}', { company: 'Rösterei' })
    expect(gapsIn(text)).toEqual(['[Link?]', '[Name?]', '[Bestellung?]'])
  })

  test.each(['', 'Wirklich [?]', '[Datum?]', '[link?]', '[Link]', '[Link?', 'Link?]', '{link}', '[Constructor?]'])(
    'other brackets are none: %s',
    (text) => {
      expect(gapsIn(text)).toEqual([])
    },
  )
})

describe('which text of a snippet is taken', () => {
  const text = (language: string, tone: Tone) => ({ language, tone, text: `${language} ${tone}` })
  const all = [text('de', 'formal'), text('de', 'informal'), text('en', 'formal'), text('en', 'informal')]

  test.each([
    ['en', 'informal', all, 'en informal'],
    ['de', 'formal', all, 'de formal'],
    ['en', 'informal', [text('de', 'informal'), text('en', 'formal')], 'en formal'],
    ['en', 'informal', [text('de', 'formal'), text('de', 'informal')], 'de informal'],
    ['fr', 'informal', [text('de', 'formal'), text('en', 'formal')], 'de formal'],
  ] as const)('%s, %s', (language, tone, texts, chosen) => {
    expect(chooseSnippetText(texts, language, tone)?.text).toBe(chosen)
  })

  test('a snippet without texts has none', () => {
    expect(chooseSnippetText([], 'de', 'formal')).toBeNull()
  })
})

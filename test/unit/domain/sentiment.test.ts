import { describe, expect, test } from 'vitest'
import { SENTIMENT_WORDS } from '../../../shared/domain/sentiment-words.ts'
import { proposeSentiment } from '../../../shared/domain/sentiment.ts'

/** "negative: nicht gut -1, leider -1" */
function heard(text: string): string {
  const { sentiment, words } = proposeSentiment(text)
  return `${sentiment ?? 'nothing'}: ${words.map(({ word, weight }) => `${word} ${weight}`).join(', ')}`.trim()
}

describe('words speak, and are shown as they were written', () => {
  test.each([
    ['Euer Kaffee ist großartig, danke!', 'positive: großartig 3, danke 1'],
    ['GROSSARTIG', 'positive: GROSSARTIG 3'],
    ['Ein schöner Laden mit nettem Team', 'positive: schöner 2, nettem 1'],
    ['schoener Laden', 'positive: schoener 2'],
    ['Schon probiert', 'nothing:'],
    ['Gutschein eingelöst', 'nothing:'],
    ['Love it, great service', 'positive: Love 3, great 2'],
    ['Leider zu spät und beschädigt', 'negative: Leider -1, zu spät -2, beschädigt -2'],
    ['Very disappointing, still waiting', 'negative: disappointing -2, still waiting -2'],
    ['Der Kaffee ist super, die Lieferung leider verspätet', 'neutral: super 2, leider -1, verspätet -1'],
    ['Wann habt ihr am Sonntag offen?', 'neutral: Wann 0, habt ihr 0'],
    ['suuuuper, einfach tolllll', 'positive: suuuuper 2, tolllll 2'],
    ['**toll** gemacht', 'positive: **toll** 2'],
    ['𝐓𝐨𝐥𝐥', 'positive: 𝐓𝐨𝐥𝐥 2'],
  ])('%s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })

  test('each once, however often it is written', () => {
    expect(heard('gut gut gut gut, aber schrecklich')).toBe('negative: gut 2, schrecklich -3')
    expect(heard('gut, nicht gut')).toBe('positive: gut 2, nicht gut -1')
    expect(heard('👏👏👏👏')).toBe('positive: 👏 2')
  })

  test('a word drawn out without end is shown shortened', () => {
    const [word] = proposeSentiment(`s${'u'.repeat(500)}per`).words
    expect(word?.word).toBe(`s${'u'.repeat(58)}…`)
  })
})

describe('denials', () => {
  test.each([
    ['Das ist nicht gut', 'negative: nicht gut -1'],
    ['gar nicht mal so gut', 'negative: nicht mal so gut -1'],
    ['Nicht schlecht!', 'positive: Nicht schlecht 1'],
    ['not bad', 'positive: not bad 1'],
    ["This isn't great", "negative: isn't great -1"],
    ['This isn’t great', 'negative: isn’t great -1'],
    ['I dont recommend it', 'negative: dont recommend -1'],
    ['keine Probleme', 'positive: keine Probleme 1'],
    ['ohne Fehler', 'positive: ohne Fehler 1'],
    ['weder freundlich noch hilfsbereit', 'negative: weder freundlich -1, noch hilfsbereit -1'],
    ['neither friendly nor helpful', 'negative: neither friendly -1, nor helpful -1'],
    ['Das gefällt mir nicht', 'negative: gefällt mir nicht -1'],
    ['Das gefällt mir nicht so gut', 'negative: gefällt mir nicht -1, nicht so gut -1'],
    ['Gefällt mir nicht schlecht', 'positive: Gefällt 2, nicht schlecht 1'],
    ['Das ist kein Betrug', 'neutral: kein Betrug 0'],
  ])('%s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })

  test.each([
    ['Nicht nur gut, sondern perfekt', 'positive: gut 2, perfekt 3'],
    ['Not only good', 'positive: good 2'],
    ['Ich war nicht da, alles gut', 'positive: gut 2'],
    ['Nicht billig aber gut', 'positive: gut 2'],
    ['Gestern war ich leider nicht bei euch im Laden, schön war es', 'positive: leider -1, schön 2'],
  ])('what they do not reach: %s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })
})

describe('several words together', () => {
  test.each([
    ['Danke für nichts', 'negative: Danke für nichts -2'],
    ['Nie wieder', 'negative: Nie wieder -3'],
    ['Die Lieferung ist immer noch nicht da', 'negative: immer noch nicht -2'],
    ["I can't complain", "positive: can't complain 2"],
    ["I don't like it", "negative: don't like -2"],
    ['super teuer', 'negative: teuer -1'],
    ['damn good coffee', 'positive: good 2'],
    ['Viele liebe Grüße und einen schönen Tag', 'nothing:'],
    ['Wäre schön, wenn ihr antwortet', 'nothing:'],
    ['Best regards, Tom', 'nothing:'],
  ])('%s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })
})

describe('anger', () => {
  test.each([
    'Das ist eine Frechheit',
    'So ein Sch***',
    'What a SCAM',
    'Betrüger',
    '😡',
    '🤬🤬',
    'Tolle Abzocke!',
    'Schlecht!!!',
    'WO IST MEINE LIEFERUNG, DAS IST SCHLECHT',
    'Mist, kaputt',
  ])('%s', (text) => {
    expect(proposeSentiment(text).sentiment).toBe('angry')
  })

  test.each([
    ['Schlecht!', 'negative'],
    ['Ihr seid SUPER!!!', 'positive'],
    ['TOLLE ARBEIT, VIELEN DANK', 'positive'],
    ['Endlich keine Abzocke, danke', 'positive'],
    ['DHL und UPS, schlecht', 'negative'],
  ])('not every loud word is one: %s', (text, sentiment) => {
    expect(proposeSentiment(text).sentiment).toBe(sentiment)
  })

  test('what is shouted is said to be', () => {
    expect(proposeSentiment('Schlecht!?!').isShouted).toBe(true)
    expect(proposeSentiment('WANN KOMMT DAS PAKET').isShouted).toBe(true)
    expect(proposeSentiment('Schlecht! Wirklich? Ja!').isShouted).toBe(false)
    expect(proposeSentiment('OK DHL').isShouted).toBe(false)
  })
})

describe('good manners', () => {
  test.each([
    ['Das Paket kam nicht an. Mit den besten Grüßen', 'nothing:'],
    ['Nicht geliefert. Einen lieben Gruß', 'negative: Nicht geliefert -2'],
    ['Guten Appetit und gute Besserung', 'nothing:'],
    ['Hallo, wo ist mein Paket? Danke!', 'neutral: wo 0, Danke 0'],
    ['Ist mein Paket schon da? Vielen Dank', 'neutral: Vielen Dank 0'],
    ['Where is my parcel? Thanks', 'neutral: Where 0, Thanks 0'],
    ['Wann gibt es die tollen Bohnen wieder? Danke', 'positive: Wann 0, gibt es 0, tollen 2, Danke 0'],
    ['Danke für die schnelle Post', 'positive: Danke 1'],
    ['Ok, danke', 'positive: Ok 0, danke 1'],
  ])('closings say nothing, thanks nothing beside a question: %s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })
})

describe('signs', () => {
  test.each([
    ['❤️', 'positive: ❤️ 3'],
    ['👏🏽', 'positive: 👏 2'],
    ['😡 Danke', 'angry: 😡 -3, Danke 1'],
    ['Bin da :)', 'positive: :) 1'],
    ['Schade :-(', 'negative: Schade -1, :-( -2'],
    ['Zeiten:(siehe Website)', 'nothing:'],
    ['Wo bleibt mein Paket???', 'negative: Wo 0, ??? -1'],
    ['Nicht 👏', 'positive: 👏 2'],
    ['😂', 'nothing:'],
  ])('%s', (text, expected) => {
    expect(heard(text)).toBe(expected)
  })
})

test.each([
  '',
  ' \n ',
  'Hallo',
  '...',
  '!!!',
  '123',
  '@super.laden',
  'https://example.com/best/scam',
  '<script>x</script>',
])('nothing speaks in %j', (text) => {
  expect(heard(text)).toBe('nothing:')
})

test('every entry of the list is heard with its weight', () => {
  const said = SENTIMENT_WORDS.filter(({ isSilent }) => !isSilent).flatMap(({ weight, words }) =>
    words.map((entry) => ({ text: entry.replace(/[*~]$/, '').replaceAll('•', '***'), weight })),
  )
  for (const { text, weight } of said) expect(proposeSentiment(text).words, text).toEqual([{ word: text, weight }])
  for (const entry of SENTIMENT_WORDS.filter(({ isSilent }) => isSilent).flatMap(({ words }) => words))
    expect(heard(entry), entry).toBe('nothing:')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countNameParts, isDistinctName, normalName, replaceNames } from '../../../shared/domain/names-in-text.ts'

const replace = (text: string, ...names: string[]) => {
  const wanted = new Set(names.map(normalName))
  return replaceNames(text, 8, ({ name }) => (wanted.has(name) ? 'K-4F2A' : undefined))
}

describe('names in texts', () => {
  test.each([
    ['Anruf wegen @max_kaffee, dringend', 'Anruf wegen K-4F2A, dringend'],
    ['MAX_KAFFEE schimpft', 'K-4F2A schimpft'],
    ['max_kaffee-Beschwerde', 'K-4F2A-Beschwerde'],
    ['max_kaffees Paket', 'K-4F2As Paket'],
    ['https://instagram.com/max_kaffee/p/1', 'https://instagram.com/K-4F2A/p/1'],
    ['(max_kaffee)', '(K-4F2A)'],
    ['max_kaffee2 ist jemand anders', 'max_kaffee2 ist jemand anders'],
    ['xmax_kaffee auch', 'xmax_kaffee auch'],
    ['', ''],
  ])('%s', (text, expected) => expect(replace(text, 'max_kaffee')).toBe(expected))

  test('a name of several words with any blanks between', () => {
    expect(replace('Frau anna  KERN rief an', 'Anna Kern')).toBe('Frau K-4F2A rief an')
    expect(replace('Anna und Kern', 'Anna Kern')).toBe('Anna und Kern')
  })

  test('the longest of those that begin alike', () => {
    const named = (text: string) =>
      replaceNames(text, 4, ({ name }) => ({ anna: 'A', 'anna kern': 'B' })[name as 'anna'])
    expect(named('Anna Kern und Anna')).toBe('B und A')
  })

  test('dots, dashes, umlauts in either spelling, pictures', () => {
    expect(replace('siehe @jo.anna-k.', 'jo.anna-k')).toBe('siehe K-4F2A.')
    expect(replace('von JU\u0308RGEN', 'jürgen')).toBe('von K-4F2A')
    expect(replace('danke anna☕!', 'anna')).toBe('danke K-4F2A☕!')
    expect(replace('danke anna☕️!', 'anna☕️')).toBe('danke K-4F2A!')
  })

  test('an address in percent signs', () => {
    expect(replace('https://x.example/J%C3%BCrgen_1?a=%20', 'jürgen_1')).toBe('https://x.example/K-4F2A?a= ')
    expect(replace('100 % und https://x.example/a%20b', 'jürgen_1')).toBe('100 % und https://x.example/a%20b')
    expect(replace('kaputt %ZZ jürgen_1 %C3', 'jürgen_1')).toBe('kaputt %ZZ K-4F2A %C3')
  })

  test('says what is marked as a name', () => {
    const marked = (text: string) =>
      replaceNames(text, 1, ({ name, isMarked }) => (name === 'anna' && isMarked ? 'K' : undefined))
    expect(marked('Anna, @anna und https://x.example/anna')).toBe('Anna, K und https://x.example/K')
  })

  test('what only a name looks like', () => {
    expect(['max_k', 'anna7', 'jo.anna', 'Anna Kern', 'anna☕'].map(isDistinctName)).toEqual(Array(5).fill(true))
    expect(['anna', 'Jürgen', '@kaffee'].map(isDistinctName)).toEqual([false, false, false])
    expect(countNameParts('...')).toBe(0)
  })

  test('nothing of the name is left, and nothing else changes', () => {
    const handle = fc.stringMatching(/^[a-zäöü][a-zäöü0-9]{3,12}_[a-z0-9.]{0,6}[a-z0-9]$/)
    const words = fc.array(fc.stringMatching(/^[A-Za-zäöüß]{1,9}$/), { maxLength: 12 })
    fc.assert(
      fc.property(handle, words, words, fc.constantFrom('', '@', '(', '/', '„', '#'), (name, before, after, sign) => {
        const text = (middle: string) => [...before, `${sign}${middle}`, ...after].join(' ')
        const result = replace(text(name.toUpperCase()), name)
        expect(result).toBe(text('K-4F2A').replace('@', ''))
        expect(replace([...before, ...after].join(' '), name)).toBe([...before, ...after].join(' '))
      }),
    )
  })
})

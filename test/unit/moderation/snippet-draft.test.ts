// A snippet while it is written: one text for each language and tone.
import { expect, test } from 'vitest'
import { draftOf, firstVariant, textsOf } from '../../../renderer/features/moderation/setup/snippet-draft.ts'
import { fillSnippet } from '../../../shared/domain/snippet.ts'
import { SNIPPET_EXAMPLES } from '../../../shared/i18n/snippet-examples.ts'

test('blank texts are none, and the first that is there is shown first', () => {
  const { texts } = draftOf(null)
  expect(textsOf(texts)).toEqual([])
  expect(firstVariant(texts)).toBe('de formal')
  const written = { ...texts, 'de formal': ' \n', 'en informal': 'Hi' }
  expect(textsOf(written)).toEqual([{ language: 'en', tone: 'informal', text: 'Hi' }])
  expect(firstVariant(written)).toBe('en informal')
})

test('the examples have every language and tone, and only placeholders that are filled in', () => {
  const all = { name: 'a', order: 'b', channel: 'c', company: 'd', topic: 'e', link: 'f', me: 'g' }
  for (const { texts } of SNIPPET_EXAMPLES) {
    expect(textsOf(texts)).toHaveLength(4)
    for (const text of Object.values(texts)) {
      const filled = fillSnippet(text, all)
      expect(filled.missing).toEqual([])
      expect(filled.text).not.toMatch(/[{}]/)
    }
  }
})

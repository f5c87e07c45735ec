import { expect, test } from 'vitest'
import { wordProblems } from '../../../shared/domain/post-readiness.ts'

const written = { network: 'instagram', format: null, title: 'Titel', text: '' } as const

test('a post of words needs some, a picture or a film only lacks them', () => {
  expect(wordProblems(written)).toMatchObject([{ kind: 'text_missing', severity: 'blocks' }])
  expect(wordProblems({ ...written, format: 'reel' })).toMatchObject([{ kind: 'text_missing', severity: 'warns' }])
  expect(wordProblems({ ...written, format: 'story' })).toEqual([])
})

test('without a channel nothing can be published', () => {
  expect(wordProblems({ ...written, network: null, text: 'Da' })).toMatchObject([
    { kind: 'channel_missing', severity: 'blocks' },
  ])
})

test('what a channel sets for itself holds in place of the table', () => {
  const long = { ...written, network: 'x', text: 'a'.repeat(300) } as const
  expect(wordProblems(long)).toMatchObject([{ kind: 'text_too_long', limit: 280, used: 300 }])
  expect(wordProblems({ ...long, overrides: { textMax: 25_000 } })).toEqual([])
})

test('a text without a picture is none where the network has no posts of words; without a format nothing is said', () => {
  const said = { ...written, text: 'Da' }
  expect(wordProblems({ ...said, format: 'text' })).toMatchObject([{ kind: 'too_few_media', severity: 'blocks' }])
  expect(wordProblems({ ...said, format: 'text', network: 'linkedin' })).toEqual([])
  expect(wordProblems(said)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { spreadOverChannels } from '../../../shared/domain/costing.ts'

const instagram = { seconds: 30 * 3600, costCents: 100_00, publishedPosts: 1 }
const linkedIn = { seconds: 10 * 3600, costCents: 300_00, publishedPosts: 0 }

describe('what belongs to no channel is spread', () => {
  test('by direct hours, direct cost or published posts', () => {
    expect(spreadOverChannels('hours', [instagram, linkedIn]).divide(1_000)).toEqual([750, 250])
    expect(spreadOverChannels('cost', [instagram, linkedIn]).divide(1_000)).toEqual([250, 750])
    expect(spreadOverChannels('posts', [instagram, linkedIn]).divide(1_000)).toEqual([1_000, 0])
  })

  test('equally where no channel has any of the key, the odd cent to the first', () => {
    const nobody = { seconds: 0, costCents: 0, publishedPosts: 0 }
    const spread = spreadOverChannels('posts', [nobody, nobody, nobody])
    expect([spread.isEqually, spread.divide(100)]).toEqual([true, [34, 33, 33]])
    expect(spreadOverChannels('hours', [instagram, nobody]).isEqually).toBe(false)
  })

  test('by the largest remainder: parts add up, of amounts below zero too', () => {
    const thirds = [1, 1, 1].map((seconds) => ({ ...linkedIn, seconds }))
    expect(spreadOverChannels('hours', thirds).divide(200)).toEqual([67, 67, 66])
    expect(spreadOverChannels('hours', thirds).divide(-200)).toEqual([-67, -67, -66])
  })

  test('not to a channel from which more was taken back than booked', () => {
    const reversed = { ...linkedIn, costCents: -50_00 }
    expect(spreadOverChannels('cost', [instagram, reversed]).divide(500)).toEqual([500, 0])
  })

  test('never over nothing', () => {
    expect(() => spreadOverChannels('hours', [])).toThrow(RangeError)
  })
})

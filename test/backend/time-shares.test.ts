// Work over several posts or conversations: one line for each, adding up to the whole, in open and in closed months.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Target } from '../../shared/contract/time-entries.ts'
import { closeMonth, expectSound } from '../support/closing.ts'
import { newCommandId } from '../support/direct-host.ts'
import { linesOf } from '../support/ledger-sources.ts'
import {
  addConversation,
  addEntry,
  addPost,
  inConversation,
  onPost,
  openTimeLedger,
  setRate,
  undo,
  type TimeLedger,
} from '../support/time-ledger.ts'

let ledger: TimeLedger
beforeEach(async () => {
  ledger = await openTimeLedger({ marginBasisPoints: 5000 })
})
afterEach(() => ledger.host.close())

const TEN_MINUTES = { from: '2026-10-28T09:00:00+01:00', to: '2026-10-28T09:10:00+01:00' }
const IN_SEPTEMBER = { from: '2026-09-10T09:00:00+02:00', to: '2026-09-10T09:10:00+02:00' }

type LineRow = Record<string, number | string | null>
const lines = (id: number): LineRow[] => linesOf(ledger.host, 'time', id) as unknown as LineRow[]
const amounts = (id: number) =>
  lines(id).map((line) => [line['post_id'] ?? line['conversation_id'], line['seconds'], line['cents']])

function retarget(id: number, targets: Target[]) {
  return ledger.client.time.update({ commandId: newCommandId(), id, patch: { targets } })
}

describe('shares', () => {
  test('divide seconds and cents by largest remainder, ties to the first, and add up to the entry', async () => {
    const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B'), await addPost(ledger, 'C')]
    const id = await addEntry(
      ledger,
      { from: '2026-10-28T09:00:00+01:00', to: '2026-10-28T09:10:01+01:00' },
      { targets: posts.map((post) => onPost(post)) },
    )
    // 601 s at 44.50 €: 7.43 € as a whole.
    expect(amounts(id)).toEqual([
      [posts[0], 201, 248],
      [posts[1], 200, 248],
      [posts[2], 200, 247],
    ])
    const entry = await ledger.client.time.entry({ id })
    expect(entry).toMatchObject({ seconds: 601, cents: 743 })
    expect(entry.targets.map(({ name, weight }) => [name, weight])).toEqual([
      ['A', 1],
      ['B', 1],
      ['C', 1],
    ])
    const { rows } = await ledger.client.records.posts({ filter: {} })
    expect(new Map(rows.map((post) => [post.title, post.seconds]))).toEqual(
      new Map([
        ['A', 201],
        ['B', 200],
        ['C', 200],
      ]),
    )
    await expectSound(ledger.host)
  })

  test('are weighted, mix posts and conversations, and take channel and campaign from each where the entry has none', async () => {
    const other = await ledger.client.settings.addChannel({
      commandId: newCommandId(),
      network: 'tiktok',
      name: 'TikTok',
    })
    const post = await addPost(ledger, 'Reel', ledger.channel)
    const conversation = await addConversation(ledger, 'Frage', other.recordId)
    const id = await addEntry(ledger, TEN_MINUTES, { targets: [onPost(post, 3), inConversation(conversation, 1)] })
    expect(lines(id)).toMatchObject([
      { post_id: post, conversation_id: null, channel_id: ledger.channel, seconds: 450 },
      { post_id: null, conversation_id: conversation, channel_id: other.recordId, seconds: 150 },
    ])
    await ledger.client.time.update({ commandId: newCommandId(), id, patch: { channelId: ledger.channel } })
    expect(lines(id).map((line) => line['channel_id'])).toEqual([ledger.channel, ledger.channel])
  })

  test('follow a post that moves to another channel', async () => {
    const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B')]
    const id = await addEntry(ledger, TEN_MINUTES, { targets: posts.map((post) => onPost(post)) })
    await ledger.client.records.updatePost({
      commandId: newCommandId(),
      id: posts[0]!,
      post: {
        title: 'A',
        channelId: ledger.channel,
        format: null,
        pillarId: null,
        campaignId: null,
        publishedOn: null,
      },
    })
    expect(lines(id).map((line) => line['channel_id'])).toEqual([ledger.channel, null])
  })

  test('of one target named twice are one, and a single target stands in the entry itself', async () => {
    const post = await addPost(ledger, 'A')
    const id = await addEntry(ledger, TEN_MINUTES, { targets: [onPost(post, 2), onPost(post, 1)] })
    expect(lines(id)).toMatchObject([{ post_id: post, seconds: 600 }])
    expect(ledger.host.backend.ledger.reader.prepare('SELECT count(*) FROM time_share').pluck().get()).toBe(0)
  })

  test('are found by each of their posts, and a post they stand on cannot be removed', async () => {
    const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B')] as const
    const id = await addEntry(ledger, TEN_MINUTES, { targets: posts.map((post) => onPost(post)) })
    const without = await addEntry(ledger, { from: '2026-10-29T09:00:00+01:00', to: '2026-10-29T09:10:00+01:00' })
    for (const post of posts)
      expect((await ledger.client.time.list({ filter: { postId: post } })).rows.map((row) => row.id)).toEqual([id])
    expect((await ledger.client.time.list({ filter: { postId: null } })).rows.map((row) => row.id)).toEqual([without])
    await expect(
      ledger.client.records.remove({ commandId: newCommandId(), kind: 'post', id: posts[0] }),
    ).rejects.toMatchObject({ code: 'in_use', data: { count: 1 } })
    const { groups } = await ledger.client.records.work({ filter: { missing: 'post' } })
    expect(groups.map((group) => group.count)).toEqual([1])
  })

  test('of two posts that are merged become one with both weights; of all of them the entry names it; undo parts them', async () => {
    const posts = [
      await addPost(ledger, 'A'),
      await addPost(ledger, 'B', ledger.channel),
      await addPost(ledger, 'C'),
    ] as const
    const id = await addEntry(ledger, TEN_MINUTES, {
      targets: [onPost(posts[0], 1), onPost(posts[1], 2), onPost(posts[2], 3)],
    })
    const both = await addEntry(
      ledger,
      { from: '2026-10-29T09:00:00+01:00', to: '2026-10-29T09:10:00+01:00' },
      { targets: [onPost(posts[0]), onPost(posts[1])] },
    )
    const before = [amounts(id), amounts(both)]
    const merge = await ledger.client.records.merge({
      commandId: newCommandId(),
      kind: 'post',
      fromId: posts[0],
      intoId: posts[1],
    })
    expect(amounts(id)).toEqual([
      [posts[1], 300, 371],
      [posts[2], 300, 371],
    ])
    expect(lines(both)).toMatchObject([{ post_id: posts[1], seconds: 600, channel_id: ledger.channel }])
    expect((await ledger.client.time.entry({ id })).targets.map((target) => target.weight)).toEqual([3, 3])
    await expectSound(ledger.host)
    await undo(ledger, merge.commandId)
    expect([amounts(id), amounts(both)]).toEqual(before)
  })

  test('give way when the work is assigned to one post', async () => {
    const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B'), await addPost(ledger, 'C')] as const
    const id = await addEntry(ledger, TEN_MINUTES, { targets: [onPost(posts[0]), onPost(posts[1])], note: 'x' })
    const { groups } = await ledger.client.records.work({ filter: { source: 'time' } })
    const [{ source, text, activity, channelId, personId, scope }] = groups as [(typeof groups)[number]]
    const receipt = await ledger.client.records.assign({
      commandId: newCommandId(),
      filter: { source: 'time' },
      groups: [{ source, text, activity, channelId, personId, scope }],
      patch: { postId: posts[2] },
    })
    expect(lines(id)).toMatchObject([{ post_id: posts[2], seconds: 600 }])
    await undo(ledger, receipt.commandId)
    expect(amounts(id).map(([post]) => post)).toEqual([posts[0], posts[1]])
  })
})

describe('shares in a closed month', () => {
  /** 600 s over three posts: equal seconds, 2.48 €, 2.47 € and 2.47 €. */
  async function closedShares() {
    const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B'), await addPost(ledger, 'C')] as const
    const id = await addEntry(ledger, IN_SEPTEMBER, { targets: posts.map((post) => onPost(post)) })
    await closeMonth(ledger.host, '2026-09', true)
    return { posts, id }
  }
  const sum = (id: number) => lines(id).reduce((total, line) => total + Number(line['cents']), 0)

  test('each find their own line: a changed rate and deriving again book nothing', async () => {
    const { id } = await closedShares()
    const sealed = lines(id)
    expect(sealed.map((line) => [line['seconds'], line['cents']])).toEqual([
      [200, 248],
      [200, 247],
      [200, 247],
    ])
    await setRate(ledger.client, 9000, '2026-01-01')
    expect(lines(id)).toEqual(sealed)
    await ledger.client.time.update({ commandId: newCommandId(), id, patch: { note: 'Nachtrag' } })
    expect(lines(id)).toEqual(sealed)
  })

  test('a share that goes to another post is corrected alone, at what it cost then', async () => {
    const { posts, id } = await closedShares()
    const other = await addPost(ledger, 'D')
    await setRate(ledger.client, 9000, '2026-01-01')
    const receipt = await retarget(id, [onPost(posts[0]), onPost(other), onPost(posts[2])])
    expect(
      lines(id)
        .slice(3)
        .map((line) => [line['post_id'], line['cents'], line['for_day']]),
    ).toEqual([
      [posts[1], -247, '2026-09-10'],
      [other, 247, '2026-09-10'],
    ])
    await expectSound(ledger.host)
    await undo(ledger, receipt.commandId)
    expect(lines(id)).toHaveLength(3)
  })

  test('weights that change, and shares that become one, divide the amount of then', async () => {
    const { posts, id } = await closedShares()
    await setRate(ledger.client, 9000, '2026-01-01')
    await retarget(id, [onPost(posts[0], 4), onPost(posts[1], 1), onPost(posts[2], 1)])
    expect(sum(id)).toBe(742)
    const byPost = Map.groupBy(lines(id), (line) => line['post_id'])
    expect(
      [...byPost].map(([post, own]) => [post, own.reduce((total, line) => total + Number(line['seconds']), 0)]),
    ).toEqual([
      [posts[0], 400],
      [posts[1], 100],
      [posts[2], 100],
    ])
    await retarget(id, [onPost(posts[1])])
    expect(sum(id)).toBe(742)
    await closeMonth(ledger.host, '2026-10', true)
    await setRate(ledger.client, 12_000, '2026-01-01')
    expect(sum(id)).toBe(742)
    await expectSound(ledger.host)
  })

  test('of posts that are merged keep what they cost', async () => {
    const { posts, id } = await closedShares()
    await ledger.client.records.merge({ commandId: newCommandId(), kind: 'post', fromId: posts[0], intoId: posts[1] })
    expect(sum(id)).toBe(742)
    expect((await ledger.client.time.entry({ id })).targets.map(({ postId, weight }) => [postId, weight])).toEqual([
      [posts[1], 2],
      [posts[2], 1],
    ])
    await expectSound(ledger.host)
  })
})

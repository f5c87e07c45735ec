// Noting conversations: what a pasted text gives away, what is proposed, what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationDraft, RecogniseQuestion } from '../../shared/contract/moderation-fields.ts'
import type { Network } from '../../shared/domain/network.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { planSteps } from '../support/query-plans.ts'

let host: DirectHost
let instagram: number

// A Wednesday, 10:00 in Berlin.
const NOW = Date.parse('2026-10-28T09:00:00Z')
const HOUR = 3_600_000

beforeEach(async () => {
  host = await openDirectHost({}, NOW)
  instagram = await addChannel('instagram', 'Instagram')
})
afterEach(() => host.close())

const id = () => ({ commandId: newCommandId() })

async function addChannel(network: Network, name: string): Promise<number> {
  return (await host.client.settings.addChannel({ ...id(), network, name })).recordId!
}

async function addPost(title: string, permalink: string | null, channelId: number | null = null): Promise<number> {
  const post = { title, channelId, format: null, pillarId: null, campaignId: null, publishedOn: null, permalink }
  return (await host.client.records.addPost({ ...id(), post })).recordId!
}

const recognise = (text: string, question: Partial<RecogniseQuestion> = {}) =>
  host.client.moderation.recognise({ text, receivedAt: NOW, ...question })

async function capture(changes: Partial<ConversationDraft> = {}): Promise<number> {
  const conversation: ConversationDraft = {
    kind: 'comment',
    label: '',
    text: 'Wo bleibt meine Bestellung?',
    url: null,
    handle: null,
    channelId: instagram,
    postId: null,
    clientId: null,
    departmentId: null,
    stars: null,
    receivedAt: NOW,
    ...changes,
  }
  return (await host.client.moderation.capture({ ...id(), conversation })).recordId!
}

const detail = (conversation: number) => host.client.moderation.detail({ id: conversation })

describe('a pasted text', () => {
  test('gives away address, network, channel, post, kind, mood and deadline', async () => {
    const post = await addPost('Karussell: Sorten', 'https://www.instagram.com/p/Cx12345/', instagram)
    const found = await recognise(
      'https://www.instagram.com/nordlicht/reel/Cx12345/?igsh=abc\n@anna.k:\nWo bleibt meine Bestellung? Eine Frechheit!',
    )
    expect(found).toMatchObject({
      network: 'instagram',
      channelId: instagram,
      channelIds: [],
      post: { id: post, title: 'Karussell: Sorten' },
      kind: 'comment',
      handle: 'anna.k',
      contact: null,
      stars: null,
      sentiment: 'angry',
      dueAt: NOW + 4 * HOUR,
    })
    expect(found.url).toMatch(/^https:\/\/www\.instagram\.com\//)
    expect(found.sentimentWords).toContain('Frechheit')
    expect(found.text).toBe('Wo bleibt meine Bestellung? Eine Frechheit!')
  })

  test('of several channels of a network none is chosen, unless the post says which', async () => {
    const second = await addChannel('instagram', 'Instagram Rösterei')
    const address = 'https://www.instagram.com/p/Cx999/'
    expect(await recognise(address)).toMatchObject({ channelId: null, channelIds: [instagram, second], post: null })
    await addPost('Cupping', address, second)
    expect(await recognise(address)).toMatchObject({ channelId: second })
  })

  test('an archived channel is not proposed', async () => {
    await host.client.settings.updateChannel({ ...id(), id: instagram, patch: { isArchived: true } })
    expect(await recognise('https://www.instagram.com/p/Cx999/')).toMatchObject({ channelId: null, channelIds: [] })
  })

  test('an address of a network that is not known is kept, and says nothing', async () => {
    const found = await recognise('https://forum.example.org/t/kaffee/12\nSchmeckt nicht')
    expect(found).toMatchObject({ network: null, channelId: null, kind: null, text: 'Schmeckt nicht' })
    expect(found.url).toBe('https://forum.example.org/t/kaffee/12')
    const post = await addPost('Im Forum', 'http://www.forum.example.org/t/kaffee/12/?utm_source=x')
    expect((await recognise('https://forum.example.org/t/kaffee/12')).post?.id).toBe(post)
  })

  test('what is no address stays text: scripts, emoji, nothing', async () => {
    const script = '<script>alert(1)</script> javascript:alert(2)'
    expect(await recognise(script)).toMatchObject({ url: null, network: null, text: script })
    expect(await recognise('😡😡😡')).toMatchObject({ url: null, text: '😡😡😡', kind: null })
    expect(await recognise('')).toMatchObject({ url: null, text: '', sentiment: null, stars: null })
  })

  test('the name that heads it is no part of it; one that is spoken to is', async () => {
    for (const text of ['@anna.k: Hallo', '@anna.k\nHallo']) expect((await recognise(text)).text).toBe('Hallo')
    for (const text of ['@nordlicht wann kommt es?', '@anna.k']) expect((await recognise(text)).text).toBe(text)
  })

  test('stars make it a review', async () => {
    expect(await recognise('★★☆☆☆ Paket kam offen an')).toMatchObject({ kind: 'review', stars: 2 })
  })

  test('the deadline is of the channel and kind that were chosen', async () => {
    const target = { channelId: instagram, kind: 'message', minutes: 60 } as const
    await host.client.moderation.setResponseTarget({ ...id(), target })
    const due = async (question: Partial<RecogniseQuestion>) => (await recognise('Hallo', question)).dueAt
    expect(await due({ channelId: instagram, kind: 'message' })).toBe(NOW + HOUR)
    expect(await due({ channelId: instagram, kind: 'comment' })).toBe(NOW + 4 * HOUR)
    expect(await due({ channelId: null, kind: 'message' })).toBe(NOW + 4 * HOUR)
    expect(await due({ otherwise: { channelId: instagram, kind: 'message' } })).toBe(NOW + HOUR)
  })

  test('says under whom a name is known, on its network', async () => {
    await capture({ handle: '@anna.k' })
    const { contact } = await recognise('Hallo', { channelId: instagram, handle: 'Anna.K' })
    expect(contact).toMatchObject({ count: 1, isBlocked: false })
    expect(contact?.pseudonym).toMatch(/^K-/)
    const linkedin = await addChannel('linkedin', 'LinkedIn')
    expect((await recognise('Hallo', { channelId: linkedin, handle: 'anna.k' })).contact).toBeNull()
    expect((await recognise('Hallo', { channelId: instagram })).contact).toBeNull()
  })

  test('without a channel the address says on which network a name is one', async () => {
    await host.client.settings.updateChannel({ ...id(), id: instagram, patch: { isArchived: true } })
    const url = 'https://www.instagram.com/p/Cx999/'
    await capture({ handle: 'anna.k', channelId: null, url })
    expect((await recognise(`${url}\n@anna.k: Hallo`)).contact).toMatchObject({ count: 1 })
    expect((await recognise('@anna.k: Hallo')).contact).toBeNull()
  })

  test('changes nothing', async () => {
    await recognise('https://www.instagram.com/p/Cx999/\n@anna.k: Hallo')
    expect((await host.client.moderation.counts()).open).toBe(0)
    expect(host.backend.ledger.reader.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(0)
  })

  test('the post at an address is found by its index', async () => {
    const steps = await planSteps(host, () => recognise('https://www.instagram.com/p/Cx999/'))
    expect(steps.filter((step) => step.includes('variant')).join()).toMatch(/variant_by_permalink/)
  })
})

describe('the mood', () => {
  const moodOf = async (conversation: number) => {
    const { sentiment, isSentimentOwn } = await detail(conversation)
    return [sentiment, isSentimentOwn]
  }

  test('is proposed from the words, and anew when they change', async () => {
    const conversation = await capture({ text: 'Danke, ganz wunderbar!' })
    expect(await moodOf(conversation)).toEqual(['positive', false])
    await host.client.moderation.edit({ ...id(), id: conversation, patch: { text: 'Das ist Betrug!' } })
    expect(await moodOf(conversation)).toEqual(['angry', false])
    await host.client.moderation.edit({ ...id(), id: conversation, patch: { label: 'Lieferung' } })
    expect(await moodOf(conversation)).toEqual(['angry', false])
  })

  test('stays what somebody said it is, none included', async () => {
    const chosen = await capture({ text: 'Danke, ganz wunderbar!', sentiment: 'negative' })
    const none = await capture({ text: 'Danke, ganz wunderbar!', sentiment: null })
    for (const conversation of [chosen, none])
      await host.client.moderation.edit({ ...id(), id: conversation, patch: { text: 'Das ist Betrug!' } })
    expect(await moodOf(chosen)).toEqual(['negative', true])
    expect(await moodOf(none)).toEqual([null, true])
  })
})

describe('what is noted', () => {
  test('keeps every sign of the text and executes nothing', async () => {
    const texts = ['😡😡😡', '<script>alert(1)</script>', 'x'.repeat(50_000), 'שלום עולם', 'a\u0000b']
    for (const text of texts) {
      const { text: kept } = await detail(await capture({ text }))
      expect(kept).toBe(text.replace('\u0000', ''))
    }
  })

  test('refuses what is longer, lies ahead, or leads elsewhere than to the web', async () => {
    await expect(capture({ text: 'x'.repeat(50_001) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(capture({ receivedAt: NOW + 1 })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'receivedAt', reason: 'in_future' },
    })
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://'])
      await expect(capture({ url })).rejects.toMatchObject({ data: { field: 'url', reason: 'not_http' } })
    expect((await host.client.moderation.counts()).open).toBe(0)
  })

  test('refuses a topic that is gone', async () => {
    const conversation = conversationDraft(NOW)
    await expect(host.client.moderation.capture({ ...id(), conversation, topicIds: [99] })).rejects.toMatchObject({
      code: 'not_found',
      data: { what: 'topic' },
    })
    expect((await host.client.moderation.counts()).open).toBe(0)
  })

  test('is of the same name on the network of its channel, also where the channel is corrected', async () => {
    const facebook = await addChannel('facebook', 'Facebook')
    const edit = (conversation: number, patch: Partial<ConversationDraft>) =>
      host.client.moderation.edit({ ...id(), id: conversation, patch })
    const [there, wrong] = [await capture({ handle: 'anna.k' }), await capture({ handle: 'anna.k' })]
    await edit(wrong, { channelId: facebook })
    const moved = await detail(wrong)
    expect(moved).toMatchObject({ handle: 'anna.k', contactCount: 1 })
    expect((await detail(await capture({ handle: 'anna.k', channelId: facebook }))).contactId).toBe(moved.contactId)
    expect((await detail(there)).contactId).not.toBe(moved.contactId)
    // Within a network, and back, it is who it was.
    await edit(there, { channelId: await addChannel('instagram', 'Instagram Rösterei') })
    await edit(wrong, { channelId: instagram })
    expect((await detail(wrong)).contactId).toBe((await detail(there)).contactId)
  })

  test('has no network of an address that was taken away', async () => {
    const conversation = await capture({ channelId: null, url: 'https://www.instagram.com/p/Cx999/' })
    await host.client.moderation.edit({ ...id(), id: conversation, patch: { url: null, handle: 'anna.k' } })
    const other = await detail(await capture({ channelId: null, handle: 'anna.k' }))
    expect((await detail(conversation)).contactId).toBe(other.contactId)
  })

  test('keeps no name and password of an address', async () => {
    const { url } = await detail(await capture({ url: 'https://me:secret@example.org/a' }))
    expect(url).toBe('https://example.org/a')
  })
})

describe('the address of a post', () => {
  test('is kept as a browser writes it, changed, forgotten, and refused where it is none', async () => {
    const post = await addPost('Reel', 'https://Example.org/reel ')
    const kept = async () => (await host.client.records.posts({ filter: {} })).rows.map(({ permalink }) => permalink)
    expect(await kept()).toEqual(['https://example.org/reel'])
    const change = (permalink: string | null) =>
      host.client.records.updatePost({
        ...id(),
        id: post,
        post: {
          title: 'Reel',
          channelId: null,
          format: null,
          pillarId: null,
          campaignId: null,
          publishedOn: null,
          permalink,
        },
      })
    await expect(change('javascript:alert(1)')).rejects.toMatchObject({
      data: { field: 'permalink', reason: 'not_http' },
    })
    const receipt = await change(null)
    expect(await kept()).toEqual([null])
    await host.client.history.undo({ ...id(), undoes: receipt.commandId })
    expect((await recognise('https://example.org/reel')).post?.id).toBe(post)
  })

  test('goes along when posts are merged', async () => {
    const [from, into] = [await addPost('Doppelt', 'https://example.org/reel'), await addPost('Reel', null)]
    await host.client.records.merge({ ...id(), kind: 'post', fromId: from, intoId: into })
    expect((await recognise('https://example.org/reel')).post).toEqual({ id: into, title: 'Reel' })
  })
})

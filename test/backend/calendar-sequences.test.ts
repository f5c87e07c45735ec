// After any sequence of steps in the calendar taking all of them back leaves the plan exactly as it was, and what lists read follows the variants.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import { POST_STATUSES } from '../../shared/domain/post-status.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const NOW = Date.parse('2026-10-20T08:00:00Z')
const HOUR_MS = 3_600_000

interface Facts {
  readonly channels: readonly number[]
  readonly posts: readonly number[]
  readonly variants: readonly number[]
}
type Step = (host: DirectHost, facts: Facts, n: number) => Promise<Receipt> | null

const command = () => ({ commandId: newCommandId() })
const pick = (from: readonly number[], n: number) => from[n % from.length]
/** Around both changes of the clock. */
const moment = (n: number) => (n % 7 === 0 ? null : NOW + ((n * 37) % 6_000) * HOUR_MS - 500 * HOUR_MS)

const onVariant =
  (step: (host: DirectHost, id: number, n: number) => Promise<Receipt>): Step =>
  (host, { variants }, n) => {
    const id = pick(variants, n)
    return id === undefined ? null : step(host, id, n)
  }

const onPost =
  (step: (host: DirectHost, id: number, n: number, facts: Facts) => Promise<Receipt>): Step =>
  (host, facts, n) => {
    const id = pick(facts.posts, n)
    return id === undefined ? null : step(host, id, n, facts)
  }

const STEPS: Readonly<Record<string, Step>> = {
  add: ({ client }, { channels }, n) =>
    client.calendar.add({
      ...command(),
      post: {
        title: `Beitrag ${n}`,
        text: n % 5 === 0 ? '' : `Text ${n}`,
        brief: '',
        audience: '',
        link: null,
        format: n % 2 === 0 ? 'reel' : null,
        pillarId: null,
        campaignId: null,
        clientId: null,
        draftDueOn: null,
        plannedMinutes: null,
      },
      channelIds: channels.filter((_, index) => (n >> index) % 2 === 1),
      plannedAt: moment(n),
    }),
  edit: onPost(({ client }, id, n) => client.calendar.edit({ ...command(), id, patch: { text: `Neu ${n}` } })),
  checks: onPost(({ client }, id, n) =>
    client.calendar.setChecks({
      ...command(),
      id,
      checks: Array.from({ length: n % 4 }, (_, no) => ({ text: `${n}.${no}`, isDone: no % 2 === 0 })),
    }),
  ),
  addVariant: onPost(({ client }, id, n, { channels }) =>
    client.calendar.addVariant({ ...command(), id, channelId: pick(channels, n) ?? 0 }),
  ),
  remove: onPost(({ client }, id) => client.calendar.remove({ ...command(), id })),
  ownText: onVariant(({ client }, id, n) =>
    client.calendar.editVariant({ ...command(), id, patch: { text: n % 3 === 0 ? null : `Eigener ${n}` } }),
  ),
  move: onVariant(({ client }, id, n) =>
    client.calendar.move({ ...command(), moves: [{ id, plannedAt: moment(n + 1) }] }),
  ),
  shift: (host, { variants }, n) =>
    variants.length === 0
      ? null
      : host.client.calendar.shift({ ...command(), ids: variants.slice(0, 40), days: (n % 400) - 200 }),
  copy: onVariant(({ client }, id, n) => client.calendar.copy({ ...command(), id, plannedAt: moment(n) })),
  status: onVariant(({ client }, id, n) =>
    client.calendar.setStatus({ ...command(), ids: [id], status: POST_STATUSES[n % POST_STATUSES.length] ?? 'idea' }),
  ),
  publish: onVariant(({ client }, id, n) =>
    client.calendar.publish({
      ...command(),
      id,
      at: NOW - n * HOUR_MS,
      permalink: n % 2 === 0 ? `https://x.com/a/status/${n}` : null,
    }),
  ),
  removeVariant: onVariant(({ client }, id) => client.calendar.removeVariant({ ...command(), id })),
}

function readAll({ backend }: DirectHost, sql: string): unknown[] {
  return backend.ledger.reader.prepare<[]>(sql).all()
}

const stateOf = (host: DirectHost) =>
  ['post', 'variant', 'post_check', 'post_event'].map((table) => readAll(host, `SELECT * FROM ${table} ORDER BY id`))

/** What lists read of a post against its variants, and the index against the words. */
function expectSound(host: DirectHost): void {
  const astray = readAll(
    host,
    `SELECT post.id FROM post WHERE (channel_id, published_on) IS NOT (
       SELECT CASE WHEN count(DISTINCT channel_id) = 1 THEN max(channel_id) END, min(published_on) FROM variant WHERE post_id = post.id)
     UNION ALL SELECT post.id FROM post LEFT JOIN post_search ON post_search.rowid = post.id
       WHERE post_search.title IS NOT post.title OR post_search.text IS NOT post.text
     UNION ALL SELECT rowid FROM post_search WHERE rowid NOT IN (SELECT id FROM post)
     UNION ALL SELECT id FROM post WHERE NOT EXISTS (SELECT 1 FROM variant WHERE post_id = post.id)`,
  )
  expect(astray).toEqual([])
}

async function factsOf(host: DirectHost, channels: readonly number[]): Promise<Facts> {
  const ids = (table: string) =>
    (readAll(host, `SELECT id FROM ${table} ORDER BY id`) as { id: number }[]).map(({ id }) => id)
  return { channels, posts: ids('post'), variants: ids('variant') }
}

test('any steps, all taken back', async () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS), 'add'), fc.nat(10_000)), {
    minLength: 3,
    maxLength: 14,
  })
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const host = await openDirectHost({}, NOW)
      try {
        const channels: number[] = []
        for (const network of ['instagram', 'x', 'linkedin'] as const)
          channels.push((await host.client.settings.addChannel({ ...command(), network, name: network })).recordId ?? 0)
        await STEPS['add']?.(host, { channels, posts: [], variants: [] }, 3)
        const before = stateOf(host)
        const done: string[] = []
        for (const [name, n] of sequence) {
          const facts = await factsOf(host, channels)
          // What is refused changes nothing and has nothing to take back.
          const receipt = await (STEPS[name]?.(host, facts, n) ?? Promise.resolve(null)).catch(() => null)
          expectSound(host)
          if (receipt?.isUndoable) done.push(receipt.commandId)
        }
        for (const undoes of done.toReversed()) await host.client.history.undo({ ...command(), undoes })
        expect(stateOf(host)).toEqual(before)
        expectSound(host)
      } finally {
        host.close()
      }
    }),
    { numRuns: 25 },
  )
})

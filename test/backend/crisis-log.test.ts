// The log of a crisis is only ever added to: over any sequence of commands every entry stays as it was noted. Undo takes back what its
// own command added, and nothing else.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CrisisEntry } from '../../shared/contract/crises.ts'
import type { Receipt } from '../../shared/contract/fields.ts'
import { CRISIS_LEVELS } from '../../shared/domain/crisis.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { pngPicture } from '../support/picture.ts'

const START = Date.parse('2026-10-28T09:00:00Z')

interface Scene {
  readonly host: DirectHost
  readonly crises: readonly number[]
  readonly conversations: readonly number[]
}
type Step = (scene: Scene, n: number) => Promise<Receipt | null>

const id = () => ({ commandId: newCommandId() })
const of = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]
const detailOf = ({ host, crises }: Scene, n: number) => host.client.moderation.crisisDetail({ id: of(crises, n)! })
const commands = ({ host }: Scene) => host.client.moderation

const steps: Record<string, Step> = {
  note: (scene, n) =>
    commands(scene).crisisNote({ ...id(), id: of(scene.crises, n)!, text: `Notiz ${n}`, at: START - n * 1000 }),
  evidence: async (scene, n) => {
    const content = pngPicture(n, 20, 20)
    const { handle } = await scene.host.client.costs.stageReceipt({ name: `${n}.png`, bytes: content.length })
    await scene.host.client.costs.appendReceipt({ handle, base64: content.toString('base64') })
    return commands(scene).crisisNote({ ...id(), id: of(scene.crises, n)!, attach: [handle] })
  },
  takeOff: async (scene, n) => {
    const file = of((await detailOf(scene, n)).evidence, n)
    return file ? commands(scene).crisisRemoveEvidence({ ...id(), id: file.id }) : null
  },
  level: (scene, n) =>
    commands(scene).crisisUpdate({
      ...id(),
      id: of(scene.crises, n)!,
      patch: { level: of(CRISIS_LEVELS, n)!, ...(n % 2 && { reach: n }) },
    }),
  add: (scene, n) =>
    commands(scene).crisisAddConversations({
      ...id(),
      id: of(scene.crises, n)!,
      conversationIds: [of(scene.conversations, n)!, of(scene.conversations, n + 1)!],
    }),
  remove: (scene, n) =>
    commands(scene).crisisRemoveConversations({
      ...id(),
      id: of(scene.crises, n)!,
      conversationIds: [of(scene.conversations, n)!],
    }),
  contact: (scene, n) =>
    commands(scene).crisisAddContact({
      ...id(),
      crisisId: of(scene.crises, n)!,
      contact: { name: `Person ${n}`, role: '', reachableBy: '', fromLevel: 1, withinMinutes: (n % 90) + 1 },
    }),
  inform: async (scene, n) => {
    const contact = of((await detailOf(scene, n)).contacts, n)
    return contact ? commands(scene).crisisInform({ ...id(), id: contact.id, isInformed: n % 3 !== 0 }) : null
  },
  forgetContact: async (scene, n) => {
    const contact = of((await detailOf(scene, n)).contacts, n)
    return contact ? commands(scene).crisisRemoveContact({ ...id(), id: contact.id }) : null
  },
  check: (scene, n) =>
    commands(scene).crisisAddChecks({
      ...id(),
      crisisId: of(scene.crises, n)!,
      list: n % 2 ? 'task' : 'calm',
      texts: [`Punkt ${n}`],
    }),
  tick: async (scene, n) => {
    const check = of((await detailOf(scene, n)).checks, n)
    return check ? commands(scene).crisisTick({ ...id(), id: check.id, isDone: check.doneAt === null }) : null
  },
  statement: (scene, n) =>
    commands(scene).crisisAddStatement({
      ...id(),
      id: of(scene.crises, n)!,
      statement: { title: `Fassung ${n}`, text: 'Wir prüfen das.', channelId: null },
    }),
  decide: async (scene, n) => {
    const statement = of((await detailOf(scene, n)).statements, n)
    return statement && statement.status !== 'published'
      ? commands(scene).crisisDecide({ ...id(), id: statement.id, isApproved: n % 4 !== 0, by: 'Frau Sommer' })
      : null
  },
  reword: async (scene, n) => {
    const statement = of((await detailOf(scene, n)).statements, n)
    const draft = { title: 'Andere Fassung', text: `Wir antworten ${n}.`, channelId: null }
    return statement && statement.status !== 'published'
      ? commands(scene).crisisUpdateStatement({ ...id(), id: statement.id, statement: draft })
      : null
  },
  publish: async (scene, n) => {
    const statement = (await detailOf(scene, n)).statements.find(({ status }) => status === 'approved')
    return statement ? commands(scene).crisisPublish({ ...id(), id: statement.id }) : null
  },
  turn: async (scene, n) => {
    const crisis = await detailOf(scene, n)
    return crisis.closedAt === null
      ? commands(scene).crisisClose({ ...id(), id: crisis.id, text: `Ende ${n}` })
      : commands(scene).crisisReopen({ ...id(), id: crisis.id })
  },
}

async function openScene(): Promise<Scene> {
  const host = await openDirectHost({}, () => START + 1)
  const conversations: number[] = []
  for (let index = 0; index < 4; index++) {
    const conversation = { label: `Gespräch ${index}`, channelId: null, postId: null, day: '2026-10-28' as const }
    conversations.push((await host.client.records.addConversation({ ...id(), conversation })).recordId ?? 0)
  }
  const crises: number[] = []
  for (const title of ['Erste', 'Zweite'])
    crises.push(
      (await host.client.moderation.crisisOpen({ ...id(), title, level: 1, at: START - 86_400_000 })).recordId ?? 0,
    )
  return { host, crises, conversations }
}

/** Every entry there is, by its id, as it is stored. */
function entriesOf({ host }: Scene): Map<number, string> {
  const rows = host.backend.ledger.reader.prepare<[], { id: number }>('SELECT * FROM crisis_entry ORDER BY id').all()
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]))
}

/** The entries of `before` that are not in `after` as they were. */
function changed(before: ReadonlyMap<number, string>, after: ReadonlyMap<number, string>): number[] {
  return [...before].flatMap(([entry, row]) => (after.get(entry) === row ? [] : [entry]))
}

const sequence = fc.array(
  fc.record({ name: fc.constantFrom('undo', ...Object.keys(steps)), n: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 5, maxLength: 25 },
)

test('every entry stays as it was noted; undo takes back exactly what its command added', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async (names) => {
      const scene = await openScene()
      try {
        const done: { receipt: Receipt; added: number[] }[] = []
        for (const { name, n } of names) {
          const before = entriesOf(scene)
          if (name === 'undo') {
            const last = done.pop()
            if (!last) continue
            await scene.host.client.history.undo({ ...id(), undoes: last.receipt.commandId })
            const after = entriesOf(scene)
            expect(changed(before, after)).toEqual(last.added)
            expect(changed(after, before)).toEqual([])
            continue
          }
          const receipt = await steps[name]!(scene, n).catch((error: unknown) => {
            // Nothing new to attach is an answer too.
            if ((error as { code?: string }).code === 'invalid_value') return null
            throw error
          })
          const after = entriesOf(scene)
          expect(changed(before, after), name).toEqual([])
          const added = [...after.keys()].filter((entry) => !before.has(entry))
          expect(
            added.every((entry) => entry > Math.max(0, ...before.keys())),
            name,
          ).toBe(true)
          if (receipt?.isUndoable === true) done.push({ receipt, added })
          else expect(added, name).toEqual([])
        }
        await expectPagesToHoldAll(scene)
      } finally {
        scene.host.close()
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

/** Page after page shows every entry once, the latest first. */
async function expectPagesToHoldAll(scene: Scene): Promise<void> {
  for (const crisis of scene.crises) {
    const seen: CrisisEntry[] = []
    let cursor: { at: number; id: number } | null = null
    do {
      const page: Awaited<ReturnType<ReturnType<typeof commands>['crisisLog']>> = await commands(scene).crisisLog({
        id: crisis,
        cursor,
        limit: 7,
      })
      seen.push(...page.entries)
      cursor = page.next
    } while (cursor !== null)
    expect(seen.map((entry) => entry.id)).toEqual(
      seen.toSorted((a, b) => b.at - a.at || b.id - a.id).map((entry) => entry.id),
    )
    const { count } = await commands(scene).crisisLog({ id: crisis })
    expect(new Set(seen.map((entry) => entry.id)).size).toBe(count)
    expect(seen).toHaveLength(count)
  }
}

test('what was noted, said or to be told since is not taken back with the crisis', async () => {
  const { host } = await openScene()
  const { moderation, history } = host.client
  const opened = await moderation.crisisOpen({ ...id(), title: 'Dritte', level: 2 })
  const crisis = opened.recordId ?? 0
  const statement = { title: 'Erste', text: 'Wir prüfen das.', channelId: null }
  const later = [
    await moderation.crisisNote({ ...id(), id: crisis, text: 'Der Großhändler ruft an.' }),
    await moderation.crisisAddStatement({ ...id(), id: crisis, statement }),
  ]
  const undo = (undoes: string) => history.undo({ ...id(), undoes })
  await expect(undo(opened.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
  const { entries } = await moderation.crisisLog({ id: crisis })
  expect(entries.map(({ kind }) => kind)).toEqual(['note', 'opened'])
  for (const { commandId } of later.toReversed()) await undo(commandId)
  await undo(opened.commandId)
  await expect(moderation.crisisDetail({ id: crisis })).rejects.toMatchObject({ code: 'not_found' })
  host.close()
})

test('who was informed already stays informed when they were; only another time is noted', async () => {
  let now = START
  const host = await openDirectHost({}, () => now)
  const { moderation } = host.client
  const crisis = (await moderation.crisisOpen({ ...id(), title: 'Erste', level: 1 })).recordId ?? 0
  const contact = { name: 'Frau Sommer', role: '', reachableBy: '', fromLevel: 1, withinMinutes: 30 } as const
  const person = (await moderation.crisisAddContact({ ...id(), crisisId: crisis, contact })).recordId ?? 0
  await moderation.crisisInform({ ...id(), id: person, isInformed: true })
  now += 3_600_000
  expect((await moderation.crisisInform({ ...id(), id: person, isInformed: true })).isUndoable).toBe(false)
  const informedAt = async () => (await moderation.crisisDetail({ id: crisis })).contacts[0]?.informedAt
  expect(await informedAt()).toBe(START)
  await moderation.crisisInform({ ...id(), id: person, isInformed: true, at: START + 60_000 })
  expect(await informedAt()).toBe(START + 60_000)
  host.close()
})

test('nothing went out before it was approved', async () => {
  const { host, crises } = await openScene()
  const { moderation } = host.client
  const draft = { title: 'Erste', text: 'Wir prüfen das.', channelId: null }
  const added = await moderation.crisisAddStatement({ ...id(), id: crises[0]!, statement: draft })
  const statement = added.recordId ?? 0
  await moderation.crisisDecide({ ...id(), id: statement, isApproved: true, by: 'Frau Sommer', at: START - 1000 })
  await expect(moderation.crisisPublish({ ...id(), id: statement, at: START - 2000 })).rejects.toMatchObject({
    data: { field: 'at', reason: 'before_approval' },
  })
  await moderation.crisisPublish({ ...id(), id: statement, at: START - 1000 })
  host.close()
})

test('a log that is too long for paper says how many entries are missing', async () => {
  const { host, crises } = await openScene()
  await host.backend.ledger.withWriter((db) => {
    const add = db.prepare<[number, number, number]>(
      "INSERT INTO crisis_entry (crisis_id, at, noted_at, kind, detail, text) VALUES (?, ?, ?, 'note', '{}', 'Notiz')",
    )
    for (let index = 0; index < 2_002; index++) add.run(crises[0]!, START, START)
  })
  const question = { id: crises[0]!, language: 'de', hasNames: false, hasPictures: false } as const
  const { sections } = await host.client.moderation.crisisDocument(question)
  const [table, more] = sections.find((section) => section.id === 'log')?.blocks ?? []
  expect(table).toMatchObject({ kind: 'table', rows: { length: 2_000 } })
  expect(JSON.stringify(more)).toContain('Dazu 3 spätere Einträge.')
  host.close()
})

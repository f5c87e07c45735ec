// After any sequence of commands on conversations, undo and redo included: the timeline only grows (undo takes exactly what its command
// added), deadlines and states fit together, and every stored time is what the clock of the service hours says.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import type { ConversationDetail } from '../../shared/contract/moderation-fields.ts'
import { CONVERSATION_KINDS, PRIORITIES, SENTIMENTS } from '../../shared/domain/conversation.ts'
import { createServiceClock, type ServiceClock } from '../../shared/domain/service-hours.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const ZONE = 'Europe/Berlin'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
// A Thursday; the clocks go back on the Sunday that follows.
const START = Date.parse('2026-10-22T06:10:00Z')
const TARGET_MS = 4 * HOUR

/** One channel is answered on working days, the other on Saturdays at odd hours: holidays play no part in these weeks. */
const HOURS = [
  [...Array.from({ length: 5 }, () => [{ from: '08:00', to: '18:00' }]), [], []],
  [
    [],
    [],
    [{ from: '22:30', to: '24:00' }],
    [{ from: '00:00', to: '05:00' }],
    [],
    [{ from: '10:00', to: '20:00' }],
    [],
  ],
]
const CLOCKS = HOURS.map((weekly) => createServiceClock({ weekly, zone: ZONE, isHoliday: () => false }))

interface World {
  readonly host: DirectHost
  readonly channels: readonly number[]
  readonly topics: readonly number[]
  readonly personId: number
  readonly departmentId: number
  now: number
}

async function openWorld(): Promise<World> {
  const world: { now: number } = { now: START }
  const host = await openDirectHost({ timeZone: ZONE, holidayRegion: { country: 'DE', state: null } }, () => world.now)
  const { client } = host
  const made = async (receipt: Promise<Receipt>) => (await receipt).recordId ?? 0
  const add = (network: 'instagram' | 'facebook') => client.settings.addChannel({ ...id(), network, name: network })
  const channels = [await made(add('instagram')), await made(add('facebook'))]
  await host.backend.ledger.withWriter((db) => {
    const hours = db.prepare<[number, string]>(
      'INSERT INTO service_hours (channel_id, weekly, observes_holidays) VALUES (?, ?, 0)',
    )
    for (const [index, weekly] of HOURS.entries()) hours.run(channels[index] ?? 0, JSON.stringify(weekly))
    for (const name of ['Lieferung', 'Preis', 'Lob'])
      db.prepare<[string]>('INSERT INTO topic (name) VALUES (?)').run(name)
  })
  return Object.assign(world, {
    host,
    channels,
    topics: [1, 2, 3],
    personId: await made(client.settings.addPerson({ ...id(), name: 'Jonas' })),
    departmentId: await made(client.records.addNamed({ ...id(), list: 'department', name: 'Versand' })),
  })
}

const id = () => ({ commandId: newCommandId() })

type Step = (world: World, conversationId: number, n: number) => Promise<Receipt>
const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!
/** Now, or somewhat earlier. */
const before = ({ now }: World, n: number) => (n % 3 === 0 ? null : now - (n % 400) * MINUTE)

const steps = {
  capture: ({ host, channels, now }, _, n) =>
    host.client.moderation.capture({
      ...id(),
      conversation: {
        kind: pick(CONVERSATION_KINDS, n),
        label: '',
        text: `Frage ${n}`,
        url: null,
        handle: n % 2 ? `wer.${n % 3}` : null,
        channelId: pick(channels, n),
        postId: null,
        clientId: null,
        departmentId: null,
        stars: null,
        receivedAt: now - (n % 3_000) * MINUTE,
      },
    }),
  answer: (world, conversation, n) =>
    world.host.client.moderation.answer({
      ...id(),
      id: conversation,
      text: `Antwort ${n}`,
      at: before(world, n),
      next: pick(['done', 'wait', 'stay'] as const, n),
    }),
  noteReply: (world, conversation, n) =>
    world.host.client.moderation.noteReply({ ...id(), id: conversation, text: 'Und?', at: before(world, n) }),
  resolve: (world, conversation, n) =>
    world.host.client.moderation.resolve({ ...id(), id: conversation, at: before(world, n) }),
  reopen: ({ host }, conversation) => host.client.moderation.reopen({ ...id(), id: conversation }),
  wait: ({ host }, conversation) => host.client.moderation.wait({ ...id(), id: conversation }),
  snooze: ({ host, now }, conversation, n) =>
    host.client.moderation.snooze({ ...id(), id: conversation, until: n % 4 ? now + n * MINUTE : null }),
  handOver: ({ host, personId, departmentId, now }, conversation, n) =>
    host.client.moderation.handOver({
      ...id(),
      id: conversation,
      ...(n % 2 ? { personId, departmentId: null } : { personId: null, departmentId }),
      dueAt: n % 3 ? now + n * MINUTE : null,
      note: n % 5 ? '' : 'Bitte prüfen',
    }),
  returnHandover: ({ host }, conversation, n) =>
    host.client.moderation.returnHandover({ ...id(), id: conversation, note: n % 2 ? 'Erledigt' : '' }),
  changeTopics: ({ host, topics }, conversation, n) =>
    host.client.moderation.changeTopics({
      ...id(),
      id: conversation,
      add: topics.filter((_, bit) => (n >> bit) & 1),
      remove: topics.filter((_, bit) => (n >> (bit + 3)) & 1),
    }),
  setSentiment: ({ host }, conversation, n) =>
    host.client.moderation.setSentiment({ ...id(), id: conversation, sentiment: pick([null, ...SENTIMENTS], n) }),
  setPriority: ({ host }, conversation, n) =>
    host.client.moderation.setPriority({ ...id(), id: conversation, priority: pick(PRIORITIES, n) }),
  takeMeasure: ({ host }, conversation, n) => {
    const measure = pick([null, 'hidden', 'deleted', 'blocked'] as const, n)
    return host.client.moderation.takeMeasure({ ...id(), id: conversation, measure, reason: measure && 'Beleidigung' })
  },
  addNote: ({ host }, conversation, n) =>
    host.client.moderation.addNote({ ...id(), id: conversation, text: `Notiz ${n}` }),
  editTime: ({ host, now }, conversation, n) =>
    host.client.moderation.edit({ ...id(), id: conversation, patch: { receivedAt: now - (n % 3_000) * MINUTE } }),
  editChannel: ({ host, channels }, conversation, n) =>
    host.client.moderation.edit({ ...id(), id: conversation, patch: { channelId: pick(channels, n) } }),
  editText: ({ host }, conversation, n) =>
    host.client.moderation.edit({ ...id(), id: conversation, patch: { text: `Anders ${n}`, label: `Sache ${n}` } }),
} satisfies Record<string, Step>
type StepName = keyof typeof steps

/** How far the clock goes on first, what is done, to which conversation, and how. */
interface Move {
  readonly minutes: number
  readonly name: StepName | 'undo' | 'redo' | 'undoEarlier'
  readonly which: number
  readonly n: number
}

const move: fc.Arbitrary<Move> = fc.record({
  minutes: fc.nat({ max: 600 }),
  name: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(Object.keys(steps) as StepName[])) },
    { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'undoEarlier' as const) },
  ),
  which: fc.nat({ max: 50 }),
  n: fc.integer({ min: 1, max: 5_000 }),
})
const FIRST: Move = { minutes: 0, name: 'capture', which: 0, n: 1 }

test('whatever happens to conversations, the log says what happened', { timeout: 240_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 40 }), async (moves) => {
      const world = await openWorld()
      const course: Course = { world, done: [], undone: [] }
      try {
        for (const each of [FIRST, ...moves]) {
          world.now += each.minutes * MINUTE
          await step(course, each)
          checkStates(world, await readDetails(world))
        }
        const before = await readDetails(world)
        const taken = course.done.length
        for (let index = 0; index < taken; index++) await undo(course)
        expect(await readDetails(world)).toEqual([])
        for (let index = 0; index < taken; index++) await redo(course)
        expect(await readDetails(world)).toEqual(before)
      } finally {
        world.host.close()
      }
    }),
    { numRuns: 60 },
  ),
)

/** Events of all timelines by id, each with everything that is said of it. */
type Events = ReadonlyMap<number, string>

interface Taken {
  /** The command that is undone next: undo of undo is redo. */
  commandId: string
  /** What it added to the timelines. */
  readonly added: Events
}

interface Course {
  readonly world: World
  readonly done: Taken[]
  undone: Taken[]
}

async function step(course: Course, { name, which, n }: Move): Promise<void> {
  const { world } = course
  if (name === 'undo') return undo(course)
  if (name === 'redo') return redo(course)
  if (name === 'undoEarlier') return undoEarlier(course, which)
  const before = await readDetails(world)
  if (name !== 'capture' && before.length === 0) return
  const receipt = await steps[name](world, before[which % before.length]?.id ?? 0, n).catch(expectedOnly)
  const after = await readDetails(world)
  // What was refused or changed nothing is no step.
  if (!receipt?.isUndoable) {
    expect(after).toEqual(before)
    return
  }
  const [old, events] = [eventsOf(before), eventsOf(after)]
  expect([...old].filter(([key, said]) => events.get(key) !== said)).toEqual([])
  course.done.push({ commandId: receipt.commandId, added: without(events, old) })
  course.undone = []
}

async function undo(course: Course): Promise<void> {
  const latest = course.done.pop()
  if (!latest) return
  await takeBack(course.world, latest)
  course.undone.push(latest)
}

async function redo(course: Course): Promise<void> {
  const latest = course.undone.pop()
  if (!latest) return
  await bringBack(course.world, latest)
  course.done.push(latest)
}

/** Refused where something later rests on it; else as good as the latest, and redone at once. */
async function undoEarlier({ world, done }: Course, which: number): Promise<void> {
  const earlier = done[which % done.length]
  if (!earlier) return
  const before = await readDetails(world)
  if (await takeBack(world, earlier)) await bringBack(world, earlier)
  expect(await readDetails(world)).toEqual(before)
}

/** What a command added goes; everything else stays letter by letter. */
async function takeBack(world: World, taken: Taken): Promise<boolean> {
  const before = eventsOf(await readDetails(world))
  const isTaken = await toggle(world, taken)
  const after = eventsOf(await readDetails(world))
  expect(inOrder(after)).toEqual(inOrder(isTaken ? without(before, taken.added) : before))
  return isTaken
}

async function bringBack(world: World, taken: Taken): Promise<void> {
  const before = eventsOf(await readDetails(world))
  expect(await toggle(world, taken)).toBe(true)
  expect(inOrder(eventsOf(await readDetails(world)))).toEqual(inOrder(new Map([...before, ...taken.added])))
}

async function toggle({ host }: World, taken: Taken): Promise<boolean> {
  const receipt = await host.client.history.undo({ ...id(), undoes: taken.commandId }).catch(expectedOnly)
  if (receipt !== null) taken.commandId = receipt.commandId
  return receipt !== null
}

/** What a command says no to; anything else is a bug. */
function expectedOnly(error: unknown): null {
  expect(error).toMatchObject({ code: expect.stringMatching(/^(invalid_value|undo_conflict)$/) })
  return null
}

const without = (events: Events, others: Events): Events => new Map([...events].filter(([key]) => !others.has(key)))
const inOrder = (events: Events) => [...events].sort(([a], [b]) => a - b)

function eventsOf(details: readonly ConversationDetail[]): Events {
  const events = details.flatMap(({ id: of, timeline }) => timeline.map((event) => ({ of, ...event })))
  return new Map(events.map((event) => [event.id, JSON.stringify(event)]))
}

async function readDetails({ host }: World): Promise<ConversationDetail[]> {
  const ids = host.backend.ledger.reader.prepare<[], number>('SELECT id FROM conversation ORDER BY id').pluck().all()
  return Promise.all(ids.map((each) => host.client.moderation.detail({ id: Number(each) })))
}

interface NextResponse {
  readonly askedAt: number
  readonly dueAt: number | null
  readonly answeredAt: number | null
  readonly seconds: number | null
}

function checkStates(world: World, details: readonly ConversationDetail[]): void {
  const { reader } = world.host.backend.ledger
  const questions = reader.prepare<[number], NextResponse>(
    `SELECT asked_at AS askedAt, due_at AS dueAt, answered_at AS answeredAt, response_seconds AS seconds
     FROM next_response WHERE conversation_id = ? ORDER BY asked_at, id`,
  )
  for (const detail of details) {
    const clock = CLOCKS[world.channels.indexOf(detail.channelId ?? 0)]!
    const asked = questions.all(detail.id)
    checkFirst(detail, clock, asked)
    checkNext(detail, clock, asked)
    checkTurn(detail)
    const times = detail.timeline.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThanOrEqual(world.now)
  }
}

const secondsOf = (clock: ServiceClock, from: number, to: number | null) =>
  to === null ? null : Math.floor(clock.serviceMsBetween(from, to) / 1000)

/** The first message has a deadline and a time of its own, unless it was closed without an answer before they wrote again. */
function checkFirst(detail: ConversationDetail, clock: ServiceClock, questions: readonly NextResponse[]): void {
  const { receivedAt, firstAnsweredAt, resolvedAt, firstResponseSeconds } = detail
  const isWaived =
    firstResponseSeconds === null && questions.some(({ askedAt }) => askedAt <= (firstAnsweredAt ?? Infinity))
  if (isWaived) expect(detail.timeline.some(({ kind }) => kind === 'resolved')).toBe(true)
  const firstDueAt = clock.deadlineAfter(receivedAt, TARGET_MS)
  // Where it was closed in time none was owed.
  expect(isWaived ? [null, firstDueAt] : [firstDueAt]).toContain(detail.firstDueAt)
  if (!isWaived) expect(firstResponseSeconds).toBe(secondsOf(clock, receivedAt, firstAnsweredAt))
  expect(detail.resolutionSeconds).toBe(secondsOf(clock, receivedAt, resolvedAt))
  if (firstAnsweredAt !== null) expect(firstAnsweredAt).toBeGreaterThanOrEqual(receivedAt)
  if (resolvedAt !== null) expect(resolvedAt).toBeGreaterThanOrEqual(receivedAt)
}

function checkNext(detail: ConversationDetail, clock: ServiceClock, questions: readonly NextResponse[]): void {
  for (const { askedAt, dueAt, answeredAt, seconds } of questions) {
    expect(askedAt).toBeGreaterThanOrEqual(detail.receivedAt)
    expect(seconds).toBe(secondsOf(clock, askedAt, answeredAt))
    if (answeredAt !== null) expect(answeredAt).toBeGreaterThanOrEqual(askedAt)
    else expect(dueAt).toBe(clock.deadlineAfter(askedAt, TARGET_MS))
  }
  const open = questions.filter(({ answeredAt }) => answeredAt === null)
  expect(open.length).toBeLessThanOrEqual(1)
  const due = open.length === 0 && detail.firstAnsweredAt === null ? detail.firstDueAt : (open[0]?.dueAt ?? null)
  expect(detail.dueAt).toBe(detail.status === 'done' ? null : due)
}

/** Done is done: nothing is put off, with someone else or due. */
function checkTurn(detail: ConversationDetail): void {
  const { status, snoozedUntil, resolvedAt, handovers, handedTo } = detail
  const out = handovers.filter(({ returnedAt }) => returnedAt === null)
  expect(out.length).toBeLessThanOrEqual(1)
  for (const { at, returnedAt } of handovers) if (returnedAt !== null) expect(returnedAt).toBeGreaterThanOrEqual(at)
  expect(handedTo).toBe(out[0]?.to ?? null)
  expect(resolvedAt !== null).toBe(status === 'done')
  if (status === 'done') expect({ snoozedUntil, out }).toEqual({ snoozedUntil: null, out: [] })
}

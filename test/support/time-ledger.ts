/** A ledger to log time in: one person at 44.50 € an hour, one channel, and entries written through the contract. */
import type { EntryDraft, TimeEntry, Work } from '../../shared/contract/time-entries.ts'
import type { StoredSettings } from '../../electron/backend/database/settings-row.ts'
import { newCommandId, openDirectHost, TEST_NOW, type DirectHost } from './direct-host.ts'

export interface TimeLedger {
  readonly host: DirectHost
  readonly client: DirectHost['client']
  readonly person: number
  readonly channel: number
}

export const NO_WORK: Work = {
  activity: null,
  channelId: null,
  campaignId: null,
  clientId: null,
  projectId: null,
  departmentId: null,
  targets: [],
  note: '',
  scope: 'social',
  isBillable: false,
}

export async function openTimeLedger(
  settings: Partial<StoredSettings> = {},
  now: number | (() => number) = TEST_NOW,
): Promise<TimeLedger> {
  const host = await openDirectHost(settings, now)
  const { client } = host
  const person = await client.settings.addPerson({ commandId: newCommandId(), name: 'Lena' })
  const channel = await client.settings.addChannel({
    commandId: newCommandId(),
    network: 'instagram',
    name: 'Instagram',
  })
  await setRate(client, 4450, '2020-01-01')
  return { host, client, person: person.recordId!, channel: channel.recordId! }
}

export function setRate(
  client: DirectHost['client'],
  centsPerHour: number,
  validFrom: string,
  personId: number | null = null,
) {
  return client.settings.setRate({ commandId: newCommandId(), personId, validFrom, centsPerHour, basis: null })
}

export interface Times {
  /** yyyy-MM-ddTHH:mm:ss±hh:mm */
  readonly from: string
  readonly to: string
}

export function draftOf({ person }: TimeLedger, { from, to }: Times, more: Partial<EntryDraft> = {}): EntryDraft {
  return { ...NO_WORK, personId: person, startedAt: Date.parse(from), endedAt: Date.parse(to), ...more }
}

export async function addEntry(
  ledger: TimeLedger,
  times: Times,
  more: Partial<EntryDraft> = {},
  onOverlap: 'refuse' | 'keep' | 'trim' = 'refuse',
): Promise<number> {
  const entries = [draftOf(ledger, times, more)]
  return (await ledger.client.time.add({ commandId: newCommandId(), entries, onOverlap })).recordId!
}

export async function addPost({ client }: TimeLedger, title: string, channelId: number | null = null): Promise<number> {
  const post = { title, channelId, format: null, pillarId: null, campaignId: null, publishedOn: null }
  return (await client.records.addPost({ commandId: newCommandId(), post })).recordId!
}

export async function addConversation({ client }: TimeLedger, label: string, channelId: number | null = null) {
  const conversation = { label, channelId, postId: null, day: '2026-10-28' as const }
  return (await client.records.addConversation({ commandId: newCommandId(), conversation })).recordId!
}

export const onPost = (postId: number, weight = 1) => ({ postId, conversationId: null, weight })
export const inConversation = (conversationId: number, weight = 1) => ({ postId: null, conversationId, weight })

export function undo({ client }: TimeLedger, commandId: string) {
  return client.history.undo({ commandId: newCommandId(), undoes: commandId })
}

/** All rows of time as they are stored, to be compared with what undo leaves. */
export function storedTime({ host }: TimeLedger): unknown {
  const { reader } = host.backend.ledger
  return ['time_entry', 'time_share', 'project', 'favourite', 'setting', 'person'].map((table) =>
    reader.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  )
}

/** Every entry of the ledger, earliest first. */
export async function allEntries({ client }: Pick<TimeLedger, 'client'>): Promise<TimeEntry[]> {
  const rows: TimeEntry[] = []
  let page = await client.time.list({ filter: {}, limit: 200 })
  rows.push(...page.rows)
  while (page.next) {
    page = await client.time.list({ filter: {}, cursor: page.next, limit: 200 })
    rows.push(...page.rows)
  }
  return rows.toReversed()
}

/** The app is started again: after it was closed in good order, or after a crash that left no last sign. */
export async function startAgain(
  { host, person, channel }: TimeLedger,
  after: 'closing' | 'crash',
): Promise<TimeLedger> {
  if (after === 'crash') host.backend.signs.forget()
  const again = await host.reopen()
  return { host: again, client: again.client, person, channel }
}

/** A clock that is moved by hand. */
export class TestClock {
  at: number

  constructor(at: number) {
    this.at = at
  }

  readonly now = () => this.at

  pass(minutes: number): void {
    this.at += minutes * 60_000
  }
}

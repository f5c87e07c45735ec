/** A ledger of its own for each test of crises, with the steps they share, at a time the test sets. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { CrisisContactInput } from '../../shared/contract/crises.ts'
import { capture } from './captured.ts'
import { stageEvidence } from './crisis-ledger.ts'
import { newCommandId, openDirectHost, type DirectHost } from './direct-host.ts'

// A Wednesday, 10:00 in Berlin.
export const START = Date.parse('2026-10-28T09:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const id = () => ({ commandId: newCommandId() })

export const contact = (name: string, changes: Partial<CrisisContactInput> = {}): CrisisContactInput => ({
  name,
  role: '',
  reachableBy: '',
  fromLevel: 1,
  withinMinutes: null,
  ...changes,
})

export const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

export class CrisisDesk {
  host!: DirectHost
  now = START
  channelId = 0

  async begin(): Promise<void> {
    this.now = START
    this.host = await openDirectHost({ name: 'Rösterei Nordlicht' }, () => this.now)
    const channel = { ...id(), network: 'instagram', name: 'Instagram' } as const
    this.channelId = (await this.host.client.settings.addChannel(channel)).recordId ?? 0
  }

  readonly mod = (): Client['moderation'] => this.host.client.moderation
  readonly undo = (undoes: string) => this.host.client.history.undo({ ...id(), undoes })
  readonly detail = (crisis: number) => this.mod().crisisDetail({ id: crisis })
  /** From the first on. */
  readonly log = async (crisis: number) => (await this.mod().crisisLog({ id: crisis })).entries.toReversed()
  readonly kinds = async (crisis: number) => (await this.log(crisis)).map(({ kind }) => kind)
  readonly stage = (name: string, content: Buffer) => stageEvidence(this.host.client, name, content)

  readonly capture = (text: string, changes: object = {}) =>
    capture(this.host.client, { text, channelId: this.channelId, receivedAt: this.now, ...changes })

  readonly open = async (changes: object = {}): Promise<number> => {
    const receipt = await this.mod().crisisOpen({ ...id(), title: 'Schimmel im Kaffee', level: 2, ...changes })
    return receipt.recordId ?? 0
  }

  readonly addContact = async (crisisId: number | null, input: CrisisContactInput): Promise<number> =>
    (await this.mod().crisisAddContact({ ...id(), crisisId, contact: input })).recordId ?? 0
}

/** Opened before and closed after each test of the file. */
export function crisisDesk(): CrisisDesk {
  const desk = new CrisisDesk()
  beforeEach(() => desk.begin())
  afterEach(() => desk.host.close())
  return desk
}

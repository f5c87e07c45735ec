/** A freelancer's ledger with clients and hours, for tests of billing. */
import type { Client } from '../../shared/contract/contract.ts'
import type { RetainerInput } from '../../shared/contract/billing-records.ts'
import type { EntryDraft } from '../../shared/contract/time-entries.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId } from './direct-host.ts'

const ZONE = 'Europe/Berlin'

export async function addClient(client: Client, name: string): Promise<number> {
  const { recordId } = await client.records.addNamed({ commandId: newCommandId(), list: 'client', name })
  return recordId!
}

export async function addPerson(client: Client, name = 'Mira'): Promise<number> {
  const { recordId } = await client.settings.addPerson({ commandId: newCommandId(), name })
  return recordId!
}

export async function setBillingRate(
  client: Client,
  clientId: number | null,
  centsPerHour: number,
  from = '2026-01-01',
) {
  return client.billing.setRate({
    commandId: newCommandId(),
    clientId,
    personId: null,
    validFrom: from as Day,
    centsPerHour,
  })
}

export type EntryOptions = Partial<Omit<EntryDraft, 'startedAt' | 'endedAt'>> & {
  readonly personId: number
  /** Over midnight. */
  readonly endDay?: string
}

/** An entry of a day, "09:00" to "10:30". */
export async function logTime(
  client: Client,
  day: string,
  from: string,
  to: string,
  { endDay = day, ...options }: EntryOptions,
): Promise<number> {
  const { recordId } = await client.time.add({
    commandId: newCommandId(),
    entries: [
      {
        activity: 'content',
        channelId: null,
        campaignId: null,
        clientId: null,
        projectId: null,
        departmentId: null,
        targets: [],
        note: '',
        scope: 'social',
        isBillable: true,
        ...options,
        startedAt: instantAt(day as Day, from, ZONE),
        endedAt: instantAt(endDay as Day, to, ZONE),
      },
    ],
    onOverlap: 'keep',
  })
  return recordId!
}

export const retainer: RetainerInput = {
  fromMonth: '2026-10',
  toMonth: null,
  monthlySeconds: 20 * 3_600,
  feeCents: 150_000,
  carryOverCapSeconds: 0,
  carryOverMonths: null,
  excessCentsPerHour: null,
} as RetainerInput

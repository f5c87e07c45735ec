// A week in October 2026 as it is logged: entries of all kinds, an overlap, a gap, midnight crossed, the clocks changed on its eve.
import type { Client } from '../../shared/contract/contract.ts'
import type { EntryDraft } from '../../shared/contract/time-entries.ts'
import type { Activity } from '../../shared/domain/activity.ts'
import { type Day, toDay } from '../../shared/domain/day.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'
import { setBillingRate } from './billing-ledger.ts'
import { newCommandId } from './direct-host.ts'
import { NO_WORK } from './time-ledger.ts'

export const WEEK_ZONE = 'Europe/Berlin'

/** "2026-10-26 09:15" in Berlin. */
export function berlin(text: string): number {
  return instantAt(toDay(text.slice(0, 10)), text.slice(11), WEEK_ZONE)
}

export interface Logged {
  readonly from: string
  readonly to: string
  readonly activity?: Activity | null
  readonly note?: string
  readonly channelId?: number | null
  readonly clientId?: number | null
}

/** Adds what one person did, over each other where it says so. */
export async function logWork(client: Client, personId: number, work: readonly Logged[]): Promise<void> {
  const entries = work.map(
    ({ from, to, activity = 'content', note = '', channelId = null, clientId = null }): EntryDraft => ({
      personId,
      startedAt: berlin(from),
      endedAt: berlin(to),
      activity,
      channelId,
      campaignId: null,
      clientId,
      projectId: null,
      departmentId: null,
      targets: [],
      note,
      scope: 'social',
      isBillable: clientId !== null,
    }),
  )
  await client.time.add({ commandId: newCommandId(), entries, onOverlap: 'keep' })
}

/** One person with a rate, two channels. */
export async function addPersonWithRate(client: Client): Promise<{ personId: number; channels: readonly number[] }> {
  const { recordId: personId } = await client.settings.addPerson({ commandId: newCommandId(), name: 'Jule Brandt' })
  const rate = { personId, validFrom: '2026-01-01' as Day, centsPerHour: 4450, basis: null }
  await client.settings.setRate({ commandId: newCommandId(), ...rate })
  const channels: number[] = []
  for (const [network, name] of [
    ['instagram', 'Instagram'],
    ['linkedin', 'LinkedIn'],
  ] as const) {
    const { recordId } = await client.settings.addChannel({ commandId: newCommandId(), network, name })
    channels.push(recordId ?? 0)
  }
  return { personId: personId ?? 0, channels }
}

export async function fillWeek(client: Client): Promise<void> {
  const { personId, channels } = await addPersonWithRate(client)
  const [instagram = 0, linkedin = 0] = channels
  await logWork(client, personId, [
    { from: '2026-10-25 01:30', to: '2026-10-25 04:00', activity: 'ads', note: 'Nachtschicht Kampagne' },
    { from: '2026-10-26 08:07', to: '2026-10-26 09:09', activity: 'dialogue', channelId: instagram },
    { from: '2026-10-26 09:15', to: '2026-10-26 11:00', note: 'Karussell: Sorten', channelId: instagram },
    { from: '2026-10-26 12:30', to: '2026-10-26 13:13', activity: 'coordination', note: 'Abstimmung Vertrieb' },
    { from: '2026-10-26 15:40', to: '2026-10-26 16:22', activity: 'dialogue', channelId: linkedin },
    {
      from: '2026-10-27 08:12',
      to: '2026-10-27 09:08',
      activity: 'dialogue',
      note: 'Dialog, Stapel',
      channelId: instagram,
    },
    { from: '2026-10-27 09:30', to: '2026-10-27 11:08', note: 'Cold Brew' },
    { from: '2026-10-27 10:40', to: '2026-10-27 12:00', activity: 'planning', note: 'Redaktionsplan' },
    { from: '2026-10-27 16:12', to: '2026-10-27 17:16', activity: 'reporting', note: 'Monatsbericht' },
    { from: '2026-10-28 08:04', to: '2026-10-28 09:20', activity: 'dialogue', channelId: instagram },
    { from: '2026-10-28 09:37', to: '2026-10-28 10:41', activity: 'planning', note: 'Redaktionsplan' },
    { from: '2026-10-28 11:00', to: '2026-10-28 11:06', activity: 'publishing', channelId: linkedin },
    { from: '2026-10-28 11:08', to: '2026-10-28 11:14', activity: 'publishing', channelId: instagram },
    { from: '2026-10-28 22:30', to: '2026-10-29 00:45', activity: 'ads', note: 'Start der Kampagne' },
    { from: '2026-10-29 09:00', to: '2026-10-29 10:30', activity: 'learning', note: 'Schulung Reels' },
    { from: '2026-10-29 13:00', to: '2026-10-29 17:00', note: 'Dreh Rösterei' },
  ])
}

/** The same week with all that marks an entry: estimated, invoiced, in a closed month, running, three at once with long names. */
export async function fillMarkedWeek(client: Client): Promise<void> {
  await fillWeek(client)
  const { people } = await client.settings.people()
  const personId = people[0]?.id ?? 0
  const { recordId: clientId } = await client.records.addNamed({
    commandId: newCommandId(),
    list: 'client',
    name: 'Café Ahoi',
  })
  await logWork(client, personId, [
    { from: '2026-09-30 09:00', to: '2026-09-30 11:00', note: 'Herbstkampagne', activity: 'planning' },
    { from: '2026-10-26 16:30', to: '2026-10-26 18:00', note: 'Beratung Café Ahoi', clientId },
    {
      from: '2026-10-29 14:00',
      to: '2026-10-29 15:30',
      note: 'Geschäftsleitungsbesprechung',
      activity: 'coordination',
    },
    { from: '2026-10-29 14:20', to: '2026-10-29 14:35', note: 'Rückruf', activity: 'dialogue' },
  ])
  await setBillingRate(client, clientId, 9_000)
  const october = { from: toDay('2026-10-01'), to: toDay('2026-10-31') }
  await client.billing.addInvoice({
    commandId: newCommandId(),
    clientId: clientId ?? 0,
    period: october,
    number: '2026-014',
    feeMonths: [],
    booking: null,
  })
  await client.time.addEstimate({
    commandId: newCommandId(),
    personId,
    week: toDay('2026-10-26'),
    hours: [{ activity: 'learning', channelId: null, seconds: 3 * 3_600 }],
    note: 'Zuschauen bei anderen',
  })
  await client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-09' })
  await client.settings.update({ commandId: newCommandId(), patch: { selfPersonId: personId } })
  await client.time.start({
    commandId: newCommandId(),
    personId,
    at: Date.now() - 47 * 60_000,
    work: { ...NO_WORK, activity: 'dialogue', note: 'Kommentare zur Röstung', channelId: null },
  })
}

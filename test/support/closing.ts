// A ledger whose months can be closed: now is 2 November 2026, the months from January to October have ended.
import { expect } from 'vitest'
import { newCommandId, openDirectHost, type DirectHost } from './direct-host.ts'
import { addRow } from './ledger-sources.ts'

export const TODAY = '2026-11-02'

export interface Closable {
  readonly host: DirectHost
  readonly person: number
  readonly channel: number
}

/** With one person at 40 € an hour, one channel and a margin of half. */
export async function openClosable(): Promise<Closable> {
  const host = await openDirectHost({ marginBasisPoints: 5000 })
  const person = (await addRow(host, 'person', { name: 'Lena' })).id
  const channel = (await addRow(host, 'channel', { network: 'instagram', name: 'Instagram' })).id
  await addRow(host, 'cost_rate', { person_id: null, valid_from: '2026-01-01', cents_per_hour: 4000 })
  return { host, person, channel }
}

export function closeMonth({ client }: DirectHost, month: string, withEarlier = false) {
  return client.ledger.closeMonth({ commandId: newCommandId(), month, withEarlier })
}

export async function monthState({ client }: DirectHost, month: string) {
  return (await client.ledger.months()).months.find((state) => state.month === month)
}

export async function expectSound({ client }: DirectHost): Promise<void> {
  const { checks } = await client.ledger.verify()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
}

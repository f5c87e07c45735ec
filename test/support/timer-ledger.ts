// The ledger of time-ledger.ts for tests in the app: filled as of some moment, opened by the app, read again afterwards.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import type { TimeEntry } from '../../shared/contract/time-entries.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import { makeBackend, newCommandId } from './direct-host.ts'
import { expect, test as base } from './host-fixtures.ts'
import { allEntries, openTimeLedger, setRate } from './time-ledger.ts'

export { expect }
export { NO_WORK } from './time-ledger.ts'

/** A euro a second: each second can be seen in the cost. */
const CENTS_PER_HOUR = 360_000

export interface TimerLedger {
  readonly path: string
  readonly person: number
  readonly channel: number
}

export interface Contents {
  readonly client: Client
  readonly ledger: TimerLedger
  readonly now: number
}

interface TimerFixtures {
  /** A ledger with a person, who oneself is, a channel and a rate, as of `now`; `fill` adds to it. */
  makeTimerLedger(now?: number, fill?: (contents: Contents) => Promise<unknown>): Promise<TimerLedger>
}

export const test = base.extend<TimerFixtures>({
  makeTimerLedger: async ({}, provide) => {
    const folders: string[] = []
    await provide(async (now = Date.now(), fill = () => Promise.resolve()) => {
      const { host, client, person, channel } = await openTimeLedger({}, now)
      folders.push(host.folder)
      await setRate(client, CENTS_PER_HOUR, '2020-01-01')
      await client.settings.update({ commandId: newCommandId(), patch: { selfPersonId: person } })
      const ledger = { path: host.path, person, channel }
      await fill({ client, ledger, now })
      host.backend.close()
      return ledger
    })
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  },
})

/** All entries of a ledger nobody has open, in their order. */
export async function entriesOf({ path }: TimerLedger): Promise<TimeEntry[]> {
  const backend = makeBackend(dirname(path), path, Date.now())
  await backend.openLedger(path)
  try {
    return await allEntries({ client: directClient(backend) })
  } finally {
    backend.close()
  }
}

/** The running timer in the top bar. */
export function timerOf(page: Page) {
  const pill = page.getByRole('group', { name: 'Laufende Uhr' })
  return { pill, elapsed: pill.getByRole('timer'), start: page.getByRole('button', { name: /^Starten/ }) }
}

/** So that an entry is none of those too short to keep. */
export async function waitForSeconds(page: Page, seconds: number): Promise<void> {
  await expect
    .poll(async () => secondsOf((await timerOf(page).elapsed.textContent()) ?? ''))
    .toBeGreaterThanOrEqual(seconds)
}

export function secondsOf(elapsed: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = elapsed.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

export async function paletteCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('option').first()).toContainText(words)
  // The list marks its first entry a moment later.
  await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
}

// Opens the app on a ledger that was filled through the contract first.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { StoredSettings } from '../../electron/backend/database/settings-row.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { openDirectHost } from './direct-host.ts'
import { test as base, type OpenedApp } from './host-fixtures.ts'

export type Prepare = (client: Client) => Promise<unknown>
type Settings = Partial<StoredSettings>

interface PreparedFixtures {
  openPrepared(prepare: Prepare, settings?: Settings): Promise<OpenedApp>
}

interface PreparedLedger {
  readonly prepare: Prepare
  readonly settings: string
  readonly folder: string
  readonly file: string
}

interface WorkerFixtures {
  /** Each is filled once by a worker; tests open copies of it. */
  prepareLedger(prepare: Prepare, settings: Settings): Promise<PreparedLedger>
}

export const test = base.extend<PreparedFixtures, WorkerFixtures>({
  prepareLedger: [
    async ({}, provide) => {
      const prepared: PreparedLedger[] = []
      await provide(async (prepare, settings) => {
        const key = JSON.stringify(settings)
        const found = prepared.find((each) => each.prepare === prepare && each.settings === key)
        if (found !== undefined) return found
        const made = await fillLedger(prepare, settings)
        prepared.push(made)
        return made
      })
      for (const { folder } of prepared) rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  openPrepared: async ({ launchApp, prepareLedger }, provide) => {
    const folders: string[] = []
    await provide(async (prepare, settings = {}) => {
      const { folder, file } = await prepareLedger(prepare, settings)
      const copy = mkdtempSync(join(tmpdir(), 'gegenwert-ledger-'))
      folders.push(copy)
      cpSync(folder, copy, { recursive: true })
      return launchApp({ ledger: join(copy, file) })
    })
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'

/** Closing writes everything into the one file, which can then be copied. */
async function fillLedger(prepare: Prepare, settings: Settings): Promise<PreparedLedger> {
  const host = await openDirectHost(settings, Date.now())
  try {
    await prepare(host.client)
  } finally {
    host.backend.close()
  }
  return { prepare, settings: JSON.stringify(settings), folder: host.folder, file: basename(host.path) }
}

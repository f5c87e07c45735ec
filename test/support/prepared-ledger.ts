// Opens the app on a ledger that was filled through the contract first.
import { rmSync } from 'node:fs'
import type { StoredSettings } from '../../electron/backend/database/settings-row.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { openDirectHost } from './direct-host.ts'
import { test as base, type OpenedApp } from './host-fixtures.ts'

export type Prepare = (client: Client) => Promise<unknown>

interface PreparedFixtures {
  openPrepared(prepare: Prepare, settings?: Partial<StoredSettings>): Promise<OpenedApp>
}

export const test = base.extend<PreparedFixtures>({
  openPrepared: async ({ launchApp }, provide) => {
    const folders: string[] = []
    await provide(async (prepare, settings = {}) => {
      const host = await openDirectHost(settings, Date.now())
      folders.push(host.folder)
      await prepare(host.client)
      // Its folder stays: the app opens the file.
      host.backend.close()
      return launchApp({ ledger: host.path })
    })
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'

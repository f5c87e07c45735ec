import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layerExceptions } from '../support/layer-exceptions.ts'

const projectFolder = join(import.meta.dirname, '..', '..')

/** A file of each layer with an import it must not have. */
const wrong: Readonly<Record<string, string>> = {
  'shared/domain/loads-all.ts': `import { addDays } from 'date-fns'`,
  'shared/domain/reads-contract.ts': `import { contract } from '../contract/contract.ts'`,
  'shared/domain/reads-files.ts': `import { readFileSync } from 'node:fs'`,
  'shared/domain/validates.ts': `import * as z from 'zod'`,
  'shared/contract/knows-backend.ts': `import { router } from '../../electron/backend/router.ts'`,
  'shared/contract/serves.ts': `import { os } from '@orpc/server'`,
  'shared/contract/speaks.ts': `import { desktop } from '../i18n/de/desktop.ts'`,
  'shared/i18n/de/reads-domain.ts': `import { toMoney } from '../../domain/money.ts'`,
  'shared/i18n/texts-of-react.ts': `import { useState } from 'react'`,
  'renderer/app/knows-electron.ts': `import { ipcRenderer } from 'electron'`,
  'renderer/app/knows-main.ts': `import type { Desk } from '../../electron/main/page-requests.ts'`,
  'renderer/app/loads-backend.ts': `export const backend = () => import('../../electron/backend/backend.ts')`,
  'renderer/app/opens-database.ts': `import Database from 'better-sqlite3'`,
  'renderer/app/reads-files.ts': `import { readFileSync } from 'node:fs'`,
  'renderer/app/validates.ts': `import { contract } from '../../shared/contract/contract.ts'`,
  'renderer/lib/knows-feature.ts': `import { x } from '../features/result/result-page.tsx'`,
  'renderer/ui/knows-app.ts': `import { x } from '../app/routes.tsx'`,
  'renderer/ui/knows-feature.ts': `import type { X } from '../features/result/result-page.tsx'`,
  'renderer/features/imports/knows-result.ts': `import { x } from '../result/result-page.tsx'`,
  'renderer/features/imports/mapping/knows-result.ts': `import { x } from '../../result/result-page.tsx'`,
  'renderer/features/imports/validates.ts': `import { contract } from '../../../shared/contract/contract.ts'`,
  'electron/backend/knows-electron.ts': `import type { App } from 'electron'`,
  'electron/backend/knows-host.ts': `import { x } from '../main/main.ts'`,
  'electron/backend/knows-page.ts': `import { x } from '../../renderer/lib/format.ts'`,
  'electron/backend/database/knows-feature.ts': `import { x } from '../features/ledger/ledger-store.ts'`,
  'electron/backend/features/imports/knows-ledger.ts': `import { x } from '../ledger/ledger-store.ts'`,
  'electron/backend/features/imports/knows-electron.ts': `import { app } from 'electron'`,
  'electron/backend/features/imports/reader/knows-ledger.ts': `import { x } from '../../ledger/ledger-store.ts'`,
  'electron/browser-host/knows-main.ts': `import { x } from '../main/menu.ts'`,
  'electron/browser-host/knows-electron.ts': `import { app } from 'electron'`,
  'electron/cli/opens-database.ts': `import Database from 'better-sqlite3'`,
  'electron/cli/knows-host.ts': `import { x } from '../browser-host/server.ts'`,
  'electron/backend/features/safekeeping/loads-all.ts': `import { format } from 'date-fns'`,
  'electron/main/runs-backend.ts': `import { openBackend } from '../backend/backend.ts'`,
  'electron/main/opens-database.ts': `import Database from 'better-sqlite3'`,
  'electron/preload/knows-main.ts': `import { x } from '../main/menu.ts'`,
  'electron/preload/knows-shared.ts': `import { x } from '../../shared/domain/money.ts'`,
}

/** A file of each layer with the imports it lives on. */
const right: Readonly<Record<string, string>> = {
  'electron/backend/features/safekeeping/loads-one.ts': `import { format } from 'date-fns/format'`,
  'shared/domain/adds.ts': `import { addDays } from 'date-fns/addDays'\nimport { tz } from '@date-fns/tz'\nimport { x } from './money.ts'`,
  'shared/contract/declares.ts': `import { oc } from '@orpc/contract'\nimport * as z from 'zod'\nimport { x } from '../domain/day.ts'`,
  'shared/i18n/en/says.ts': `import type { Texts } from '../texts.ts'\nimport type { x } from '../de/says.ts'`,
  'renderer/lib/calls.ts': `import type { Client } from '../../shared/contract/contract.ts'\nimport { x } from '../../shared/domain/money.ts'`,
  'renderer/app/shows.ts': `import { x } from '../features/result/result-page.tsx'\nimport { y } from '../ui/button.tsx'`,
  'renderer/features/imports/shows.ts': `import { x } from '../../ui/button.tsx'\nimport { y } from './queries.ts'\nimport type { C } from '../../../shared/contract/contract.ts'`,
  'renderer/features/imports/mapping/shows.ts': `import { x } from '../../../ui/button.tsx'\nimport { y } from '../queries.ts'`,
  'electron/backend/process-like.ts': `import { x } from './backend.ts'\nimport { y } from '../../shared/domain/money.ts'`,
  'electron/backend/database/reads.ts': `import Database from 'better-sqlite3'`,
  'electron/backend/features/imports/stores.ts': `import { x } from '../../database/open.ts'\nimport { y } from '../../../../shared/domain/day.ts'`,
  'electron/backend/features/imports/reader/reads.ts': `import { x } from '../formats/format.ts'\nimport { y } from '../../../database/open.ts'`,
  'electron/browser-host/serves.ts': `import { openBackend } from '../backend/backend.ts'`,
  'electron/main/hosts.ts': `import { app } from 'electron'\nimport type { BackendOptions } from '../backend/backend.ts'`,
  'electron/preload/hands.ts': `import { ipcRenderer } from 'electron'\nimport { x } from '../../renderer/lib/desktop-bridge.ts'`,
}

interface Finding {
  readonly code: string
  readonly filename: string
}

let folder: string
let reported: ReadonlySet<string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-layers-'))
  copyFileSync(join(projectFolder, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'))
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const [file, code] of Object.entries({ ...wrong, ...right })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  reported = reportedFiles()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reportedFiles(): ReadonlySet<string> {
  const oxlint = join(projectFolder, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const words = [oxlint, '--format', 'json', 'electron', 'renderer', 'shared']
  const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] }
  return new Set(
    diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename),
  )
}

describe('layers', () => {
  test.each(Object.entries(wrong))('%s is reported for: %s', (file) => {
    expect(reported).toContain(file)
  })

  test.each(Object.keys(right))('%s is in order', (file) => {
    expect(reported).not.toContain(file)
  })

  test('exceptions are listed, and the list only shrinks', () => {
    const files = globSync(['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'], { cwd: projectFolder })
    const exceptional = files.filter((file) =>
      /(oxlint|eslint)-disable.*no-restricted-imports/.test(readFileSync(join(projectFolder, file), 'utf8')),
    )
    expect(exceptional.toSorted()).toEqual(layerExceptions.toSorted())
    expect(layerExceptions.length).toBe(0)
  })
})

import { dirname } from 'node:path'
import { directClient } from '../backend/direct-client.ts'
import { Backend } from '../backend/backend.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Language } from '../../shared/contract/fields.ts'
import { fromCaller } from './arguments.ts'
import type { CommandRun } from './command-run.ts'

/** A backend without an open ledger: each command names its file. */
export function openBackendForCli(language: Language): Backend {
  return new Backend({
    host: 'cli',
    dataFolder: dirname(fromCaller('.')),
    appVersion: 'cli',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language,
  })
}

/** Opens the ledger a command names; from here on texts are in its language. */
export async function openNamedLedger({ backend, options, texts }: CommandRun): Promise<Client> {
  await backend.openLedger(fromCaller(options.required('ledger')))
  texts.language = backend.ledger.settings().language
  return directClient(backend)
}

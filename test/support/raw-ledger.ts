/** A ledger filled beforehand through the backend itself, and its raw bytes afterwards. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Client } from '../../shared/contract/contract.ts'
import { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'

/** Works on a ledger that no app has open yet. */
export async function workOn<Answer>(path: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const backend = new Backend({
    host: 'direct',
    dataFolder: dirname(path),
    appVersion: 'test',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language: 'de',
  })
  await backend.openLedger(path)
  const answer = await work(directClient(backend))
  backend.close()
  return answer
}

/** Files beside the ledger, itself included and backups not, in which one of the words stands letter by letter. */
export function filesWith(path: string, words: readonly string[]): string[] {
  return readdirSync(dirname(path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(basename(path)))
    .map(({ name }) => name)
    .filter((name) => {
      const bytes = readFileSync(join(dirname(path), name))
      return words.some((word) => bytes.includes(word))
    })
}

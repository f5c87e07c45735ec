/** What the tests of data protection share: erasing as a page does, and reading every byte that lies on the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Erased, Person } from '../../shared/contract/privacy.ts'
import { capture as captureWith } from './captured.ts'
import { newCommandId, type DirectHost } from './direct-host.ts'

type Erasing = AsyncIterable<{ kind: 'progress' } | ({ kind: 'done' } & Erased)>

export async function erased(stream: Promise<unknown>): Promise<Erased> {
  for await (const event of (await stream) as Erasing) if (event.kind === 'done') return event
  throw new Error('the erasure ended without an answer')
}

export function erasePerson(
  { client }: { readonly client: Client },
  name: string,
  more: Partial<Person> & { includeHeld?: boolean } = {},
): Promise<Erased> {
  return erased(client.moderation.erasePerson({ commandId: newCommandId(), name, ...more }))
}

export function capture(
  { client }: { readonly client: Client },
  changes: Partial<ConversationDraft> = {},
): Promise<number> {
  return captureWith(client, changes)
}

/** Files of the ledger: itself, its log, what lies beside it – and not its backups, which keep what they hold. */
export function filesOf(path: string): string[] {
  const folder = dirname(path)
  const own = readdirSync(folder)
    .filter((name) => name.startsWith(basename(path)))
    .map((name) => join(folder, name))
  return own.flatMap((file) => (statSync(file).isDirectory() ? filesIn(file) : [file]))
}

export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every way in which a text may stand in a file: as it is, as JSON writes it, in two bytes a letter. */
function spellings(text: string): Buffer[] {
  const json = JSON.stringify(text).slice(1, -1)
  const ascii = json.replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [...new Set([text, json, ascii])].map((one) => Buffer.from(one)).concat(Buffer.from(text, 'utf16le'))
}

/** Where the texts are found on the disk, as "file: text". */
export function foundOnDisk(files: readonly string[], texts: readonly string[]): string[] {
  const found: string[] = []
  for (const file of files) {
    const bytes = readFileSync(file)
    for (const text of texts)
      if (spellings(text).some((spelling) => bytes.includes(spelling))) found.push(`${basename(file)}: ${text}`)
  }
  return found
}

export function expectNothingLeft({ path }: Pick<DirectHost, 'path'>, texts: readonly string[]): void {
  expect(foundOnDisk(filesOf(path), texts)).toEqual([])
}

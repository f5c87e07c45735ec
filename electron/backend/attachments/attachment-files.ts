/**
 * Files that belong to a ledger – receipts, pictures – lie beside it under their hash: `<ledger>.files/ab/ab…`. The same file is
 * kept once, is written whole or not at all, and is never changed. What nothing points at any more stays until someone tidies up:
 * undo may still need it, and so may an older copy of the ledger.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export type FileState = 'present' | 'missing' | 'changed'

export interface FileReference {
  readonly sha256: string
  readonly bytes: number
}

export function filesFolderOf(ledgerPath: string): string {
  return `${ledgerPath}.files`
}

function pathOf(ledgerPath: string, sha256: string): string {
  return join(filesFolderOf(ledgerPath), sha256.slice(0, 2), sha256)
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Keeps a file; answers its hash and size. One that lies there already is written again only where it was damaged. */
export function keepFile(ledgerPath: string, content: Uint8Array): FileReference {
  const reference = { sha256: hashOf(content), bytes: content.length }
  if (stateOf(ledgerPath, reference) === 'present' && isUnchanged(ledgerPath, reference)) return reference
  const path = pathOf(ledgerPath, reference.sha256)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = openSync(unfinished, 'wx', 0o600)
    try {
      for (let written = 0; written < content.length;) written += writeSync(file, content, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
  return reference
}

/** Whether a file is there with the size it had; its content is not read. */
export function stateOf(ledgerPath: string, { sha256, bytes }: FileReference): FileState {
  const found = statSync(pathOf(ledgerPath, sha256), { throwIfNoEntry: false })
  if (!found?.isFile()) return 'missing'
  return found.size === bytes ? 'present' : 'changed'
}

/** The whole file, compared with its hash; a word on what is wrong where it is not the one that was kept. */
export function readKeptFile(ledgerPath: string, reference: FileReference): Buffer | 'missing' | 'changed' {
  const state = stateOf(ledgerPath, reference)
  if (state !== 'present') return state
  const content = readFileSync(pathOf(ledgerPath, reference.sha256))
  return hashOf(content) === reference.sha256 ? content : 'changed'
}

/** The state of a file with its content read. */
export function checkFile(ledgerPath: string, reference: FileReference): FileState {
  const content = readKeptFile(ledgerPath, reference)
  return typeof content === 'string' ? content : 'present'
}

function isUnchanged(ledgerPath: string, reference: FileReference): boolean {
  return checkFile(ledgerPath, reference) === 'present'
}

export interface KeptFile extends FileReference {
  readonly path: string
}

/** Everything in the folder that looks like a kept file, or like the rest of one that was never finished. */
export function listFiles(ledgerPath: string): KeptFile[] {
  const folder = filesFolderOf(ledgerPath)
  const files: KeptFile[] = []
  for (const part of listFolder(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue
    for (const name of listFolder(join(folder, part))) {
      const match = /^([0-9a-f]{64})(\.[0-9a-f]{8}\.part)?$/.exec(name)
      if (!match?.[1]) continue
      const path = join(folder, part, name)
      const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
      files.push({ path, bytes, sha256: match[2] === undefined ? match[1] : '' })
    }
  }
  return files
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

export function deleteFiles(files: readonly KeptFile[]): void {
  for (const { path } of files) rmSync(path, { force: true })
}

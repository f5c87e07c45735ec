/**
 * The list of what was erased, in a file beside the ledger: an older copy of the ledger that is put in its place does not know it. Each
 * line is an entry; entries of other ledgers that lay in the same place are left as they are.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { NAME_REACHES } from '../../../shared/domain/names-in-text.ts'
import { backupFolderOf } from '../database/backup.ts'
import { saltedHash } from '../salt.ts'
import { missingFrom, type Erasure } from './erasure-list.ts'

const SUFFIX = '.erasures'

const Line = z.object({
  ledger: z.string(),
  kind: z.enum(['handle', ...NAME_REACHES, 'conversation']),
  hash: z.string(),
  parts: z.int(),
  pseudonym: z.string().nullable(),
  ranges: z.array(z.tuple([z.int(), z.int()])).nullable(),
  at: z.int(),
  reason: z.enum(['request', 'retention']),
})
type Line = z.output<typeof Line>

export function listFileOf(ledgerPath: string): string {
  return `${ledgerPath}${SUFFIX}`
}

/** A second one lies among the backups: whoever moves to another machine with them takes it along. */
function listFilesOf(ledgerPath: string): [string, string] {
  return [listFileOf(ledgerPath), join(backupFolderOf(ledgerPath), `${basename(ledgerPath)}${SUFFIX}`)]
}

/** By what a ledger and its copies are recognised; says nothing about the salt. */
function ledgerMark(salt: string): string {
  return saltedHash('ledger', salt).slice(0, 12)
}

/**
 * What is listed for this ledger in its folder, under whatever name: a copy that bears another name is the same ledger, and a backup
 * that is opened itself finds the list among the backups.
 */
export function readListed(ledgerPath: string, salt: string): Erasure[] {
  const mark = ledgerMark(salt)
  const newest = new Map<string, Erasure>()
  for (const file of [...listsIn(dirname(ledgerPath)), listFilesOf(ledgerPath)[1]]) {
    for (const { ledger, ...erasure } of readLines(file)) {
      if (ledger !== mark) continue
      const key = `${erasure.kind} ${erasure.hash}`
      if ((newest.get(key)?.at ?? Number.NEGATIVE_INFINITY) < erasure.at) newest.set(key, erasure)
    }
  }
  return [...newest.values()]
}

function listsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** A line that cannot be read – the rest of one that was not written to its end – says nothing. */
function readLines(file: string): Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [Line.parse(JSON.parse(text))]
      } catch {
        return []
      }
    })
}

/** Adds what the files beside the ledger and among its backups lack. Each is written whole or not at all. */
export function listErasures(ledgerPath: string, salt: string, erasures: readonly Erasure[]): void {
  if (erasures.length === 0) return
  const mark = ledgerMark(salt)
  const [own, amongBackups] = listFilesOf(ledgerPath)
  for (const file of existsSync(dirname(amongBackups)) ? [own, amongBackups] : [own]) {
    const lines = readLines(file)
    const mine = lines.filter(({ ledger }) => ledger === mark)
    const added = missingFrom(mine, erasures)
    if (added.length === 0) continue
    const replaced = new Set(added.map(({ kind, hash }) => `${kind} ${hash}`))
    const kept = lines.filter(({ ledger, kind, hash }) => ledger !== mark || !replaced.has(`${kind} ${hash}`))
    writeWhole(file, [...kept, ...added.map((erasure) => ({ ledger: mark, ...erasure }))])
  }
}

function writeWhole(file: string, lines: readonly object[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.part`
  try {
    const opened = openSync(unfinished, 'w', 0o600)
    try {
      const content = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      for (let written = 0; written < content.length;) written += writeSync(opened, content, written)
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

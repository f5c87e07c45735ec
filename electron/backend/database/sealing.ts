/** Sealing a month: its lines, the seal before it and the result reported then go into one hash. */
import { createHash } from 'node:crypto'
import { firstDayOf, lastDayOf, type Day, type Month } from '../../../shared/domain/day.ts'
import {
  hashLines,
  hashSeal,
  NO_PREVIOUS_SEAL,
  SEAL_FORMAT,
  SEALED_FIELDS,
  type SealContent,
  type SealedLine,
  type Sha256,
} from '../../../shared/domain/seal.ts'
import type { Connection } from './connection.ts'
import { monthAfter } from './seals.ts'

export interface Seal extends SealContent {
  readonly id: number
  readonly month: Month
  readonly lastDay: Day
  readonly format: number
  readonly hash: string
}

const SEAL_COLUMNS = `id, month, last_day AS lastDay, sealed_at AS sealedAt, format, line_count AS lineCount, cost_cents AS costCents,
  revenue_cents AS revenueCents, seconds, lines_hash AS linesHash, previous_hash AS previousHash, hash, snapshot`

/** All seals in their order. */
export function readSeals(db: Connection): Seal[] {
  return db.prepare<[], Seal>(`SELECT ${SEAL_COLUMNS} FROM seal ORDER BY last_day`).all()
}

/** Seals a month; the caller has made sure that it is its turn. */
export function sealMonth(db: Connection, month: Month, sealedAt: number, snapshot: string): number {
  const previous = db.prepare<[], { hash: string }>('SELECT hash FROM seal ORDER BY last_day DESC LIMIT 1').get()
  const content: SealContent = {
    month,
    lastDay: lastDayOf(month),
    sealedAt,
    ...sumsOf(db, month),
    linesHash: linesHashOf(db, month),
    snapshot,
    previousHash: previous?.hash ?? NO_PREVIOUS_SEAL,
  }
  const seal = { ...content, format: SEAL_FORMAT, hash: hashSeal(content, newSha256) }
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO seal (month, last_day, sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash, previous_hash,
           hash, snapshot)
         VALUES (@month, @lastDay, @sealedAt, @format, @lineCount, @costCents, @revenueCents, @seconds, @linesHash, @previousHash,
           @hash, @snapshot)`,
      )
      .run(seal).lastInsertRowid,
  )
}

/** What is wrong with the seals, each as a month and what does not hold; empty when all is as it was sealed. */
export function findBrokenSeals(db: Connection): string[] {
  const broken: string[] = []
  let previous: Seal | null = null
  for (const seal of readSeals(db)) {
    const { month } = seal
    if (seal.previousHash !== (previous?.hash ?? NO_PREVIOUS_SEAL)) broken.push(`${month} chain`)
    if (previous && monthAfter(previous.month) !== month) broken.push(`${month} gap`)
    if (seal.format !== SEAL_FORMAT || seal.lastDay !== lastDayOf(month) || hashSeal(seal, newSha256) !== seal.hash)
      broken.push(`${month} seal`)
    if (linesHashOf(db, month) !== seal.linesHash) broken.push(`${month} lines`)
    const sums = sumsOf(db, month)
    const isSame =
      sums.lineCount === seal.lineCount &&
      sums.costCents === seal.costCents &&
      sums.revenueCents === seal.revenueCents &&
      sums.seconds === seal.seconds
    if (!isSame) broken.push(`${month} sums`)
    previous = seal
  }
  return [...broken, ...findLostSeals(db), ...findMissingGuards(db)]
}

/** A seal that was cut off at the end leaves its number behind; lines before the first closed month came in past the guards. */
function findLostSeals(db: Connection): string[] {
  const given = Number(
    db.prepare<[]>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'seal'").pluck().get(),
  )
  const { kept, first } = db
    .prepare<[], { kept: number; first: string | null }>('SELECT count(*) AS kept, min(month) AS first FROM seal')
    .get() ?? { kept: 0, first: null }
  const before = first === null ? 0 : countLinesBefore(db, firstDayOf(first as Month))
  return [...(given === kept ? [] : ['number of seals']), ...(before === 0 ? [] : [`lines before ${first ?? ''}`])]
}

function countLinesBefore(db: Connection, day: Day): number {
  return Number(db.prepare<[string]>('SELECT count(*) FROM ledger_line WHERE day < ?').pluck().get(day))
}

/** The triggers that protect sealed lines, and purchases that have some, even from a stray statement. */
const GUARDS = [
  'seal_in_order',
  'seal_kept',
  'seal_never_removed',
  'sealed_line_added',
  'sealed_line_changed',
  'sealed_line_removed',
  'sealed_event_kept',
  'touch_of_removed_event_kept',
] as const

function findMissingGuards(db: Connection): string[] {
  const find = db.prepare<[string]>(
    "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = ? AND (sql LIKE '%RAISE(ABORT%' OR sql LIKE '%RAISE(IGNORE%')",
  )
  return GUARDS.filter((name) => find.get(name) === undefined).map((name) => `guard ${name}`)
}

function newSha256(): Sha256 {
  const hash = createHash('sha256')
  return { update: (text) => hash.update(text, 'utf8'), digest: () => hash.digest('hex') }
}

function linesHashOf(db: Connection, month: Month): string {
  const lines = db.prepare<[string, string], SealedLine>(
    `SELECT ${SEALED_FIELDS.join(', ')} FROM ledger_line WHERE day BETWEEN ? AND ? ORDER BY id`,
  )
  return hashLines(lines.iterate(firstDayOf(month), lastDayOf(month)), newSha256)
}

function sumsOf(db: Connection, month: Month) {
  const sums = db
    .prepare<[string, string], Pick<SealContent, 'lineCount' | 'costCents' | 'revenueCents' | 'seconds'>>(
      `SELECT count(*) AS lineCount, coalesce(sum(CASE WHEN kind = 'revenue' THEN 0 ELSE cents END), 0) AS costCents,
         coalesce(sum(CASE WHEN kind = 'revenue' THEN cents ELSE 0 END), 0) AS revenueCents, coalesce(sum(seconds), 0) AS seconds
       FROM ledger_line WHERE day BETWEEN ? AND ?`,
    )
    .get(firstDayOf(month), lastDayOf(month))
  return sums ?? { lineCount: 0, costCents: 0, revenueCents: 0, seconds: 0 }
}

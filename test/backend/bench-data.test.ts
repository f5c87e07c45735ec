import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedgerFile } from '../../electron/backend/database/open.ts'
import { EXTREME, scaleDataset, sizeOfLines, TEN_YEARS } from '../bench/datasets.ts'
import { differences, ROLLUP_QUERY, writeJournal } from '../bench/journal-file.ts'
import { faultsOf, makeLedger } from '../bench/make-ledger.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-bench-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read<T>(path: string, work: (query: (sql: string) => unknown[]) => T): T {
  const { reader, writer } = openLedgerFile(path)
  try {
    return work((sql) => reader.prepare<[]>(sql).raw().all())
  } finally {
    reader.close()
    writer.close()
  }
}

const CONTENT = [
  'ledger_line',
  'attribution_share',
  'touchpoint',
  'conversation',
  'conversation_text',
  'conversation_event',
  'post',
] as const

function fingerprint(path: string): string {
  return read(path, (query) => {
    const hash = createHash('sha256')
    for (const table of CONTENT) hash.update(JSON.stringify(query(`SELECT * FROM ${table} ORDER BY id`)))
    return hash.digest('hex')
  })
}

describe('the ledgers that are measured', () => {
  const small = scaleDataset(TEN_YEARS, 0.01)

  it('are sound, draw every kind of row, and are the same each time', () => {
    const { path } = makeLedger(folder, 'once', small)
    expect(faultsOf(path)).toEqual([])
    read(path, (query) => {
      expect(query('SELECT DISTINCT kind FROM ledger_line ORDER BY kind').flat()).toEqual([
        'ads',
        'labour',
        'revenue',
        'tool',
      ])
      const count = (sql: string) => Number(query(`SELECT count(*) FROM ${sql}`).flat()[0])
      expect(count('revenue_event')).toBe(small.orders)
      expect(count('time_entry')).toBe(small.timeEntries)
      expect(count('conversation')).toBe(small.conversations)
      for (const column of ['channel_id', 'campaign_id', 'post_id', 'conversation_id', 'client_id', 'department_id'])
        expect(count(`ledger_line WHERE ${column} IS NOT NULL`), column).toBeGreaterThan(0)
      expect(count('attribution_share WHERE model = 6')).toBeGreaterThan(0)
      expect(count('conversation_search')).toBe(small.conversations)
      expect(query('SELECT DISTINCT status FROM conversation ORDER BY status').flat()).toEqual([
        'done',
        'open',
        'waiting',
      ])
      for (const table of [
        'conversation_text',
        'conversation_topic',
        'contact_handle',
        'next_response',
        'event_text',
        'channel_reach',
      ])
        expect(count(table), table).toBeGreaterThan(0)
      expect(count('conversation WHERE first_response_seconds IS NULL AND first_answered_at IS NOT NULL')).toBe(0)
    })
    expect(fingerprint(makeLedger(folder, 'twice', small).path)).toBe(fingerprint(path))
  })

  it('have the lines they are named after', () => {
    for (const lines of [50_000, 1_000_000]) {
      const { timeEntries, orders, adRows, tools } = sizeOfLines(lines)
      expect(timeEntries + orders + adRows + tools * 3652).toBe(lines)
    }
    expect(EXTREME.conversations).toBe(250_000)
  })

  it('come to the same profit by month and channel in the journal as in the sums the app keeps', () => {
    const { path } = makeLedger(folder, 'journal', small)
    const sums = new Map(
      read(path, (query) => query(ROLLUP_QUERY) as [string, number, number][]).map(([month, channel, cents]) => [
        `${month} ${channel}`,
        cents,
      ]),
    )
    const journal = join(folder, 'small.journal')
    expect(writeJournal(path, journal)).toBeGreaterThan(small.orders)
    expect(differences(sums, profitsOf(journal))).toEqual([])
  })
})

/** Adds up the postings of a journal, written here once more and not taken from its writer. */
function profitsOf(path: string): Map<string, number> {
  const profits = new Map<string, number>()
  for (const entry of readFileSync(path, 'utf8').split('\n\n')) {
    const found = /^(\d{4}-\d{2})-\d{2} [^\n]*\n\s+Ergebnis:Kanal (\d+) {2}(-?)(\d+)\.(\d{2}) EUR/m.exec(entry)
    if (!found) continue
    const [, month, channel, sign, whole, part] = found
    const key = `${month} ${channel}`
    profits.set(key, (profits.get(key) ?? 0) + Number(`${sign}${whole}${part}`))
  }
  return profits
}

/**
 * The same result in four tools: every line of a ledger as one entry by day and channel, costs with a minus, and what a purchase
 * contributes with the channel of its last touch. SQLite reads them from the ledger file, the others from a plain-text journal.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { openLedgerFile } from '../../electron/backend/database/open.ts'
import { amountText, journalHead, transactionText } from '../../electron/backend/features/reports/journal-text.ts'
import type { Day } from '../../shared/domain/day.ts'

/** Every entry: costs from the lines, revenue from the shares of the model "last" (0: all models agree, 1: last). */
const ENTRIES = `SELECT day, coalesce(channel_id, 0) AS channel, -cents AS cents FROM ledger_line WHERE kind <> 'revenue'
  UNION ALL SELECT day, coalesce(channel_id, 0), contribution_cents FROM attribution_share WHERE model IN (0, 1) AND weight <> 0`

/** The bare query: profit by month and channel, straight from the lines. */
export const BARE_QUERY = `SELECT substr(day, 1, 7) AS month, channel, sum(cents) AS cents FROM (${ENTRIES}) GROUP BY 1, 2;`

/** The same from the sums the app keeps. */
export const ROLLUP_QUERY = `SELECT month, channel, sum(cents) AS cents FROM (
    SELECT month, channel_id AS channel, -sum(cents) AS cents FROM line_month WHERE kind <> 'revenue' AND line_count > 0 GROUP BY 1, 2
    UNION ALL SELECT month, channel_id, sum(contribution_cents) FROM share_month WHERE model IN (0, 1) AND share_count > 0 GROUP BY 1, 2)
  GROUP BY 1, 2;`

const CURRENCY = 'EUR'
export const PROFIT = 'Ergebnis'
const CLEARING = 'Verrechnung'
export const accountOf = (channel: number) => `${PROFIT}:Kanal ${channel}`

const PIECE = 1 << 20

/** Writes the journal and answers how many transactions it has. */
export function writeJournal(ledger: string, path: string): number {
  const { reader, writer } = openLedgerFile(ledger)
  const file = openSync(path, 'w')
  try {
    const channels = reader.prepare<[], { id: number }>('SELECT id FROM channel ORDER BY id').all()
    const accounts = [0, ...channels.map(({ id }) => id)].map(accountOf)
    let text = journalHead([], CURRENCY, [...accounts, CLEARING])
    let count = 0
    const entries = reader.prepare<[], { day: Day; channel: number; cents: number }>(`${ENTRIES} ORDER BY day`)
    for (const { day, channel, cents } of entries.iterate()) {
      count += 1
      const postings = [
        { account: accountOf(channel), cents },
        { account: CLEARING, cents: -cents },
      ]
      const description = cents < 0 ? 'Aufwand' : 'Kauf'
      text += transactionText({ day, code: String(count), description, tags: [], postings }, CURRENCY)
      if (text.length < PIECE) continue
      writeSync(file, text)
      text = ''
    }
    writeSync(file, text)
    return count
  } finally {
    closeSync(file)
    reader.close()
    writer.close()
  }
}

/** Profit in cents by month and channel: `2026-03 4`. Months and channels without any are left out. */
export type Profits = ReadonlyMap<string, number>

export function differences(a: Profits, b: Profits): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => (a.get(key) ?? 0) !== (b.get(key) ?? 0))
    .map((key) => `${key}: ${amountText(a.get(key) ?? 0)} and ${amountText(b.get(key) ?? 0)}`)
}

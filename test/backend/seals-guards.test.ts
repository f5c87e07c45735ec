// Whoever reaches the file past the app: triggers refuse it, and past the triggers verification finds it.
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeMonth, expectSound, openClosable } from '../support/closing.ts'
import type { DirectHost } from '../support/direct-host.ts'
import { addRow, expenseFrom } from '../support/ledger-sources.ts'

let host: DirectHost
beforeEach(async () => {
  ;({ host } = await openClosable())
})
afterEach(() => host.close())

describe('a stray statement', () => {
  let database: SqliteDatabase.Database
  beforeEach(async () => {
    await addRow(host, 'expense', expenseFrom('2026-08-10', 1000))
    await addRow(host, 'expense', expenseFrom('2026-09-10', 2000))
    await addRow(host, 'expense', expenseFrom('2026-10-10', 3000))
    await closeMonth(host, '2026-09', true)
    database = new SqliteDatabase(host.path)
  })
  afterEach(() => database.close())

  test.each([
    [
      "INSERT INTO ledger_line (day, scope, kind, cents, source_kind, source_id) VALUES ('2026-09-30', 'social', 'tool', 1, 'expense', 1)",
    ],
    ["UPDATE ledger_line SET cents = 1 WHERE day = '2026-08-10'"],
    ["UPDATE ledger_line SET day = '2026-08-10' WHERE day = '2026-10-10'"],
    ["UPDATE ledger_line SET day = '2026-11-10' WHERE day = '2026-08-10'"],
    ["DELETE FROM ledger_line WHERE day = '2026-08-10'"],
    ['DELETE FROM ledger_line'],
    ["DELETE FROM seal WHERE month = '2026-09'"],
    ["UPDATE seal SET month = '2026-10' WHERE month = '2026-09'"],
    [
      `INSERT INTO seal SELECT 9, '2026-07', '2026-07-31', sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash,
         previous_hash, hash || '', snapshot FROM seal LIMIT 1`,
    ],
    [
      `INSERT INTO seal SELECT 9, '2026-10', '2026-10-31', sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash,
         previous_hash, replace(hash, 'a', 'b'), snapshot FROM seal WHERE month = '2026-08'`,
    ],
  ])('is refused: %s', async (sql) => {
    expect(() => database.exec(sql)).toThrow(/month closed|seal|closed month/)
    await expectSound(host)
  })

  const guards = ['seal_kept', 'seal_never_removed', 'sealed_line_added', 'sealed_line_changed', 'sealed_line_removed']
  /** Drops the guards, does it, and puts them back as they were: only the hashes can tell. */
  function pastTheGuards(sql: string): void {
    const find = database.prepare<[string], { sql: string }>(
      "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
    )
    const texts = guards.map((name) => find.get(name)!.sql)
    for (const name of guards) database.exec(`DROP TRIGGER ${name}`)
    database.exec(sql)
    for (const text of texts) database.exec(text)
  }

  test.each([
    ["UPDATE ledger_line SET cents = 1 WHERE day = '2026-08-10'", '2026-08 lines'],
    ["UPDATE ledger_line SET channel_id = 1 WHERE day = '2026-08-10'", '2026-08 lines'],
    ["DELETE FROM ledger_line WHERE day = '2026-09-10'", '2026-09 lines'],
    ["UPDATE ledger_line SET day = '2026-08-11' WHERE day = '2026-08-10'", '2026-08 lines'],
    ["UPDATE ledger_line SET day = '2026-07-11' WHERE day = '2026-10-10'", 'lines before 2026-08'],
    ["UPDATE seal SET cost_cents = 1 WHERE month = '2026-08'", '2026-08 seal'],
    ["UPDATE seal SET snapshot = '{}' WHERE month = '2026-08'", '2026-08 seal'],
    ["UPDATE seal SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE month = '2026-08'", '2026-09 chain'],
    ["DELETE FROM seal WHERE month = '2026-08'", '2026-09 chain'],
    ["DELETE FROM seal WHERE month = '2026-09'", 'number of seals'],
  ])('past the guards is found: %s', async (sql, found) => {
    pastTheGuards(sql)
    const { isSound, checks } = await host.client.ledger.verify()
    expect(isSound).toBe(false)
    expect(checks.find((check) => check.name === 'seals')!.detail).toContain(found)
  })

  test('guards that are gone are missed', async () => {
    database.exec('DROP TRIGGER sealed_line_changed')
    expect((await host.client.ledger.verify()).checks.find((check) => check.name === 'seals')).toMatchObject({
      isPassed: false,
      detail: 'guard sealed_line_changed',
    })
  })
})

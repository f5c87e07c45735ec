/** Brings a ledger file to the format this program writes. Never touches a newer one. */
import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { result } from './migrations/0002-result.ts'
import { time } from './migrations/0003-time.ts'
import { moderation } from './migrations/0004-moderation.ts'
import { calendar } from './migrations/0005-calendar.ts'

export const migrations: readonly Migration[] = [foundation, result, time, moderation, calendar]

export const FILE_VERSION = migrations.at(-1)?.version ?? 0

export function fileVersionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Applies what is missing, all in one transaction. The caller has checked that the file is not newer and has a backup. */
export function migrate(db: Database): void {
  const from = fileVersionOf(db)
  if (from >= FILE_VERSION) return
  db.transaction(() => {
    for (const migration of migrations) {
      if (migration.version > from) migration.up(db)
    }
    const violations = db.pragma('foreign_key_check') as unknown[]
    if (violations.length > 0) throw new Error(`migration left ${violations.length} broken references`)
    db.pragma(`user_version = ${FILE_VERSION}`)
  })()
}

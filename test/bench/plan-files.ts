/** Ledgers with a plan: so many variants, two hundred a month, of five channels, some with texts of their own. */
import { join } from 'node:path'
import type { Connection } from '../../electron/backend/database/connection.ts'
import { createLedgerFile } from '../../electron/backend/database/open.ts'
import { DEFAULT_SETTINGS, writeSettings } from '../../electron/backend/database/settings-row.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import { POST_FORMATS } from '../../shared/domain/post-format.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'

export interface PlanFile {
  readonly variants: number
  readonly path: string
}

export const PLAN_SIZES = [1_000, 10_000] as const
/** The last month of the plan is the one of this day. */
export const PLAN_DAY = toDay('2026-10-15')
const VARIANTS_A_DAY = 200 / 30
const CHANNELS = ['instagram', 'facebook', 'linkedin', 'tiktok', 'x'] as const
const WORDS =
  'Rösterei Bohne Espresso Mahlgrad Wasser Sorte Ernte Cupping Mühle Rezept Besuch Umfrage Team Lager Paket'.split(' ')

export function makePlanFiles(folder: string): PlanFile[] {
  return PLAN_SIZES.map((variants) => {
    const path = join(folder, `plan-${variants}.gegenwert`)
    createLedgerFile(path, (db) => fill(db, variants))
    return { variants, path }
  })
}

function fill(db: Connection, variants: number): void {
  writeSettings(db, { ...DEFAULT_SETTINGS, isFirstStartDone: true, salt: 'plan' })
  const run = (sql: string, ...values: (string | number | null)[]) =>
    Number(db.prepare<(string | number | null)[]>(sql).run(...values).lastInsertRowid)
  const channels = CHANNELS.map((network, position) =>
    run('INSERT INTO channel (network, name, position) VALUES (?, ?, ?)', network, network, position),
  )
  const last = addDays(PLAN_DAY, 16)
  for (let no = 0; no < variants; no++) {
    const day = addDays(last, -Math.floor((variants - 1 - no) / VARIANTS_A_DAY))
    const words = Array.from({ length: 40 }, (_, index) => WORDS[(no * 7 + index * (1 + (no % 5))) % WORDS.length])
    const format = POST_FORMATS[no % POST_FORMATS.length] ?? null
    const title = `${words.slice(0, 3).join(' ')} ${no}`
    const post = run('INSERT INTO post (title, text, format) VALUES (?, ?, ?)', title, words.join(' '), format)
    const hour = String(8 + (no % 12)).padStart(2, '0')
    const at = instantAt(day, `${hour}:${no % 2 === 0 ? '00' : '30'}`, DEFAULT_SETTINGS.timeZone)
    const isOut = day < PLAN_DAY
    run(
      `INSERT INTO variant (post_id, channel_id, status, text, planned_at, planned_on, published_at, published_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      post,
      channels[no % channels.length] ?? null,
      isOut ? 'published' : (['idea', 'draft', 'review', 'ready'][no % 4] ?? 'draft'),
      no % 6 === 0 ? `${title} – ${words.slice(5, 20).join(' ')}` : null,
      at,
      day,
      isOut ? at : null,
      isOut ? day : null,
    )
  }
}

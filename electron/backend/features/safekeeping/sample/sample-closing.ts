/** The first two months are closed, and something in them was put right afterwards. */
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf, type Month } from '../../../../../shared/domain/day.ts'
import type { Connection } from '../../../database/connection.ts'
import { makeSnapshot } from '../../../database/month-results.ts'
import { sealMonth } from '../../../database/sealing.ts'
import type { StoredSettings } from '../../../database/settings-row.ts'
import { noonOf } from '../../../../../shared/domain/instant.ts'
import type { Sample } from './sample-company.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

/** Runs when everything is derived: what is sealed stays as it is. */
export function closeMonths(db: Connection, sample: Sample, settings: StoredSettings): void {
  const first = monthOf(sample.year.from)
  for (const month of [first, monthOf(addMonths(firstDayOf(first), 1))]) {
    const sealedAt = noonOf(addDays(lastDayOf(month), 4), SAMPLE_TIME_ZONE)
    sealMonth(db, month, sealedAt, makeSnapshot(db, month, settings))
  }
  correct(sample, first)
}

/** Two entries of the first month turn out to have been for another channel: their lines are corrected, not changed. */
function correct(sample: Sample, month: Month): void {
  sample.db
    .prepare<[number, number, string, string]>(
      `UPDATE time_entry SET channel_id = ?, post_id = NULL WHERE id IN (SELECT id FROM time_entry
         WHERE channel_id = ? AND activity = 'content' AND day BETWEEN ? AND ? ORDER BY started_at LIMIT 2)`,
    )
    .run(sample.channels.instagram, sample.channels.tiktok, firstDayOf(month), lastDayOf(month))
}

/** What happened in a period besides costs and purchases. */
import type { Day, Period } from '../../../../shared/domain/day.ts'
import type { PostFormat } from '../../../../shared/domain/post-format.ts'
import type { Connection } from '../../database/connection.ts'

/** Posts published, by format, most first. */
export function countPosts(db: Connection, { from, to }: Period): { format: PostFormat | null; count: number }[] {
  return db
    .prepare<[Day, Day], { format: PostFormat | null; count: number }>(
      `SELECT format, count(*) AS count FROM post WHERE published_on BETWEEN ? AND ? GROUP BY format
       ORDER BY count(*) DESC, format`,
    )
    .all(from, to)
}

export function countLeads(db: Connection, period: Period): { came: number; won: number; lost: number } {
  const counts = db
    .prepare<[object], { came: number; won: number; lost: number }>(
      `SELECT coalesce(sum(day BETWEEN @from AND @to), 0) AS came,
         coalesce(sum(status = 'won' AND closed_on BETWEEN @from AND @to), 0) AS won,
         coalesce(sum(status = 'lost' AND closed_on BETWEEN @from AND @to), 0) AS lost
       FROM lead WHERE day BETWEEN @from AND @to OR closed_on BETWEEN @from AND @to`,
    )
    .get(period)
  return counts ?? { came: 0, won: 0, lost: 0 }
}

/** Sums of the lines that match a filter: from the rollups wherever these know what is asked for, else from the lines. */
import type { LineFilter } from '../../../../shared/contract/ledger.ts'
import { splitAtMonths, type Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'

export interface LineSums {
  readonly count: number
  readonly costCents: number
  readonly revenueCents: number
  readonly seconds: number
}

export const NO_SUMS: LineSums = { count: 0, costCents: 0, revenueCents: 0, seconds: 0 }

/** What rollups do not know: words, conversations, posts and what hangs on them, what corrects another line. */
export function isKnownToRollups(filter: LineFilter): boolean {
  const { text, onlyCorrections, postId, pillarId, format, conversationId } = filter
  const asked = [postId, pillarId, format, conversationId]
  return !text && !onlyCorrections && asked.every((value) => value === undefined)
}

const DIMENSIONS = 'scope, kind, channel_id, campaign_id, activity, person_id, client_id, department_id'
const SUMS = 'cents, seconds, line_count'

/** Whole months from the months, what is left over at both ends from the days. */
const ROWS = `
  SELECT ${DIMENSIONS}, ${SUMS} FROM line_month WHERE month BETWEEN @monthFrom AND @monthTo
  UNION ALL SELECT ${DIMENSIONS}, ${SUMS} FROM line_day WHERE day BETWEEN @firstFrom AND @firstTo
  UNION ALL SELECT ${DIMENSIONS}, ${SUMS} FROM line_day WHERE day BETWEEN @lastFrom AND @lastTo`

/** From later than to: no row. */
const NOTHING = { from: 'z', to: '' }

export function sumFromRollups(db: Connection, filter: LineFilter): LineSums {
  const { where, values } = conditionsOf(filter)
  const sums = db
    .prepare<[object], LineSums>(
      `SELECT coalesce(sum(line_count), 0) AS count, coalesce(sum(CASE WHEN kind <> 'revenue' THEN cents END), 0) AS costCents,
         coalesce(sum(CASE WHEN kind = 'revenue' THEN cents END), 0) AS revenueCents, coalesce(sum(seconds), 0) AS seconds
       FROM (${ROWS}) WHERE ${where}`,
    )
    .get({ ...values, ...rangesOf(filter.period) })
  return sums ?? NO_SUMS
}

function rangesOf(period: Period) {
  const { months, days } = splitAtMonths(period)
  const whole = months ?? NOTHING
  const first = days[0] ?? NOTHING
  const last = days[1] ?? NOTHING
  return {
    monthFrom: whole.from,
    monthTo: whole.to,
    firstFrom: first.from,
    firstTo: first.to,
    lastFrom: last.from,
    lastTo: last.to,
  }
}

/** Conditions from fixed fragments with bound values; in rollups 0 and the empty text stand for "without". */
function conditionsOf(filter: LineFilter): { where: string; values: Record<string, string | number> } {
  const wanted = {
    scope: filter.scope,
    channel_id: withoutAs(0, filter.channelId),
    campaign_id: withoutAs(0, filter.campaignId),
    person_id: withoutAs(0, filter.personId),
    activity: withoutAs('', filter.activity),
    client_id: withoutAs(0, filter.clientId),
    department_id: withoutAs(0, filter.departmentId),
  }
  const conditions = ['true']
  const values: Record<string, string | number> = {}
  for (const [column, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    conditions.push(`${column} = @${column}`)
    values[column] = value
  }
  if (filter.kinds) {
    conditions.push('kind IN (SELECT value FROM json_each(@kinds))')
    values['kinds'] = JSON.stringify(filter.kinds)
  }
  return { where: conditions.join(' AND '), values }
}

function withoutAs<Value extends string | number>(without: Value, value: Value | null | undefined): Value | undefined {
  return value === null ? without : value
}

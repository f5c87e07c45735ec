/** Hours and cost by what they were for. */
import { MAX_REPORT_ROWS, type ReportKey } from '../../../../shared/contract/time-entries.ts'
import { dialogueShareOf } from '../../../../shared/domain/dialogue-share.ts'
import { multiplyDivide } from '../../../../shared/domain/money.ts'
import type { Connection } from '../../database/connection.ts'
import { isNamedKey, readActualSeconds, readNames } from './report-names.ts'
import { sumByHand, sumLabourBy, sumLabourByActivity, type LabourSum, type ReportFilter } from './report-store.ts'

const NO_SUM = { count: 0, seconds: 0, cents: 0, unpricedSeconds: 0 }
type Sum = typeof NO_SUM

export function reportHours(db: Connection, filter: ReportFilter, by: ReportKey) {
  const activities = sumLabourByActivity(db, filter)
  const sums = activities.reduce(plus, NO_SUM)
  const byKey = addUp(by === 'activity' ? activities : sumLabourBy(db, by, filter))
  if (by === 'post' || by === 'project') byKey.set(0, restOf(sums, byKey.values()))
  const rows = [...byKey].filter(([, { seconds, cents }]) => seconds !== 0 || cents !== 0)
  const share = dialogueShareOf(
    activities.filter(({ scope }) => scope === 'social').map(({ key, seconds }) => ({ activity: key, seconds })),
  )
  return {
    rows: describe(db, by, shown(by, rows)),
    sums,
    byHand: sumByHand(db, filter),
    dialogueShareBasisPoints: share && multiplyDivide(share.dialogueSeconds, 10_000, share.channelSeconds),
  }
}

function plus(a: Sum, b: Sum): Sum {
  return {
    count: a.count + b.count,
    seconds: a.seconds + b.seconds,
    cents: a.cents + b.cents,
    unpricedSeconds: a.unpricedSeconds + b.unpricedSeconds,
  }
}

/** A key comes once for each rollup of the period. */
function addUp(rows: readonly LabourSum[]): Map<number | string, Sum> {
  const sums = new Map<number | string, Sum>()
  for (const row of rows) sums.set(row.key, plus(sums.get(row.key) ?? NO_SUM, row))
  return sums
}

function restOf(whole: Sum, parts: Iterable<Sum>): Sum {
  const named = [...parts].reduce(plus, NO_SUM)
  return {
    count: whole.count - named.count,
    seconds: whole.seconds - named.seconds,
    cents: whole.cents - named.cents,
    unpricedSeconds: whole.unpricedSeconds - named.unpricedSeconds,
  }
}

type KeySum = readonly [number | string, Sum]

/** Days and weeks as they follow each other, the latest of them; else the dearest. */
function shown(by: ReportKey, rows: readonly KeySum[]): KeySum[] {
  if (by === 'day' || by === 'week')
    return rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)).slice(-MAX_REPORT_ROWS)
  return rows.toSorted(([, a], [, b]) => b.cents - a.cents || b.seconds - a.seconds).slice(0, MAX_REPORT_ROWS)
}

function describe(db: Connection, by: ReportKey, rows: readonly KeySum[]) {
  const ids = rows.flatMap(([key]) => (typeof key === 'number' && key !== 0 ? [key] : []))
  const names = isNamedKey(by) ? readNames(db, by, ids) : null
  const planned = [...(names?.values() ?? [])].filter(({ plannedMinutes }) => plannedMinutes !== null)
  const actual =
    by === 'post' || by === 'project'
      ? readActualSeconds(
          db,
          by,
          planned.map(({ id }) => id),
        )
      : null
  return rows.map(([key, sum]) => {
    const named = typeof key === 'number' ? names?.get(key) : undefined
    const minutes = named?.plannedMinutes ?? null
    return {
      key: key === 0 || key === '' ? null : key,
      name: named?.name ?? null,
      network: named?.network ?? null,
      ...sum,
      plannedSeconds: minutes === null ? null : minutes * 60,
      actualSeconds: minutes === null ? null : (actual?.get(Number(key)) ?? 0),
    }
  })
}

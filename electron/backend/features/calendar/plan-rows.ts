/** Variants as the views of the calendar show them: by day, by status, in lists. */
import {
  MAX_RANGE_ROWS,
  type PlanCursor,
  type PlanFilter,
  type PlanList,
  type PlanRow,
} from '../../../../shared/contract/calendar-fields.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { isOpen, POST_STATUSES, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { Conditions } from '../../database/conditions.ts'
import type { Connection } from '../../database/connection.ts'
import { searchWords } from '../../database/search-words.ts'

const COLUMNS = `variant.id, variant.post_id AS postId, post.title, variant.channel_id AS channelId, channel.name AS channel, channel.network,
  variant.status, coalesce(variant.format, post.format) AS format, post.pillar_id AS pillarId, post.campaign_id AS campaignId,
  post.client_id AS clientId, variant.planned_at AS plannedAt, variant.published_at AS publishedAt, variant.day,
  post.draft_due_on AS draftDueOn, variant.text IS NOT NULL AS hasOwnText`

/** In this order: variants are found by their index, and their posts looked up. */
const FROM = 'variant CROSS JOIN post ON post.id = variant.post_id LEFT JOIN channel ON channel.id = variant.channel_id'

/** As the indexes have it. */
const DAY = "coalesce(variant.day, '')"
const DAY_LAST = "coalesce(variant.day, '9999')"
const AT = 'coalesce(variant.published_at, variant.planned_at, 0)'

const OPEN = `('${POST_STATUSES.filter(isOpen).join("', '")}')`

/** Late ones that are named; more are counted. */
const MAX_LATE = 20

type StoredRow = Omit<PlanRow, 'hasOwnText'> & { readonly hasOwnText: 0 | 1 }

function toRow({ hasOwnText, ...row }: StoredRow): PlanRow {
  return { ...row, hasOwnText: hasOwnText === 1 }
}

function matching(filter: PlanFilter): Conditions {
  const { text, channelIds, statuses, format, pillarId, campaignId, clientId } = filter
  const conditions = new Conditions()
    .equal('coalesce(variant.format, post.format)', 'format', format)
    .equal('post.pillar_id', 'pillarId', pillarId)
    .equal('post.campaign_id', 'campaignId', campaignId)
    .equal('post.client_id', 'clientId', clientId)
  if (channelIds)
    conditions.add(
      'variant.channel_id IN (SELECT value FROM json_each(@channelIds))',
      'channelIds',
      JSON.stringify(channelIds),
    )
  if (statuses)
    conditions.add('variant.status IN (SELECT value FROM json_each(@statuses))', 'statuses', JSON.stringify(statuses))
  if (text !== undefined && text.trim() !== '') addWords(conditions, text)
  return conditions
}

function addWords(conditions: Conditions, text: string): void {
  const words = searchWords(text)
  // Signs and emoji alone are in no index.
  if (words === null) conditions.add('false')
  else
    conditions.add('variant.post_id IN (SELECT rowid FROM post_search WHERE post_search MATCH @words)', 'words', words)
}

export interface PlanRange {
  readonly rows: PlanRow[]
  readonly isCut: boolean
}

/** What is cancelled stands in no view of days unless it is asked for. */
export function readRange(db: Connection, { from, to }: Period, filter: PlanFilter): PlanRange {
  const conditions = matching(filter)
  if (!filter.statuses) conditions.add("variant.status <> 'cancelled'")
  const rows = db
    .prepare<[object], StoredRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE ${DAY} BETWEEN @from AND @to AND ${conditions.where} ORDER BY ${DAY}, ${AT}, variant.id LIMIT @limit`,
    )
    .all({ ...conditions.values, from, to, limit: MAX_RANGE_ROWS + 1 })
  return { rows: rows.slice(0, MAX_RANGE_ROWS).map(toRow), isCut: rows.length > MAX_RANGE_ROWS }
}

export interface PlanPage {
  readonly rows: PlanRow[]
  readonly next: PlanCursor | null
}

interface PageQuestion {
  readonly filter: PlanFilter
  readonly cursor: PlanCursor | null
  readonly limit: number
}

function inList(list: PlanList, filter: PlanFilter): Conditions {
  const conditions = matching(filter)
  // The plus keeps to the index that has their order.
  if (list === 'undated') conditions.add(`${DAY} = '' AND +variant.status IN ${OPEN}`)
  return conditions
}

/** The latest day first; those without one last. */
export function readList(db: Connection, list: PlanList, { filter, cursor, limit }: PageQuestion): PlanPage {
  const conditions = inList(list, filter)
  // The first condition is the one the index is searched by.
  if (cursor)
    conditions.add(`${DAY} <= @cursorDay AND (${DAY}, ${AT}, variant.id) < (@cursorDay, @cursorAt, @cursorId)`)
  // Without a day all have the same: sorted by it as well they would be sorted anew.
  const order = list === 'undated' ? '' : `${DAY} DESC, `
  const rows = db
    .prepare<[object], StoredRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.where} ORDER BY ${order}${AT} DESC, variant.id DESC LIMIT @limit`,
    )
    .all({ ...conditions.values, ...(cursor && placeOf(cursor, '')), limit })
  return pageOf(rows, limit)
}

export function countList(db: Connection, list: PlanList, filter: PlanFilter): number {
  return count(db, inList(list, filter))
}

/** What is to come earliest first, without a time last; what is over the latest first. */
export function readColumn(db: Connection, status: PostStatus, { filter, cursor, limit }: PageQuestion): PlanPage {
  const conditions = matching(filter).equal('variant.status', 'status', status)
  const [after, order] = isOpen(status) ? ['>', 'ASC'] : ['<', 'DESC']
  if (cursor) conditions.add(`(${DAY_LAST}, ${AT}, variant.id) ${after} (@cursorDay, @cursorAt, @cursorId)`)
  const rows = db
    .prepare<[object], StoredRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.where} ORDER BY ${DAY_LAST} ${order}, ${AT} ${order}, variant.id ${order} LIMIT @limit`,
    )
    .all({ ...conditions.values, ...(cursor && placeOf(cursor, '9999')), limit })
  return pageOf(rows, limit)
}

export function countColumn(db: Connection, status: PostStatus, filter: PlanFilter): number {
  return count(db, matching(filter).equal('variant.status', 'status', status))
}

/** Posts are looked up only where something is asked of them. */
function count(db: Connection, { where, values }: Conditions): number {
  const from = where.includes('post.') ? FROM : 'variant'
  return Number(db.prepare<[object]>(`SELECT count(*) FROM ${from} WHERE ${where}`).pluck().get(values))
}

function placeOf({ day, at, id }: PlanCursor, noDay: string) {
  return { cursorDay: day ?? noDay, cursorAt: at ?? 0, cursorId: id }
}

function pageOf(rows: readonly StoredRow[], limit: number): PlanPage {
  const last = rows.at(-1)
  const next =
    last && rows.length === limit ? { day: last.day, at: last.publishedAt ?? last.plannedAt, id: last.id } : null
  return { rows: rows.map(toRow), next }
}

export interface DuePosts {
  readonly late: PlanRow[]
  readonly lateCount: number
  readonly lateDrafts: number
  readonly today: PlanRow[]
  readonly nextAt: Instant | null
  readonly isEmpty: boolean
}

export function readDue(db: Connection, now: Instant, today: Day): DuePosts {
  const late = `variant.status IN ${OPEN} AND ${DAY_LAST} <= @today AND variant.planned_at < @now`
  const coming = `variant.status IN ${OPEN} AND ${DAY_LAST} >= @today AND variant.planned_at >= @now`
  const values = { now, today }
  const read = (condition: string, limit: number) =>
    db
      .prepare<[object], StoredRow>(
        `SELECT ${COLUMNS} FROM ${FROM} WHERE ${condition} ORDER BY variant.planned_at, variant.id LIMIT ${limit}`,
      )
      .all(values)
      .map(toRow)
  const ask = (question: string) => db.prepare<[object]>(question).pluck().get(values)
  return {
    late: read(late, MAX_LATE),
    lateCount: Number(ask(`SELECT count(*) FROM variant WHERE ${late}`)),
    lateDrafts: Number(
      ask(`SELECT count(*) FROM post WHERE draft_due_on < @today
        AND EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id AND variant.status IN ('idea', 'draft'))`),
    ),
    today: read(`${coming} AND ${DAY_LAST} = @today`, MAX_LATE),
    nextAt: ask(`SELECT min(planned_at) FROM variant WHERE ${coming}`) as Instant | null,
    isEmpty: Number(ask('SELECT NOT EXISTS (SELECT 1 FROM post)')) === 1,
  }
}

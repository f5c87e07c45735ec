/** How long texts are kept: what is due to be erased, what comes next, what is held. */
import { MAX_FOUND_CONTACTS, type Retention } from '../../../../../shared/contract/privacy.ts'
import { CONVERSATION_KINDS, type ConversationKind } from '../../../../../shared/domain/conversation.ts'
import { addDays, type Day } from '../../../../../shared/domain/day.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import type { StoredSettings } from '../../../database/settings-row.ts'
import { readErasures } from '../../../erasure/erasure-list.ts'
import { DEFAULT_RETENTION_MONTHS, readRetentionMonths, retentionDay } from '../retention-day.ts'
import { HOLD_CAUSE, HOLD_REASON, IS_HELD } from './holds.ts'

/** So long beforehand it is said, the first time, that something will be erased. */
export const NOTICE_DAYS = 14
const MAX_HISTORY = 100
const MAX_UPCOMING = 12

/**
 * Conversations with something to erase. Read from what can be erased, of which there is little, and not from all conversations of
 * many years.
 */
const HOLDING = `SELECT id FROM conversation_text UNION SELECT id FROM reply_draft
  UNION SELECT event.conversation_id FROM event_text CROSS JOIN conversation_event AS event ON event.id = event_text.id
  UNION SELECT conversation_id FROM attachment WHERE conversation_id IS NOT NULL
  UNION SELECT conversation.id FROM contact_handle AS handle CROSS JOIN conversation ON conversation.contact_id = handle.contact_id
    WHERE conversation.erased_at IS NULL`

export interface HoldingConversation {
  readonly id: number
  readonly kind: ConversationKind
  readonly isDone: number
  readonly doneAt: Instant
  readonly isHeld: number
}

function readHolding(db: Connection, now: Instant, among: readonly number[] | null): HoldingConversation[] {
  const holding = among === null ? HOLDING : 'SELECT value AS id FROM json_each(@among)'
  return db
    .prepare<[object], HoldingConversation>(
      `SELECT conversation.id, kind, status = 'done' AS isDone, coalesce(resolved_at, received_at) AS doneAt, ${IS_HELD} AS isHeld
       FROM (${holding}) AS holding CROSS JOIN conversation ON conversation.id = holding.id`,
    )
    .all({ now, ...(among !== null && { among: JSON.stringify(among) }) })
}

interface Moment {
  readonly now: Instant
  readonly today: Day
  readonly settings: StoredSettings
}

/** Conversations by the day their text goes; those of days gone by stand under the first one. */
export interface RetentionPlan {
  readonly days: ReadonlyMap<Day, readonly number[]>
  readonly holding: readonly HoldingConversation[]
  readonly dayOf: (conversation: Pick<HoldingConversation, 'kind' | 'doneAt'>) => Day | null
}

/** `among`: only of these conversations. */
export function planRetention(
  db: Connection,
  { now, settings }: Moment,
  among: readonly number[] | null = null,
): RetentionPlan {
  const months = readRetentionMonths(db)
  const known = new Map<string, Day | null>()
  const dayOf: RetentionPlan['dayOf'] = ({ kind, doneAt }) => {
    // Many are of one quarter of an hour, and no zone changes its day within one.
    const key = `${kind} ${Math.floor(doneAt / 900_000)}`
    let day = known.get(key)
    if (day === undefined) known.set(key, (day = retentionDay(months, { kind, doneAt }, settings.timeZone)))
    return day
  }
  const holding = readHolding(db, now, among)
  const days = new Map<Day, number[]>()
  for (const conversation of holding) {
    const day = conversation.isDone === 1 && conversation.isHeld === 0 ? dayOf(conversation) : null
    if (day === null) continue
    const ids = days.get(day)
    if (ids) ids.push(conversation.id)
    else days.set(day, [conversation.id])
  }
  return { days, holding, dayOf }
}

/** What is due on a day, oldest conversations first. */
export function dueOn({ days }: RetentionPlan, today: Day): number[] {
  return [...days]
    .filter(([day]) => day <= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ids]) => ids)
}

/** From this day on it is erased by itself; null: it was not announced yet. */
export function startOfErasing({ erasureAnnouncedOn }: StoredSettings): Day | null {
  return erasureAnnouncedOn === null ? null : addDays(erasureAnnouncedOn, NOTICE_DAYS)
}

/** Whether it has to be announced today: the first text is about to be erased. */
export function isToBeAnnounced(plan: RetentionPlan, { today, settings }: Moment): boolean {
  if (settings.erasureAnnouncedOn !== null) return false
  const horizon = addDays(today, NOTICE_DAYS)
  return [...plan.days.keys()].some((day) => day <= horizon)
}

export function readRetention(db: Connection, moment: Moment): Retention {
  const plan = planRetention(db, moment)
  const { today, settings } = moment
  const months = readRetentionMonths(db)
  return {
    kinds: CONVERSATION_KINDS.map((kind) => ({
      kind,
      months: months.has(kind) ? (months.get(kind) ?? null) : DEFAULT_RETENTION_MONTHS,
      isDefault: !months.has(kind),
      holding: plan.holding.filter((one) => one.kind === kind).length,
    })),
    announcedOn: settings.erasureAnnouncedOn,
    startsOn: startOfErasing(settings),
    dueNow: dueOn(plan, today).length,
    upcoming: comingDays(plan, today, startOfErasing(settings)),
    unfinished: plan.holding.filter(({ isDone }) => isDone === 0).length,
    held: readHeld(db, moment, plan),
    heldCount: plan.holding.filter(({ isHeld }) => isHeld === 1).length,
    history: readHistory(db),
  }
}

/** What expires before the announced day goes on that day. */
function comingDays({ days }: RetentionPlan, today: Day, startsOn: Day | null): Retention['upcoming'] {
  const counts = new Map<Day, number>()
  for (const [expiresOn, ids] of days) {
    if (expiresOn <= today) continue
    const day = startsOn !== null && expiresOn < startsOn ? startsOn : expiresOn
    counts.set(day, (counts.get(day) ?? 0) + ids.length)
  }
  return [...counts]
    .map(([day, count]) => ({ day, count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, MAX_UPCOMING)
}

function readHeld(db: Connection, { now }: Moment, { holding, dayOf }: RetentionPlan): Retention['held'] {
  const held = holding.filter(({ isHeld }) => isHeld === 1).slice(0, MAX_FOUND_CONTACTS)
  const byId = new Map(held.map((one) => [one.id, one]))
  return db
    .prepare<[object], Omit<Retention['held'][number], 'dueOn'>>(
      `SELECT conversation.id, coalesce(nullif(label, ''), substr(trim(text), 1, 160), '') AS title,
         ${HOLD_CAUSE} AS cause, ${HOLD_REASON} AS reason
       FROM json_each(@ids) AS wanted JOIN conversation ON conversation.id = wanted.value
       LEFT JOIN conversation_text ON conversation_text.id = conversation.id
       ORDER BY conversation.id`,
    )
    .all({ ids: JSON.stringify([...byId.keys()]), now })
    .map((row) => {
      const conversation = byId.get(row.id)
      return { ...row, dueOn: conversation?.isDone === 1 ? dayOf(conversation) : null }
    })
}

/** Entries of one erasure bear one moment. */
function readHistory(db: Connection): Retention['history'] {
  const byMoment = new Map<string, Retention['history'][number]>()
  for (const { at, reason, kind, ranges } of readErasures(db)) {
    const key = `${at} ${reason}`
    const entry = byMoment.get(key) ?? { at, reason, conversations: 0, names: 0 }
    for (const [first, last] of ranges ?? []) entry.conversations += last - first + 1
    if (kind === 'word' || kind === 'mention') entry.names += 1
    byMoment.set(key, entry)
  }
  return [...byMoment.values()].sort((a, b) => b.at - a.at).slice(0, MAX_HISTORY)
}

/** What other months for a kind would make due today that is not due with those that hold, and the day it would go by itself. */
export function newlyDue(db: Connection, moment: Moment, kind: ConversationKind, months: number | null) {
  const { now, today, settings } = moment
  const [before, after] = [readRetentionMonths(db), new Map([[kind, months]])]
  const isDue = (which: typeof before, one: HoldingConversation) => {
    const day = retentionDay(which, one, settings.timeZone)
    return day !== null && day <= today
  }
  const due = readHolding(db, now, null).filter(
    (one) => one.kind === kind && one.isDone === 1 && one.isHeld === 0 && isDue(after, one) && !isDue(before, one),
  )
  const startsOn = startOfErasing(settings) ?? addDays(today, NOTICE_DAYS)
  return { count: due.length, erasedFrom: startsOn > today ? startsOn : today }
}

export function setRetention(db: Connection, kind: ConversationKind, months: number | null): void {
  db.prepare<[string, number | null]>(
    `INSERT INTO retention (kind, months) VALUES (?, ?)
     ON CONFLICT (kind) DO UPDATE SET months = excluded.months WHERE months IS NOT excluded.months`,
  ).run(kind, months)
}

/** A recall of brake pads that became a crisis of five days: who had to know, what was said, what came of it. */
import type { CrisisEntryDetail } from '../../../../../shared/contract/crises.ts'
import { addDays } from '../../../../../shared/domain/day.ts'
import type { CrisisEntryKind } from '../../../../../shared/domain/crisis.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Deadlines } from '../../../database/deadlines.ts'
import { PEOPLE, type Sample } from './sample-company.ts'
import { crisisTextsIn, CRISIS_TALKS } from './sample-crisis-texts.ts'
import { freeEntries, happen, spend, tell } from './sample-conversation-writes.ts'
import { insert } from './sample-records.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SERIOUS = 2

export function tellCrisis(sample: Sample, deadlines: Deadlines): void {
  const { title } = crisisTextsIn(sample.language)
  const from = addDays(sample.year.to, -75)
  const blocks = freeEntries(sample)
    .filter(({ day }) => day >= from)
    .slice(0, CRISIS_TALKS.length)
  const [first] = blocks
  const last = blocks.at(-1)
  if (!first || !last) return
  const openedAt = first.startedAt
  const closedAt = last.endedAt + 26 * HOUR_MS
  const id = insert(
    sample,
    'crisis (title, level, opened_at, closed_at, reach) VALUES (?, ?, ?, ?, 14200)',
    title,
    SERIOUS,
    openedAt,
    closedAt,
  )
  for (const [index, block] of blocks.entries()) {
    const talk = CRISIS_TALKS[index]
    if (!talk) continue
    const receivedAt = block.startedAt - (35 + 20 * index) * MINUTE_MS
    const conversationId = tell(sample, deadlines, talk, { channel: block.channel, receivedAt }, block)
    spend(sample, block.id, conversationId)
    sample.db.prepare<[number, number]>('UPDATE conversation SET crisis_id = ? WHERE id = ?').run(id, conversationId)
    const at = Math.max(openedAt, block.startedAt)
    happen(sample, conversationId, { at, kind: 'crisis', detail: { crisisId: id, title, isIn: true } })
    if (index > 0) log(sample, id, { at, kind: 'added', detail: { count: 1 } })
  }
  keepCourse(sample, id, openedAt, closedAt)
  keepLists(sample, id, openedAt)
}

interface Entry {
  readonly at: Instant
  readonly kind: CrisisEntryKind
  readonly detail?: CrisisEntryDetail
  readonly text?: string
}

function log(sample: Sample, crisisId: number, { at, kind, detail = {}, text = '' }: Entry): void {
  insert(
    sample,
    'crisis_entry (crisis_id, at, noted_at, kind, person_id, detail, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
    crisisId,
    at,
    at,
    kind,
    sample.people.manager,
    JSON.stringify(detail),
    text,
  )
}

function keepCourse(sample: Sample, id: number, openedAt: Instant, closedAt: Instant): void {
  const texts = crisisTextsIn(sample.language)
  const { statement } = texts
  const after = (minutes: number) => openedAt + minutes * MINUTE_MS
  log(sample, id, { at: openedAt, kind: 'opened', detail: { level: SERIOUS, count: 1 } })
  for (const [minutes, text] of texts.notes) log(sample, id, { at: after(minutes), kind: 'note', text })
  log(sample, id, { at: after(48), kind: 'approved', detail: { title: statement.title, name: PEOPLE.owner } })
  const channel = String(
    sample.db.prepare('SELECT name FROM channel WHERE id = ?').pluck().get(sample.channels.instagram),
  )
  log(sample, id, { at: after(55), kind: 'published', detail: { title: statement.title, channel } })
  log(sample, id, { at: after(24 * 60), kind: 'reach', detail: { reach: 14_200 } })
  log(sample, id, { at: closedAt, kind: 'closed', text: texts.closing })
  insert(
    sample,
    `crisis_statement (crisis_id, title, text, status, decided_by, decided_at, published_at, channel_id)
     VALUES (?, ?, ?, 'published', ?, ?, ?, ?)`,
    id,
    statement.title,
    statement.text,
    PEOPLE.owner,
    after(48),
    after(55),
    sample.channels.instagram,
  )
  sample.db
    .prepare<[string, string, string, number]>(
      'UPDATE crisis SET cause = ?, what_helped = ?, what_changes = ? WHERE id = ?',
    )
    .run(texts.cause, texts.whatHelped, texts.whatChanges, id)
}

/** Who must know and what is to be done: of this one, and for whatever comes next. */
function keepLists(sample: Sample, id: number, openedAt: Instant): void {
  const texts = crisisTextsIn(sample.language)
  for (const crisisId of [null, id]) {
    for (const [position, { name, role, reachableBy, within }] of texts.contacts.entries()) {
      const informedAt = crisisId === null ? null : openedAt + within * 0.6 * MINUTE_MS
      insert(
        sample,
        `crisis_contact (crisis_id, position, name, role, reachable_by, from_level, within_minutes, informed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        crisisId,
        position,
        name,
        role,
        reachableBy,
        position === 0 ? 1 : SERIOUS,
        within,
        informedAt,
      )
      if (informedAt !== null) log(sample, id, { at: informedAt, kind: 'informed', detail: { name, role } })
    }
    for (const list of ['task', 'calm'] as const)
      for (const [position, text] of texts[list].entries()) {
        const doneAt = crisisId === null ? null : openedAt + (list === 'task' ? 40 + 30 * position : 4_200) * MINUTE_MS
        insert(
          sample,
          'crisis_check (crisis_id, list, position, text, done_at) VALUES (?, ?, ?, ?, ?)',
          crisisId,
          list,
          position,
          text,
          doneAt,
        )
        if (doneAt !== null) log(sample, id, { at: doneAt, kind: 'done', detail: { list, item: text } })
      }
  }
}

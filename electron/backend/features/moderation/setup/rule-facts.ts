/** What rules look at in conversations, and what a conversation has already of what they would do. */
import {
  MAX_TOPICS_OF_ONE,
  PRIORITIES,
  type ConversationKind,
  type Priority,
  type Sentiment,
} from '../../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type {
  ContactStanding,
  ConversationFacts,
  Escalation,
  RuleEffects,
} from '../../../../../shared/domain/moderation-rule.ts'
import type { Connection } from '../../../database/connection.ts'

export interface FoundFacts extends ConversationFacts {
  readonly id: number
  readonly dueAt: Instant | null
}

interface FactsRow {
  readonly id: number
  readonly text: string | null
  readonly label: string
  readonly kind: ConversationKind
  readonly channelId: number | null
  readonly stars: number | null
  readonly sentiment: Sentiment | null
  readonly dueAt: Instant | null
  readonly isBlocked: number | null
  readonly isKnown: number
}

/** What waits for somebody, whoever's turn it is. The index holds all it takes. */
export function unfinishedIds(db: Connection): number[] {
  return db.prepare<[], number>("SELECT id FROM conversation WHERE status <> 'done'").pluck().all() as number[]
}

/** Of those of the ids that are there. Where there is no text, the label stands for it. */
export function readFacts(db: Connection, ids: readonly number[]): FoundFacts[] {
  return db
    .prepare<[string], FactsRow>(
      `SELECT conversation.id, conversation_text.text, conversation.label, conversation.kind, conversation.channel_id AS channelId,
         conversation.stars, conversation.sentiment, conversation.due_at AS dueAt, contact.is_blocked AS isBlocked,
         conversation.contact_id IS NOT NULL AND EXISTS (SELECT 1 FROM conversation AS other WHERE other.contact_id = conversation.contact_id
           AND (other.received_at, other.id) < (conversation.received_at, conversation.id)) AS isKnown
       FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.id = wanted.value
         LEFT JOIN conversation_text ON conversation_text.id = conversation.id LEFT JOIN contact ON contact.id = conversation.contact_id`,
    )
    .all(JSON.stringify(ids))
    .map(({ id, text, label, kind, channelId, stars, sentiment, dueAt, isBlocked, isKnown }) => ({
      id,
      dueAt,
      text: text === null || text === '' ? label : text,
      kind,
      channelId,
      stars,
      sentiment,
      contact: standingOf(isBlocked, isKnown === 1),
    }))
}

function standingOf(isBlocked: number | null, isKnown: boolean): ContactStanding | null {
  if (isBlocked === null) return null
  return isBlocked === 1 ? 'blocked' : isKnown ? 'known' : 'new'
}

export interface RuleState {
  readonly id: number
  readonly channelId: number | null
  readonly topicIds: readonly number[]
  readonly priority: Priority
  /** Somebody set it by hand: no rule changes it any more. */
  readonly isPriorityOwn: boolean
  readonly snippetId: number | null
  readonly wasHandedOver: boolean
}

interface StateRow {
  readonly id: number
  readonly channelId: number | null
  readonly topics: string
  readonly priority: number
  readonly isPriorityOwn: number
  readonly snippetId: number | null
  readonly wasHandedOver: number
}

export function readStates(db: Connection, ids: readonly number[]): Map<number, RuleState> {
  const rows = db
    .prepare<[string], StateRow>(
      `SELECT conversation.id, channel_id AS channelId, priority, snippet_id AS snippetId,
         (SELECT json_group_array(topic_id) FROM conversation_topic WHERE conversation_id = conversation.id) AS topics,
         EXISTS (SELECT 1 FROM conversation_event WHERE conversation_id = conversation.id AND kind = 'priority') AS isPriorityOwn,
         EXISTS (SELECT 1 FROM handover WHERE conversation_id = conversation.id) AS wasHandedOver
       FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.id = wanted.value`,
    )
    .all(JSON.stringify(ids))
  return new Map(
    rows.map(({ topics, priority, isPriorityOwn, wasHandedOver, ...row }) => [
      row.id,
      {
        ...row,
        topicIds: JSON.parse(topics) as number[],
        priority: PRIORITIES[priority] ?? 'normal',
        isPriorityOwn: isPriorityOwn === 1,
        wasHandedOver: wasHandedOver === 1,
      },
    ]),
  )
}

/** What is left of what follows from rules, beside what a conversation has and what people have decided about it. */
export function changeOf(effects: RuleEffects, state: RuleState): RuleEffects {
  const free = Math.max(0, MAX_TOPICS_OF_ONE - state.topicIds.length)
  const isPriorityNew = effects.priority !== state.priority && !state.isPriorityOwn
  return {
    topicIds: effects.topicIds.filter((topicId) => !state.topicIds.includes(topicId)).slice(0, free),
    priority: isPriorityNew ? effects.priority : null,
    snippetId: effects.snippetId === state.snippetId ? null : effects.snippetId,
    escalation: state.wasHandedOver ? null : effects.escalation,
  }
}

export function changesSomething({ topicIds, priority, snippetId, escalation }: RuleEffects): boolean {
  return topicIds.length > 0 || priority !== null || snippetId !== null || escalation !== null
}

/** What people call what rules name by number. */
export interface RuleNames {
  topic(id: number): string
  snippet(id: number | null): string | null
  target(escalation: Escalation | null): string | null
}

export function readRuleNames(db: Connection): RuleNames {
  const namesOf = (table: 'topic' | 'snippet' | 'person' | 'department') =>
    new Map(
      db
        .prepare<[], { id: number; name: string }>(`SELECT id, name FROM ${table}`)
        .all()
        .map(({ id, name }) => [id, name]),
    )
  const [topics, snippets, people, departments] = [
    namesOf('topic'),
    namesOf('snippet'),
    namesOf('person'),
    namesOf('department'),
  ]
  return {
    topic: (id) => topics.get(id) ?? '',
    snippet: (id) => (id === null ? null : (snippets.get(id) ?? null)),
    target: (escalation) => {
      if (escalation === null) return null
      const { to } = escalation
      return ('personId' in to ? people.get(to.personId) : departments.get(to.departmentId)) ?? null
    },
  }
}

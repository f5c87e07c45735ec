/** What happened, in sentences: every entry of the timeline, and what follows from the clock without anybody having done it. Pure. */
import type { TFunction } from 'i18next'
import type {
  ConversationDetail,
  Measure,
  TimelineEvent,
  TimelineKind,
} from '../../../../shared/contract/moderation-fields.ts'
import type { Priority, Sentiment } from '../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { ConversationNames } from '../../../../shared/i18n/conversation-names.ts'

export interface TimelineLine {
  readonly key: string
  readonly at: Instant
  /** Null: it follows from the clock. */
  readonly kind: TimelineKind | null
  readonly sentence: string
  readonly person: string | null
  /** An answer, a note. Null: it has none. */
  readonly words: string | null
  /** It had words that were erased. */
  readonly isErased: boolean
  /** A promise that was not kept. */
  readonly isLate: boolean
}

export interface TimelineWords {
  readonly t: TFunction<'conversation'>
  readonly names: ConversationNames
  /** A moment as it is said beside another. */
  moment(at: Instant, beside: Instant): string
  list(items: readonly string[]): string
}

/** In order of their time; what follows from the clock comes before what was done at that moment. */
export function timelineLines(detail: ConversationDetail, now: Instant, words: TimelineWords): readonly TimelineLine[] {
  const said = detail.timeline.map((event) => lineOf(event, detail, words))
  return [...derivedLines(detail, now, words), ...said].sort((a, b) => a.at - b.at)
}

/** Of these nobody notes one without words. */
const SPEAKING: ReadonlySet<TimelineKind> = new Set(['note', 'wrote_again', 'answered'])

function lineOf(event: TimelineEvent, detail: ConversationDetail, words: TimelineWords): TimelineLine {
  const { id, at, kind, person, text } = event
  const sentence = sentenceOf(event, detail, words)
  const isErased = detail.isErased && text === null && SPEAKING.has(kind)
  return { key: `event ${id}`, at, kind, sentence, person, words: text, isErased, isLate: false }
}

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ')
const asInstant = (value: unknown): Instant | null => (typeof value === 'number' ? value : null)
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

function sentenceOf(event: TimelineEvent, detail: ConversationDetail, words: TimelineWords): string {
  const { t, moment } = words
  const { kind, at, detail: said } = event
  switch (kind) {
    case 'received':
      return receivedText(event, detail, words)
    case 'edited':
      return t('timeline.edited', { fields: words.list(asList(said['fields']).map((field) => fieldName(field, t))) })
    case 'answered':
      return t(`timeline.answered.${nextOf(said['next'])}`)
    case 'snoozed': {
      const until = asInstant(said['until'])
      return t('timeline.snoozed', { at: until === null ? '' : moment(until, at) })
    }
    case 'handed_over': {
      const due = asInstant(said['due'])
      return joined([
        t('timeline.handed_over', { to: asText(said['to']) }),
        due === null ? null : t('timeline.returnDue', { at: moment(due, at) }),
      ])
    }
    case 'resolved': {
      const isAnswered = detail.firstAnsweredAt !== null && detail.firstAnsweredAt <= at
      return t(isAnswered ? 'timeline.resolved' : 'timeline.resolvedUnanswered')
    }
    case 'topics':
    case 'sentiment':
    case 'priority':
    case 'measure':
    case 'rule':
      return markText(event, words)
    case 'crisis':
      return t(said['isIn'] === false ? 'timeline.crisisOut' : 'timeline.crisisIn', { title: asText(said['title']) })
    case 'evidence':
      return t(said['isAdded'] === false ? 'timeline.evidenceOut' : 'timeline.evidenceIn')
    default:
      return t(`timeline.${kind}`)
  }
}

/** Until when an answer was promised, or from when the clock runs. */
function receivedText({ at, detail: said }: TimelineEvent, detail: ConversationDetail, words: TimelineWords): string {
  const { t, moment } = words
  const count = said['count']
  if (typeof count === 'number') return t('timeline.receivedMany', { count })
  const { clockStartsAt, firstDueAt, receivedAt } = detail
  // Noted with another time first: what holds now is said where it was edited.
  if (at !== receivedAt) return t('timeline.received')
  return joined([
    t('timeline.received'),
    clockStartsAt === null ? null : t('timeline.receivedOutside', { at: moment(clockStartsAt, at) }),
    clockStartsAt !== null || firstDueAt === null ? null : t('timeline.receivedDue', { at: moment(firstDueAt, at) }),
  ])
}

function markText({ kind, detail: said }: TimelineEvent, words: TimelineWords): string {
  const { t, names } = words
  switch (kind) {
    case 'topics':
      return topicsText(asList(said['topics']), words)
    case 'sentiment':
      return said['to'] === null
        ? t('timeline.noSentiment')
        : t('timeline.sentiment', { name: names.sentiments[said['to'] as Sentiment] })
    case 'priority':
      return priorityText(said['to'], words)
    case 'measure':
      return t(`timeline.measure.${(said['to'] as Measure | null) ?? 'none'}`)
    default: {
      const rules = asList(said['rules'])
      const topics = asList(said['topics'])
      return joined([
        t('timeline.rule', { count: rules.length, rules: quotedList(rules, words) }),
        topics.length === 0 ? null : topicsText(topics, words),
        said['priority'] ? priorityText(said['priority'], words) : null,
        said['snippet'] ? t('timeline.ruleSnippet', { name: asText(said['snippet']) }) : null,
        said['to'] ? t('timeline.ruleTo', { to: asText(said['to']) }) : null,
      ])
    }
  }
}

function topicsText(topics: readonly string[], words: TimelineWords): string {
  if (topics.length === 0) return words.t('timeline.noTopics')
  return words.t('timeline.topics', { count: topics.length, topics: quotedList(topics, words) })
}

function priorityText(value: unknown, { t, names }: TimelineWords): string {
  return t('timeline.priority', { name: names.priorities[value as Priority] })
}

function quotedList(items: readonly string[], { t, list }: TimelineWords): string {
  return list(items.map((name) => t('timeline.quoted', { name })))
}

const NEXTS = ['done', 'wait', 'stay'] as const
const nextOf = (value: unknown) => NEXTS.find((next) => next === value) ?? 'stay'

const FIELDS = [
  'kind',
  'label',
  'text',
  'url',
  'handle',
  'channelId',
  'postId',
  'clientId',
  'departmentId',
  'stars',
  'receivedAt',
] as const

function fieldName(field: string, t: TFunction<'conversation'>): string {
  const known = FIELDS.find((one) => one === field)
  return known ? t(`fields.${known}`) : field
}

/** Promises that were not kept, and what came back by itself. */
function derivedLines(detail: ConversationDetail, now: Instant, { t }: TimelineWords): TimelineLine[] {
  const { firstDueAt, firstAnsweredAt, dueAt, handovers, snoozedUntil, batchCount, status, resolvedAt } = detail
  if (batchCount !== null) return []
  const lines: TimelineLine[] = []
  const add = (key: string, at: Instant, sentence: string, isLate: boolean) =>
    lines.push({ key, at, kind: null, sentence, person: null, words: null, isErased: false, isLate })
  const isOver = (at: Instant | null, end: Instant | null): at is Instant => at !== null && at < (end ?? now)
  // What is done without an answer owed none any more from then on.
  if (isOver(firstDueAt, firstAnsweredAt ?? resolvedAt)) add('first', firstDueAt, t('timeline.overdueFirst'), true)
  if ((firstAnsweredAt !== null || dueAt !== firstDueAt) && isOver(dueAt, null))
    add('next', dueAt, t('timeline.overdueNext'), true)
  for (const { id, to, dueAt: returnDueAt, returnedAt } of handovers)
    if (isOver(returnDueAt, returnedAt)) add(`return ${id}`, returnDueAt, t('timeline.overdueReturn', { to }), true)
  if (status !== 'done' && isOver(snoozedUntil, null)) add('snooze', snoozedUntil, t('timeline.cameBack'), false)
  return lines
}

/** How the company has set up its moderation log: hours and targets, topics, ready-made answers, rules. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import { PRIORITIES, type Priority } from '../../../../../shared/domain/conversation.ts'
import { ANYTHING, type RuleConditions } from '../../../../../shared/domain/moderation-rule.ts'
import { moderationSetup as german } from '../../../../../shared/i18n/de/moderation-setup.ts'
import { moderationSetup as english } from '../../../../../shared/i18n/en/moderation-setup.ts'
import { SNIPPET_EXAMPLES, type SnippetExample } from '../../../../../shared/i18n/snippet-examples.ts'
import type { Sample } from './sample-company.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { insert } from './sample-records.ts'

/** Kept by key, so that rules can name them. */
const TOPICS = {
  de: {
    appointment: 'Termin',
    repair: 'Reparatur',
    parts: 'Ersatzteile',
    delivery: german.topics.suggestions.delivery,
    price: german.topics.suggestions.price,
    advice: german.topics.suggestions.advice,
    praise: german.topics.suggestions.praise,
    application: german.topics.suggestions.application,
  },
  en: {
    appointment: 'Appointment',
    repair: 'Repair',
    parts: 'Spare parts',
    delivery: english.topics.suggestions.delivery,
    price: english.topics.suggestions.price,
    advice: english.topics.suggestions.advice,
    praise: english.topics.suggestions.praise,
    application: english.topics.suggestions.application,
  },
} as const satisfies Record<Language, Record<string, string>>
export type SampleTopic = keyof (typeof TOPICS)['de']

const RULE_TEXTS = {
  de: {
    application: {
      name: 'Bewerbungen an die Leitung',
      words: ['bewerb*', 'ausbildung*', 'praktik*', 'stellenanzeige'],
    },
    badReview: { name: 'Schlechte Bewertung' },
    angry: { name: 'Verärgert: zuerst' },
    appointment: { name: 'Termine', words: ['termin*', 'inspektion*', 'wann habt ihr', 'öffnungszeiten'] },
    repair: {
      name: 'Reparatur und Teile',
      words: ['reparatur*', 'kaputt', 'ersatzteil*', 'bremse*', 'schaltung*', 'akku*'],
    },
    praise: { name: 'Lob kann warten', words: ['danke*', 'super', 'klasse', 'spitze', 'toll*', '❤', '👍'] },
    raffle: { name: 'Gewinnspiel im Herbst', words: ['gewinnspiel', 'verlosung'] },
  },
  en: {
    application: { name: 'Applications to the head', words: ['appl*', 'apprentice*', 'internship*', 'job offer'] },
    badReview: { name: 'Bad review' },
    angry: { name: 'Angry: first' },
    appointment: { name: 'Appointments', words: ['appointment*', 'inspection*', 'when are you', 'opening hours'] },
    repair: { name: 'Repair and parts', words: ['repair*', 'broken', 'spare part*', 'brake*', 'gear*', 'battery'] },
    praise: { name: 'Praise can wait', words: ['thank*', 'great', 'awesome', 'love', '❤', '👍'] },
    raffle: { name: 'Raffle in autumn', words: ['raffle', 'prize draw'] },
  },
} as const

export function fillModerationSetup(sample: Sample): void {
  setHours(sample)
  setTargets(sample)
  const topics = addTopics(sample)
  const snippets = addSnippets(sample, topics)
  addRules(sample, topics, snippets)
}

/** Open on Saturdays too; nobody answers on Facebook then. On Instagram, where most write in the evening, they answer until late. */
function setHours(sample: Sample): void {
  const week = (weekday: Stretch, saturday: readonly Stretch[], sunday: readonly Stretch[] = []) =>
    JSON.stringify([...Array.from({ length: 5 }, () => [weekday]), saturday, sunday])
  const add = (channelId: number | null, weekly: string, observesHolidays: boolean) =>
    insert(
      sample,
      'service_hours (channel_id, weekly, observes_holidays) VALUES (?, ?, ?)',
      channelId,
      weekly,
      Number(observesHolidays),
    )
  const day = { from: '09:00', to: '18:00' }
  add(null, week(day, [{ from: '10:00', to: '14:00' }]), true)
  add(sample.channels.facebook, week(day, []), true)
  const weekend = [{ from: '10:00', to: '20:00' }]
  add(sample.channels.instagram, week({ from: '08:00', to: '21:00' }, weekend, weekend), false)
}

interface Stretch {
  readonly from: string
  readonly to: string
}

function setTargets(sample: Sample): void {
  const { tiktok } = sample.channels
  for (const [channelId, kind, minutes] of [
    [null, 'message', 120],
    [null, 'review', 480],
    [null, 'mention', null],
    [tiktok, null, 480],
  ] as const)
    insert(sample, 'response_target (channel_id, kind, minutes) VALUES (?, ?, ?)', channelId, kind, minutes)
}

type Topics = Readonly<Record<SampleTopic, number>>

function addTopics(sample: Sample): Topics {
  const names = Object.entries<string>(TOPICS[sample.language])
  const ids = names.map(([key, name], position) => [
    key,
    insert(sample, 'topic (name, position) VALUES (?, ?)', name, position),
  ])
  return Object.fromEntries(ids) as Topics
}

/** As they are named in the sample's language, once they are there. */
export function sampleTopics(
  sample: Sample,
): Readonly<Record<SampleTopic, { readonly id: number; readonly name: string }>> {
  const find = sample.db.prepare<[string]>('SELECT id FROM topic WHERE name = ?').pluck()
  return Object.fromEntries(
    Object.entries<string>(TOPICS[sample.language]).map(([key, name]) => [key, { id: Number(find.get(name)), name }]),
  ) as Record<SampleTopic, { readonly id: number; readonly name: string }>
}

type Snippets = Readonly<Record<SnippetExample['key'], number>>
const TOPIC_OF = { late: 'delivery', thanks: 'praise', question: 'advice' } as const

/** The examples a new ledger offers. */
function addSnippets(sample: Sample, topics: Topics): Snippets {
  const ids = SNIPPET_EXAMPLES.map(({ key, names, texts }) => {
    const { name } = names[sample.language]
    const id = insert(sample, 'snippet (name, topic_id) VALUES (?, ?)', name, topics[TOPIC_OF[key]])
    for (const [variant, text] of Object.entries(texts)) {
      const [language = '', tone = ''] = variant.split(' ')
      const into = 'snippet_text (snippet_id, language, tone, text) VALUES (?, ?, ?, ?)'
      insert(sample, into, id, language, tone, text)
    }
    return [key, id]
  })
  return Object.fromEntries(ids) as Snippets
}

interface SampleRule {
  readonly name: string
  readonly isActive?: boolean
  readonly conditions: Partial<RuleConditions>
  readonly topic?: number
  readonly priority?: Priority
  readonly snippetId?: number
  readonly to?: { readonly personId: number } | { readonly departmentId: number }
  readonly minutes?: number
  readonly stop?: boolean
}

function addRules(sample: Sample, topics: Topics, snippets: Snippets): void {
  const texts = RULE_TEXTS[sample.language]
  const { departments } = recordTextsIn(sample.language)
  const recruiting = Number(
    sample.db.prepare<[string]>('SELECT id FROM department WHERE name = ?').pluck().get(departments.recruiting),
  )
  const rules: SampleRule[] = [
    {
      name: texts.application.name,
      conditions: { words: texts.application.words },
      topic: topics.application,
      to: { departmentId: recruiting },
      minutes: 960,
      stop: true,
    },
    {
      name: texts.badReview.name,
      conditions: { kinds: ['review'], maxStars: 2 },
      priority: 'urgent',
      to: { personId: sample.people.owner },
      minutes: 240,
    },
    { name: texts.angry.name, conditions: { sentiments: ['angry'] }, priority: 'high', snippetId: snippets.late },
    { name: texts.appointment.name, conditions: { words: texts.appointment.words }, topic: topics.appointment },
    { name: texts.repair.name, conditions: { words: texts.repair.words }, topic: topics.repair },
    {
      name: texts.praise.name,
      conditions: { words: texts.praise.words, kinds: ['comment', 'mention'], sentiments: ['positive'] },
      topic: topics.praise,
      priority: 'low',
      snippetId: snippets.thanks,
    },
    { name: texts.raffle.name, isActive: false, conditions: { words: texts.raffle.words }, priority: 'high' },
  ]
  for (const [position, rule] of rules.entries()) addRule(sample, position, rule)
}

function addRule(sample: Sample, position: number, rule: SampleRule): void {
  const id = insert(
    sample,
    `moderation_rule (position, name, is_active, conditions, priority, snippet_id, person_id, department_id, escalate_minutes, is_last)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    position,
    rule.name,
    Number(rule.isActive ?? true),
    JSON.stringify({ ...ANYTHING, ...rule.conditions }),
    rule.priority === undefined ? null : PRIORITIES.indexOf(rule.priority),
    rule.snippetId ?? null,
    rule.to !== undefined && 'personId' in rule.to ? rule.to.personId : null,
    rule.to !== undefined && 'departmentId' in rule.to ? rule.to.departmentId : null,
    rule.minutes ?? null,
    Number(rule.stop ?? false),
  )
  if (rule.topic !== undefined) insert(sample, 'rule_topic (rule_id, topic_id) VALUES (?, ?)', id, rule.topic)
}

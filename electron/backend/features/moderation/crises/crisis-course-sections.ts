/** Parts of the document of a crisis: what came in, how it sounded, and what happened. */
import { dayAt } from '../../../../../shared/domain/instant.ts'
import { SENTIMENTS } from '../../../../../shared/domain/conversation.ts'
import { fill, fillCount } from '../../../../../shared/i18n/fill.ts'
import type { CrisisPaper } from './crisis-paper.ts'
import type { PaperConversation } from './crisis-paper-conversations.ts'
import { row, small, type CrisisWords, type Section } from './crisis-words.ts'

export function conversationsSection(paper: CrisisPaper, words: CrisisWords): Section | null {
  const { conversations, figures, question } = paper
  if (conversations.length === 0) return null
  const { columns, sections } = words.paper
  const named = question.hasNames
  const names = [
    'received',
    'conversation',
    'person',
    ...(named ? (['words'] as const) : []),
    'channel',
    'sentiment',
    'answered',
  ] as const
  const more = figures.conversations - conversations.length
  return {
    id: 'conversations',
    title: sections.conversations,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: sections.conversations,
        isText: true,
        columns: names.map((name) => ({ header: columns[name], isNumber: false })),
        rows: conversations.map((each) =>
          row(
            words.at(each.receivedAt),
            nameOf(each, paper, words),
            each.person ?? '–',
            ...(named ? [each.words] : []),
            { text: each.channel ?? '–', network: each.network },
            each.sentiment === null ? '–' : words.texts.sentiments[each.sentiment],
            each.firstAnsweredAt === null ? '–' : words.at(each.firstAnsweredAt),
          ),
        ),
      },
      ...(more > 0 ? [small(fillCount(words.paper, 'more', more))] : []),
    ],
  }
}

function nameOf(
  { label, kind, receivedAt, batchCount }: PaperConversation,
  { settings }: CrisisPaper,
  { paper, texts, format }: CrisisWords,
): string {
  const day = format.day(dayAt(receivedAt, settings.timeZone))
  const name = label === '' ? fill(paper.unnamed, { kind: texts.kinds[kind], day }) : label
  return batchCount === null ? name : fill(paper.batch, { label: name, count: format.number(batchCount) })
}

export function moodSection({ figures }: CrisisPaper, { paper, texts, format }: CrisisWords): Section | null {
  const { mood } = figures
  if (mood.length < 2) return null
  const { columns, sections } = paper
  const kinds = [...SENTIMENTS, 'unknown'] as const
  const nameOfStretch = (from: string) => {
    const [day = '', hour] = from.split('T')
    return hour === undefined
      ? format.day(day)
      : fill(texts.mood.hour, { day: format.dayShort(day), hour: Number(hour) })
  }
  return {
    id: 'mood',
    title: sections.mood,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: sections.mood,
        columns: [
          { header: columns.stretch, isNumber: false },
          ...kinds.map((kind) => ({
            header: kind === 'unknown' ? texts.mood.unknown : texts.sentiments[kind],
            isNumber: true,
          })),
        ],
        rows: mood.map((stretch) =>
          row(
            nameOfStretch(stretch.from),
            ...kinds.map((kind) => (stretch[kind] === 0 ? '–' : format.number(stretch[kind]))),
          ),
        ),
      },
    ],
  }
}

/** What was added more than this after it happened was added later. */
const LATER_MS = 60_000

export function logSection({ log, entries }: CrisisPaper, words: CrisisWords): Section {
  const { columns, sections, notedLater } = words.paper
  return {
    id: 'log',
    title: sections.log,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: sections.log,
        isText: true,
        columns: [
          { header: columns.at, isNumber: false },
          { header: columns.what, isNumber: false },
          { header: columns.notedBy, isNumber: false },
        ],
        rows: log.map((entry) => {
          const isLater = entry.notedAt - entry.at > LATER_MS
          const noted = [entry.person, isLater ? fill(notedLater, { at: words.at(entry.notedAt) }) : null]
          return row(words.at(entry.at), [words.entry(entry), entry.text].filter(Boolean).join('\n'), {
            text: noted.filter((part) => part !== null).join(', '),
            tone: 'aside',
          })
        }),
      },
      ...(entries > log.length ? [small(fillCount(words.paper, 'later', entries - log.length))] : []),
    ],
  }
}

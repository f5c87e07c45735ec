// The timeline in sentences: what was done, and what follows from the clock without anybody having done it.
import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TimelineLine, timelineLines } from '../../../renderer/features/moderation/detail/timeline-lines.ts'
import type { ConversationDetail, TimelineEvent } from '../../../shared/contract/moderation-fields.ts'
import { clockAt } from '../../../shared/domain/wall-time.ts'
import { conversationNames } from '../../../shared/i18n/conversation-names.ts'
import { conversation } from '../../../shared/i18n/de/conversation.ts'

const ZONE = 'Europe/Berlin'
const at = (clock: string) => Date.parse(`2026-10-28T${clock}:00+01:00`)
let t: TFunction<'conversation'>

beforeAll(async () => {
  await i18next.init({ lng: 'de', resources: { de: { conversation } }, interpolation: { escapeValue: false } })
  t = i18next.getFixedT('de', 'conversation')
})

let lastId = 0
function event(
  clock: string,
  kind: TimelineEvent['kind'],
  detail: TimelineEvent['detail'] = {},
  text: string | null = null,
) {
  return { id: ++lastId, at: at(clock), kind, person: null, detail, text }
}

function detailOf(changes: Partial<ConversationDetail>): ConversationDetail {
  return {
    receivedAt: at('06:18'),
    clockStartsAt: null,
    firstDueAt: null,
    firstAnsweredAt: null,
    resolvedAt: null,
    dueAt: null,
    handovers: [],
    snoozedUntil: null,
    batchCount: null,
    status: 'open',
    isErased: false,
    timeline: [],
    ...changes,
  } as unknown as ConversationDetail
}

function linesOf(changes: Partial<ConversationDetail>, now: string): readonly TimelineLine[] {
  return timelineLines(detailOf(changes), at(now), {
    t,
    names: conversationNames('de'),
    moment: (instant) => clockAt(instant, ZONE),
    list: (items) => items.join(', '),
  })
}

const told = (changes: Partial<ConversationDetail>, now = '12:30') =>
  linesOf(changes, now).map((line) => `${clockAt(line.at, ZONE)} ${line.sentence}`)

describe('what was done', () => {
  test('what came in at night says from when the clock runs, else until when an answer is due', () => {
    const timeline = [event('06:18', 'received')]
    const atNight = { timeline, clockStartsAt: at('08:00'), firstDueAt: at('12:00') }
    expect(told(atNight, '09:00')).toEqual(['06:18 eingegangen · außerhalb der Servicezeit, Frist beginnt 08:00'])
    expect(told({ timeline, firstDueAt: at('12:00') }, '09:00')).toEqual(['06:18 eingegangen · Antwort bis 12:00'])
  })

  test('marks and hand-overs name what they set', () => {
    const timeline = [
      event('08:05', 'topics', { topics: ['Lieferung', 'Preis'] }),
      event('08:06', 'sentiment', { from: null, to: 'angry' }),
      event('08:07', 'handed_over', { to: 'Versand', due: at('10:00') }, 'Wo ist es?'),
      event('08:08', 'priority', { from: 'normal', to: 'urgent' }),
      event('08:09', 'measure', { from: null, to: 'hidden' }, 'Beleidigung'),
      event('08:10', 'edited', { fields: ['channelId', 'text'] }),
    ]
    expect(told({ timeline })).toEqual([
      '08:05 Themen „Lieferung“, „Preis“',
      '08:06 Stimmung „verärgert“',
      '08:07 an Versand weitergegeben · Rückmeldung bis 10:00',
      '08:08 Priorität „dringend“',
      '08:09 ausgeblendet',
      '08:10 geändert: Kanal, Text',
    ])
    expect(linesOf({ timeline }, '12:30')[2]?.words).toBe('Wo ist es?')
  })

  test('what is done without an answer says so, and what was erased says that it had words', () => {
    const timeline = [event('08:00', 'answered', { next: 'stay' }), event('09:00', 'resolved')]
    expect(told({ timeline, firstAnsweredAt: at('08:00') }).at(-1)).toBe('09:00 erledigt')
    expect(told({ timeline }).at(-1)).toBe('09:00 ohne Antwort erledigt')
    expect(linesOf({ timeline, isErased: true }, '12:30').map(({ isErased }) => isErased)).toEqual([true, false])
  })
})

describe('what follows from the clock', () => {
  const handover = { id: 1, to: 'Versand', personId: null, departmentId: 1, at: at('08:07'), dueAt: at('10:00') }

  test('a promise is late from its moment on, and only if nobody kept it by then', () => {
    const late = { handovers: [{ ...handover, returnedAt: null }] }
    expect(told(late, '09:59')).toEqual([])
    expect(told(late, '10:01')).toEqual(['10:00 Rückmeldung von Versand überfällig'])
    expect(told({ handovers: [{ ...handover, returnedAt: at('09:30') }] })).toEqual([])
    expect(told({ firstDueAt: at('12:00') })).toEqual(['12:00 Erste Antwort überfällig'])
    expect(told({ firstDueAt: at('12:00'), firstAnsweredAt: at('11:59') })).toEqual([])
    expect(told({ firstDueAt: at('12:00'), firstAnsweredAt: at('12:20') })).toEqual(['12:00 Erste Antwort überfällig'])
    expect(told({ firstDueAt: at('12:00'), status: 'done', resolvedAt: at('11:00') })).toEqual([])
  })

  test('a further message is overdue, and what was put off comes back by itself', () => {
    expect(told({ firstAnsweredAt: at('09:00'), dueAt: at('12:00') })).toEqual(['12:00 Antwort überfällig'])
    expect(told({ snoozedUntil: at('12:00') })).toEqual(['12:00 wieder vorgelegt'])
    expect(told({ snoozedUntil: at('13:00') })).toEqual([])
  })

  test('several noted at once owe nothing', () => {
    const timeline = [event('12:00', 'received', { count: 20 })]
    expect(told({ timeline, batchCount: 20, firstDueAt: at('12:01') })).toEqual([
      '12:00 20 Gespräche auf einmal erfasst',
    ])
  })
})

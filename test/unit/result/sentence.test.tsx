// A result is a sentence first: what it says in every state, in both languages.
import { cleanup, render } from '@testing-library/react'
import { act } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { ResultSentence } from '../../../renderer/features/result/result-sentence.tsx'
import { sentenceKind } from '../../../shared/report/sentence.ts'
import { SureCard } from '../../../renderer/features/result/sure-card.tsx'
import type { ResultView } from '../../../renderer/features/result/use-result.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { Confidence, ResultFigures, ResultSummary } from '../../../shared/contract/result.ts'
import { toDay } from '../../../shared/domain/day.ts'
import type { VerdictKind } from '../../../shared/domain/verdict.ts'

beforeAll(startI18n)
beforeEach(() => act(() => useViewSettings.getState().setLanguage('de')))
afterEach(cleanup)

const FIGURES: ResultFigures = {
  seconds: 360_000,
  labourCents: 428_100,
  unpricedSeconds: 0,
  adsCents: 100_000,
  otherCostCents: 0,
  orders: 40,
  grossCents: 1_190_000,
  netCents: 1_000_000,
  contributionCents: 550_000,
  resultCents: 21_900,
  returnPerHourCents: 4_500,
}

function summaryOf(totals: Partial<ResultFigures>, lacks: ResultSummary['lacks'] = []): ResultSummary {
  const nothing = { orders: 0, grossCents: 0, netCents: 0, adsCents: 0, otherCostCents: 0, seconds: 0, labourCents: 0 }
  return {
    currency: 'EUR',
    period: { from: toDay('2026-01-01'), to: toDay('2026-10-31') },
    model: 'last',
    by: 'channel',
    windowDays: 30,
    costing: 'direct',
    spread: null,
    totals: { ...FIGURES, ...totals },
    rows: [],
    other: nothing,
    coverage: {
      netCents: 2_000_000,
      touchedNetCents: 1_500_000,
      socialNetCents: 1_000_000,
      orders: 80,
      touchedOrders: 60,
      singleTouchOrders: 60,
    },
    labourByActivity: [],
    lacks,
    uncountedOrders: 0,
  }
}

type Total = NonNullable<Confidence['total']>

const verdictOf = (kind: VerdictKind, probability: number | null): Total['verdict'] => ({
  kind,
  probability,
  weeks: kind === 'too-little-data' ? 4 : 30,
  purchases: kind === 'too-little-data' ? 7 : 40,
})

interface State {
  readonly summary: ResultSummary
  readonly total?: VerdictKind
  readonly channels?: readonly VerdictKind[]
  /** Hours of each channel. */
  readonly seconds?: readonly number[]
}

const NAMES = ['Instagram', 'LinkedIn', 'TikTok']
const PROBABILITIES: Readonly<Record<VerdictKind, number | null>> = {
  earns: 0.97,
  costs: 0.004,
  open: 0.46,
  'too-little-data': null,
}

function viewOf({ summary, total, channels = [], seconds = [] }: State): ResultView {
  const range = { lowestCents: -5_000, highestCents: 30_000 }
  const judge = (kind: VerdictKind) => ({ verdict: verdictOf(kind, PROBABILITIES[kind]), range })
  const confidence: Confidence = {
    total: total ? judge(total) : null,
    rows: channels.map((kind, index) => ({
      id: index + 1,
      format: null,
      seconds: seconds[index] ?? 3_600,
      ...judge(kind),
    })),
    byModel: [],
    breakEvenRevenueCents: null,
    purchasesMissing: 0,
    cumulative: [],
    payback: null,
  }
  const channelOf = (name: string, index: number) =>
    [index + 1, { id: index + 1, network: 'other', name, isArchived: false, useCount: 1 }] as const
  return {
    summary,
    confidence,
    judged: new Map(),
    channels: new Map(NAMES.map(channelOf)),
    compared: null,
    direct: null,
  }
}

/** The sentence, without the line of facts below it. */
function say(state: State): string {
  const { container } = render(<ResultSentence view={viewOf(state)} />)
  return (container.querySelector('p')?.textContent ?? '').replaceAll('\u00a0', ' ').trim()
}

describe('the sentence', () => {
  test('earns, with the channels by verdict, the best first', () => {
    expect(say({ summary: summaryOf({}), total: 'earns', channels: ['costs', 'earns', 'open'] })).toBe(
      'Social Media hat von Januar bis Oktober 2026 219 € mehr eingebracht, als es gekostet hat. LinkedIn verdient Geld, TikTok ist noch offen, Instagram kostet mehr, als es einbringt.',
    )
  })

  test('costs', () => {
    const summary = summaryOf({ resultCents: -2_009_300 })
    expect(say({ summary, total: 'costs', channels: ['costs', 'costs'] })).toBe(
      'Social Media hat von Januar bis Oktober 2026 20.093 € mehr gekostet, als es eingebracht hat. Instagram und LinkedIn kosten mehr, als sie einbringen.',
    )
  })

  test('neither', () => {
    expect(say({ summary: summaryOf({ resultCents: 0 }) })).toContain('genau so viel eingebracht, wie es gekostet hat.')
  })

  test('too little data for any channel', () => {
    const state: State = { summary: summaryOf({}), channels: ['too-little-data', 'too-little-data'] }
    expect(say(state)).toContain('Für ein Urteil über einzelne Kanäle reichen die Daten noch nicht.')
  })

  test.each([
    ['earns', 'Der einzige Kanal ist Instagram; eine typische Woche trägt sich.'],
    ['open', 'Der einzige Kanal ist Instagram; ob eine typische Woche sich trägt, ist noch offen.'],
    ['costs', 'Der einzige Kanal ist Instagram; auch eine typische Woche kostet mehr, als sie einbringt.'],
    ['too-little-data', 'Der einzige Kanal ist Instagram; für ein Urteil reichen die Daten noch nicht.'],
  ] as const)('one channel that is %s', (kind, clause) => {
    expect(say({ summary: summaryOf({}), channels: [kind] })).toContain(clause)
  })

  test('of a channel without hours nothing good is said, and the other is not the only one', () => {
    const text = say({ summary: summaryOf({}), channels: ['earns', 'open'], seconds: [0, 3_600] })
    expect(text).toContain('LinkedIn ist noch offen.')
    expect(text).not.toContain('Instagram')
    expect(text).not.toContain('einzige')
    expect(say({ summary: summaryOf({}), channels: ['costs', 'open'], seconds: [0, 3_600] })).toContain(
      'Instagram kostet mehr, als es einbringt',
    )
    expect(say({ summary: summaryOf({}), channels: ['earns'], seconds: [0] })).not.toContain('Kanal')
  })

  test('no revenue: a cost, and no result', () => {
    const totals = { orders: 0, netCents: 0, contributionCents: 0, resultCents: -528_100 }
    expect(say({ summary: summaryOf(totals, ['revenue']) })).toBe(
      'Social Media hat von Januar bis Oktober 2026 5.281 € gekostet. Käufe sind noch keine erfasst; ob sich das rechnet, lässt sich deshalb nicht sagen.',
    )
    const unpriced = { ...totals, seconds: 360_000, unpricedSeconds: 360_000, labourCents: 0, resultCents: null }
    expect(say({ summary: summaryOf(unpriced, ['rate', 'revenue']) })).toContain('100,0 Stunden Arbeit gebraucht')
  })

  test('no hours: what came in, and that most of the cost is missing', () => {
    const totals = { seconds: 0, labourCents: 0, resultCents: 450_000, returnPerHourCents: null }
    const text = say({ summary: summaryOf(totals, ['hours']), total: 'earns' })
    expect(text).toContain('5.500 € Deckungsbeitrag gebracht und ohne die Arbeitszeit 1.000 € gekostet.')
    expect(text).not.toContain('mehr eingebracht')
    expect(
      say({ summary: summaryOf({ ...totals, contributionCents: null, resultCents: null }, ['hours', 'margin']) }),
    ).toContain('10.000 € Umsatz gebracht')
    expect(say({ summary: summaryOf(totals, ['hours', 'revenue']) })).toContain(
      'Stunden und Käufe sind noch keine erfasst.',
    )
  })

  test('no margin, no rate, neither', () => {
    const noMargin = summaryOf({ contributionCents: null, resultCents: null }, ['margin'])
    expect(say({ summary: noMargin })).toContain('5.281 € gekostet und 10.000 € Umsatz gebracht.')
    // The amount holds the hours that have a rate: it must not be called one without working time.
    const noRate = summaryOf({ seconds: 36_000, unpricedSeconds: 7_200, resultCents: null }, ['rate'])
    expect(say({ summary: noRate })).toContain('5.500 € Deckungsbeitrag gebracht und bisher 5.281 € gekostet.')
    expect(say({ summary: noRate })).toContain('Für 2,0 von 10,0 Stunden fehlt noch der Stundensatz')
    const neither = summaryOf({ unpricedSeconds: 7_200, contributionCents: null, resultCents: null }, [
      'rate',
      'margin',
    ])
    expect(say({ summary: neither })).toContain('zeigt sich mit Stundensatz und Marge')
  })

  test('in English too', () => {
    act(() => useViewSettings.getState().setLanguage('en'))
    expect(say({ summary: summaryOf({}), channels: ['earns', 'open'] })).toBe(
      'Social media brought in €219 more from January to October 2026 than it cost. Instagram earns money, LinkedIn is still open.',
    )
    const totals = { orders: 0, netCents: 0, contributionCents: 0, resultCents: -528_100 }
    expect(say({ summary: summaryOf(totals, ['revenue']) })).toContain('No purchases are recorded yet')
  })

  test('every combination of what is missing has a sentence of its own kind, and no result among them', () => {
    for (const lacks of [
      ['hours'],
      ['revenue'],
      ['hours', 'revenue'],
      ['hours', 'margin'],
    ] as ResultSummary['lacks'][]) {
      expect(['gain', 'loss', 'even']).not.toContain(sentenceKind(summaryOf({}, lacks)))
    }
  })
})

describe('how sure it is', () => {
  const shown = (state: State) => {
    const { container } = render(<SureCard view={viewOf(state)} />)
    return (container.textContent ?? '').replaceAll('\u00a0', ' ')
  }

  test('a probability, what it does not cover, and why the models agree', () => {
    const text = shown({ summary: summaryOf({}), total: 'open' })
    expect(text).toContain('Wie sicher liegt eine typische Woche über null?')
    expect(text).toContain('46 %nach 30 Wochen, bei dieser Zuordnung. Käufe ohne bekannten Kontakt sind nicht dabei.')
    expect(text).toContain('Jeder Kauf hat höchstens einen bekannten Kontakt. Deshalb stimmen die Modelle überein.')
    expect(text).toContain('Zuordnung deckt ab75 % des Umsatzes')
    expect(text).toContain('Mit einem Kontakt aus Social Media50 % des Umsatzes')
    expect(text.match(/Zugeordnet heißt nicht verursacht/g)).toHaveLength(1)
  })

  test('never certain', () => {
    expect(shown({ summary: summaryOf({}), total: 'costs' })).toContain('< 1 %')
  })

  test('too little data says how much is missing', () => {
    const text = shown({ summary: summaryOf({}), total: 'too-little-data' })
    expect(text).toContain('Zu wenig DatenBisher 4 volle Wochen; ab 8 lässt sich etwas sagen.')
    expect(text).toContain('Bisher 7 zugeordnete Käufe; ab 20 lässt sich etwas sagen.')
  })

  test('without hours nothing is claimed', () => {
    const text = shown({ summary: summaryOf({ seconds: 0, returnPerHourCents: null }, ['hours']) })
    expect(text).toContain('Noch nicht zu sagenOhne Arbeitszeit fehlt meist der größte Teil der Kosten.')
  })

  test('full costing does not touch it', () => {
    const summary = { ...summaryOf({}), costing: 'hours' } as const
    expect(shown({ summary, total: 'earns' })).toContain('Gerechnet mit Teilkosten.')
  })
})

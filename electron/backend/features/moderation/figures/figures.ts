/** Figures of a period and of its groups, as the contract says them. */
import {
  type FigureGroup,
  type FigureGrouping,
  type GroupKey,
  type ModerationFigures,
} from '../../../../../shared/contract/moderation-figures.ts'
import { WEIGHT_UNIT } from '../../../../../shared/domain/allocation.ts'
import { CONVERSATION_KINDS } from '../../../../../shared/domain/conversation.ts'
import { daysBetween, mondayOf, toDay, type Day, type Period } from '../../../../../shared/domain/day.ts'
import { periodBefore } from '../../../../../shared/domain/earlier-period.ts'
import type { Network } from '../../../../../shared/domain/network.ts'
import {
  costPerAnswerCents,
  negativePerThousandReach,
  sentimentRatio,
  shareWithinTarget,
  timeFigures,
} from '../../../../../shared/domain/response-figures.ts'
import type { Connection } from '../../../database/connection.ts'
import { topicsOf, type FigureQuestion } from './figure-conditions.ts'
import { FigureSum, readSums } from './figure-sums.ts'
import { readReachByChannel } from './reach-store.ts'

export function figuresOfPeriod(db: Connection, question: FigureQuestion, by: FigureGrouping) {
  const sums = readSums(db, question, by)
  const groups = groupsOf(sums, by)
  const reach = readReachByChannel(db, question.filter)
  const before = periodBefore(question.filter.period)
  return {
    total: toFigures(sumOf(sums.values()), totalOf(reach)),
    before: figuresBefore(db, question, before),
    groups: describe(db, by, groups, reach),
  }
}

/** The first and the last day of the log, each from its end of the index. */
export function readExtent(db: Connection): Period | null {
  const row = db
    .prepare<[], { from: Day | null; to: Day | null }>(
      'SELECT (SELECT min(day) FROM conversation) AS "from", (SELECT max(day) FROM conversation) AS "to"',
    )
    .get()
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

function figuresBefore(db: Connection, question: FigureQuestion, period: Period) {
  const asked = { ...question, filter: { ...question.filter, period } }
  const sum = readWhole(db, asked)
  if (sum.counts.rows === 0) return null
  return { period, figures: toFigures(sum, totalOf(readReachByChannel(db, asked.filter))) }
}

export function readWhole(db: Connection, question: FigureQuestion): FigureSum {
  return sumOf(readSums(db, question, null).values())
}

export function sumOf(sums: Iterable<FigureSum>): FigureSum {
  const whole = new FigureSum()
  for (const sum of sums) whole.addSum(sum)
  return whole
}

/** Days become weekdays; what has several topics stands in the group of each. */
function groupsOf(sums: ReadonlyMap<GroupKey, FigureSum>, by: FigureGrouping): ReadonlyMap<GroupKey, FigureSum> {
  if (by !== 'weekday' && by !== 'topic') return sums
  const keysOf: (stored: GroupKey) => readonly GroupKey[] = by === 'weekday' ? weekdayOf : topicsOf
  const groups = new Map<GroupKey, FigureSum>()
  for (const [stored, sum] of sums)
    for (const key of keysOf(stored)) {
      let group = groups.get(key)
      if (!group) groups.set(key, (group = new FigureSum()))
      group.addSum(sum)
    }
  return groups
}

function weekdayOf(stored: GroupKey): readonly GroupKey[] {
  const day = toDay(String(stored))
  return [daysBetween(mondayOf(day), day)]
}

function totalOf(reach: ReadonlyMap<number, number>): number | null {
  return reach.size === 0 ? null : [...reach.values()].reduce((sum, each) => sum + each, 0)
}

export function toFigures(sum: FigureSum, reach: number | null): ModerationFigures {
  const { counts } = sum
  const { positive, neutral, negative, angry } = counts
  const first = timeFigures(sum.times('first'))
  const answers = counts.answered + counts.nextAnswered
  const standing = (inTime: number, late: number, missed: number) => ({
    inTime,
    late,
    missed,
    withinBasisPoints: shareWithinTarget({ inTime, late, missed }),
  })
  const { rows, conversations, batches, batched, answered, unanswered, closedUnanswered } = counts
  const { chargedSeconds, chargedCents } = counts
  const { seconds, costCents, unpricedSeconds, reachedNegative, leads, leadCents, wonLeads, wonLeadCents } = counts
  return {
    rows,
    conversations,
    batches,
    batched,
    answered,
    answers,
    unanswered,
    closedUnanswered,
    first,
    firstStanding: standing(counts.inTime, counts.late, counts.missed),
    next: timeFigures(sum.times('next')),
    nextStanding: standing(counts.nextInTime, counts.nextLate, counts.nextMissed),
    resolution: timeFigures(sum.times('resolution')),
    positive,
    neutral,
    negative,
    angry,
    positiveBasisPoints: sentimentRatio({ positive, neutral, negative, angry }),
    reach,
    reachedNegative,
    negativePerThousand: negativePerThousandReach(
      { positive: 0, neutral: 0, negative: reachedNegative, angry: 0 },
      reach,
    ),
    seconds,
    costCents,
    unpricedSeconds,
    chargedSeconds,
    chargedCents,
    costPerAnswerCents: costPerAnswerCents(counts.answeredCostCents, answers),
    leads,
    leadCents,
    wonLeads,
    wonLeadCents,
    purchases: counts.weight / WEIGHT_UNIT,
    netCents: counts.netCents,
    contributionCents: counts.unpricedShares > 0 ? null : counts.contributionCents,
  }
}

interface Named {
  readonly id: number
  readonly name: string
  readonly network: Network | null
}

/** Fixed fragments, in the order in which lists show these records. */
const NAMES = {
  channel: 'SELECT id, name, network FROM channel ORDER BY position, id',
  topic: 'SELECT id, name, NULL AS network FROM topic ORDER BY position, name',
  department: 'SELECT id, name, NULL AS network FROM department ORDER BY name',
} as const

/** In the order of their records, of kinds, of the clock; what belongs to none comes last. */
function describe(
  db: Connection,
  by: FigureGrouping,
  groups: ReadonlyMap<GroupKey, FigureSum>,
  reach: ReadonlyMap<number, number>,
): FigureGroup[] {
  const named = by === 'channel' || by === 'topic' || by === 'department' ? readNames(db, by) : null
  const keys: GroupKey[] = named ? named.map(({ id }) => id) : orderedKeys(by)
  return [...keys, null].flatMap((key, index) => {
    const sum = groups.get(key)
    if (!sum) return []
    const reached = by === 'channel' ? (reach.get(Number(key)) ?? null) : totalOf(reach)
    const { name, network } = named?.[index] ?? { name: null, network: null }
    return [{ key, name, network, figures: toFigures(sum, reached) }]
  })
}

export function readNames(db: Connection, of: keyof typeof NAMES): Named[] {
  return db.prepare<[], Named>(NAMES[of]).all()
}

function orderedKeys(by: FigureGrouping): GroupKey[] {
  if (by === 'kind') return [...CONVERSATION_KINDS]
  return Array.from({ length: by === 'weekday' ? 7 : 24 }, (_, index) => index)
}

/** Ratios and findings beside the result. */
import type { Insights } from '../../../../shared/contract/result.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import { addDays, type Period } from '../../../../shared/domain/day.ts'
import { dialogueShareOf } from '../../../../shared/domain/dialogue-share.ts'
import { divideRounded, multiplyDivide } from '../../../../shared/domain/money.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { bestHoursOf } from './best-hours.ts'
import { Credit } from './credit.ts'
import type { FigureSum } from './figures.ts'
import {
  countFirstSeen,
  readClaims,
  readUnknownUntil,
  sumConversationCredit,
  sumPaidNet,
  sumPipeline,
} from './insight-store.ts'
import { sumLinesBy, type LineSum } from './rollup-store.ts'
import { isSocial, sumRows } from './row-sums.ts'

export interface InsightsQuestion {
  readonly period: Period
  readonly model: AttributionModel
  readonly windowDays?: number | undefined
}

export function insightsOf(db: Connection, settings: StoredSettings, question: InsightsQuestion): Insights {
  const { period, model } = question
  const credit = new Credit(db, model, question.windowDays, settings.attributionWindowDays)
  const { totals, lines } = sumRows(credit, period, 'department')
  const social = lines.filter(isSocial)
  const { resultCents } = totals.toFigures()
  const charged = sum(social.filter((line) => line.key !== 0 && line.kind !== 'revenue').map((line) => line.cents))
  return {
    roi: resultCents === null ? null : ratio(resultCents, totals.costCents),
    roas: roasOf(credit, period, totals),
    customers: customersOf(db, period),
    bestHours: bestHoursOf(credit, period),
    unloved: unlovedOf(db, social),
    transfer: {
      cents: charged,
      resultBeforeCents: resultCents,
      resultAfterCents: resultCents === null ? null : resultCents + charged,
    },
    dialogue: dialogueOf(credit, period, social),
    pipeline: sumPipeline(db, period.to),
  }
}

/** a ÷ b in basis points, rounded half away from zero; null where b is nothing (or less). */
function ratio(a: number, b: number): number | null {
  return b > 0 ? multiplyDivide(a, 10_000, b) : null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The ratio of what is claimed covers only platforms that state a value: the others' spend would look like a failure of theirs. */
function roasOf(credit: Credit, period: Period, totals: FigureSum): Insights['roas'] {
  const byPlatform = readClaims(credit.db, period)
  const claiming = byPlatform.filter((platform) => platform.claimedCents !== null)
  return {
    claimed: ratio(
      sum(claiming.map((platform) => platform.claimedCents ?? 0)),
      sum(claiming.map((platform) => platform.spendCents)),
    ),
    byPlatform,
    own: ratio(sumPaidNet(credit, period), totals.adsCents),
    // Costs without a part of the work are not all costs.
    loaded: totals.unpricedSeconds > 0 ? null : ratio(totals.netCents, totals.costCents),
  }
}

function customersOf(db: Connection, period: Period): Insights['customers'] {
  const unknownUntil = readUnknownUntil(db)
  const nobody = {
    period: null,
    costCents: null,
    firstSeen: 0,
    costPerCustomerCents: null,
    socialFirstSeen: 0,
    costPerSocialCustomerCents: null,
  }
  if (unknownUntil === null || unknownUntil >= period.to) return { ...nobody, unknownUntil }
  const known = { from: unknownUntil >= period.from ? addDays(unknownUntil, 1) : period.from, to: period.to }
  const { firstSeen, socialFirstSeen } = countFirstSeen(db, known)
  const costs = sumLinesBy(db, 'none', known).filter((line) => isSocial(line) && line.kind !== 'revenue')
  const costCents = costs.some((line) => line.unpricedSeconds > 0) ? null : sum(costs.map((line) => line.cents))
  const per = (customers: number) =>
    costCents === null || customers === 0 ? null : divideRounded(costCents, customers)
  return {
    period: known,
    costCents,
    firstSeen,
    costPerCustomerCents: per(firstSeen),
    socialFirstSeen,
    costPerSocialCustomerCents: per(socialFirstSeen),
    unknownUntil,
  }
}

function hoursOf(lines: readonly LineSum[]): { seconds: number; cents: number } {
  return { seconds: sum(lines.map((line) => line.seconds)), cents: sum(lines.map((line) => line.cents)) }
}

/** Lines by department (0: none) and activity. */
function unlovedOf(db: Connection, social: readonly LineSum[]): Insights['unloved'] {
  const labour = social.filter((line) => line.kind === 'labour')
  const all = hoursOf(labour.filter((line) => line.activity === 'coordination' || line.key !== 0))
  const names = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM department').all()
  const departments = names
    .map(({ id, name }) => ({ id, name, ...hoursOf(labour.filter((line) => line.key === id)) }))
    .filter((department) => department.seconds !== 0 || department.cents !== 0)
    .sort((a, b) => b.seconds - a.seconds || a.name.localeCompare(b.name))
  return {
    all,
    share: ratio(all.seconds, hoursOf(labour).seconds),
    coordination: hoursOf(labour.filter((line) => line.activity === 'coordination')),
    departments,
  }
}

function dialogueOf(credit: Credit, period: Period, social: readonly LineSum[]): Insights['dialogue'] {
  const share = dialogueShareOf(social.filter((line) => line.kind === 'labour'))
  const linked = sumConversationCredit(credit, period)
  const isUnpriced = sum(linked.map((part) => part.unpricedCount)) > 0
  return {
    share: share && ratio(share.dialogueSeconds, share.channelSeconds),
    dividendNetCents: sum(linked.map((part) => part.netCents)),
    dividendContributionCents: isUnpriced ? null : sum(linked.map((part) => part.contributionCents)),
  }
}

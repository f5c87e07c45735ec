/** From sums to the figures of a row. */
import type { ResultFigures } from '../../../../shared/contract/result.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { returnPerHourCents } from '../../../../shared/domain/revenue.ts'
import type { LineSum, ShareSum } from './rollup-store.ts'

const FIELDS = [
  'seconds',
  'unpricedSeconds',
  'labourCents',
  'adsCents',
  'otherCostCents',
  'weight',
  'grossCents',
  'netCents',
  'contributionCents',
  'unpricedCount',
] as const

/** Collects the social sums of one row. */
export class FigureSum {
  seconds = 0
  unpricedSeconds = 0
  labourCents = 0
  adsCents = 0
  otherCostCents = 0
  weight = 0
  grossCents = 0
  netCents = 0
  contributionCents = 0
  unpricedCount = 0

  addLine(line: LineSum): void {
    if (line.kind === 'revenue') return
    this.seconds += line.seconds
    this.unpricedSeconds += line.unpricedSeconds
    if (line.kind === 'labour') this.labourCents += line.cents
    else if (line.kind === 'ads') this.adsCents += line.cents
    else this.otherCostCents += line.cents
  }

  addShare(share: ShareSum): void {
    this.weight += share.weight
    this.grossCents += share.grossCents
    this.netCents += share.netCents
    this.contributionCents += share.contributionCents
    this.unpricedCount += share.unpricedCount
  }

  /** Adds another sum, or (sign −1) takes it away. */
  add(other: FigureSum, sign: 1 | -1 = 1): void {
    for (const field of FIELDS) this[field] += sign * other[field]
  }

  get costCents(): number {
    return this.labourCents + this.adsCents + this.otherCostCents
  }

  /** Nothing in it at all: amounts of several kinds that cancel out are something. */
  get isEmpty(): boolean {
    return FIELDS.every((field) => this[field] === 0)
  }

  toFigures(): ResultFigures {
    const contribution = this.unpricedCount > 0 ? null : this.contributionCents
    const isComplete = contribution !== null && this.unpricedSeconds === 0
    return {
      seconds: this.seconds,
      labourCents: this.labourCents,
      unpricedSeconds: this.unpricedSeconds,
      adsCents: this.adsCents,
      otherCostCents: this.otherCostCents,
      orders: this.weight / WEIGHT_UNIT,
      grossCents: this.grossCents,
      netCents: this.netCents,
      contributionCents: contribution,
      resultCents: isComplete ? contribution - this.costCents : null,
      returnPerHourCents:
        contribution === null
          ? null
          : returnPerHourCents(contribution, this.adsCents + this.otherCostCents, this.seconds),
    }
  }
}

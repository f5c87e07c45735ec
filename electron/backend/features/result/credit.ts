/** Who gets the credit: shares of purchases at any window, as stored or (another window than the ledger's) with what changes. */
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { isPostKey, readPostKeys, sumPostShares, type PostKey } from './post-store.ts'
import {
  sumCoverage,
  sumSharesBy,
  sumSharesByModel,
  type CoverageSum,
  type ShareKey,
  type ShareSum,
} from './rollup-store.ts'
import { readWindowDeltas, type ShareDelta, type WindowDeltas } from '../../database/window-shares.ts'

export type CreditKey = ShareKey | PostKey

/** One question's view on the shares. What another window changes is read once, for the widest period that is asked for. */
export class Credit {
  readonly db: Connection
  readonly model: AttributionModel
  readonly windowDays: number
  readonly #savedWindowDays: number
  readonly #deltas = new Map<string, WindowDeltas>()

  constructor(db: Connection, model: AttributionModel, windowDays: number | undefined, savedWindowDays: number) {
    this.db = db
    this.model = model
    this.windowDays = windowDays ?? savedWindowDays
    this.#savedWindowDays = savedWindowDays
  }

  /** Sums by key for the question's model. By post, pillar and format only what names a post. */
  sumBy(key: CreditKey, period: Period): ShareSum[] {
    const stored = isPostKey(key)
      ? sumPostShares(this.db, key, period, this.model)
      : sumSharesBy(this.db, key, period, this.model)
    const keyed = this.#keyed(key, this.deltasOf(period).shares)
    return [...stored, ...keyed.map((delta) => ({ ...delta, model: 0 }))]
  }

  /** Sums by key and model; model 0 stands for all of them. */
  sumByModel(key: CreditKey, period: Period): ShareSum[] {
    const stored = isPostKey(key) ? sumPostShares(this.db, key, period, null) : sumSharesByModel(this.db, key, period)
    return [...stored, ...this.#keyed(key, this.#read(period, null).shares)]
  }

  coverage(period: Period): CoverageSum {
    const sum: { -readonly [Field in keyof CoverageSum]: number } = { ...sumCoverage(this.db, period) }
    for (const change of this.deltasOf(period).coverage)
      for (const field of Object.keys(sum) as (keyof CoverageSum)[]) sum[field] += change[field]
    return sum
  }

  /** What this window changes within a period under the question's model; empty at the saved window. */
  deltasOf(period: Period): WindowDeltas {
    return this.#read(period, this.model)
  }

  #read(period: Period, model: AttributionModel | null): WindowDeltas {
    const name = `${period.from} ${period.to} ${model}`
    let deltas = this.#deltas.get(name)
    if (!deltas) {
      const { windowDays } = this
      deltas = readWindowDeltas(this.db, { period, windowDays, savedWindowDays: this.#savedWindowDays, model })
      this.#deltas.set(name, deltas)
    }
    return deltas
  }

  #keyed(key: CreditKey, deltas: readonly ShareDelta[]): (ShareDelta & { key: number | string })[] {
    if (deltas.length === 0) return []
    const keyOf = this.keyReader(key)
    const keyed = deltas.map((delta) => ({ ...delta, key: keyOf(delta) }))
    return isPostKey(key) ? keyed.filter((delta) => delta.postId !== null) : keyed
  }

  /** The key of a share that is not stored. */
  keyReader(key: CreditKey): (delta: ShareDelta) => number | string {
    if (key === 'channel') return (delta) => delta.channelId ?? 0
    if (key === 'campaign') return (delta) => delta.campaignId ?? 0
    if (key === 'client') return (delta) => delta.clientId ?? 0
    if (key === 'month') return (delta) => delta.day.slice(0, 7)
    if (key === 'none') return () => 0
    if (key === 'post') return (delta) => delta.postId ?? 0
    const posts = readPostKeys(this.db)
    const find = (delta: ShareDelta) => (delta.postId === null ? undefined : posts.get(delta.postId))
    return key === 'pillar' ? (delta) => find(delta)?.pillarId ?? 0 : (delta) => find(delta)?.format ?? ''
  }
}

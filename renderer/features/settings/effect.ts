/** What a change of rate or margin does to the result, read before and after it. */
import { client } from '../../lib/api.ts'

export interface Totals {
  readonly labourCents: number
  readonly unpricedSeconds: number
  readonly contributionCents: number | null
}

/** Sums over everything there is; null where there is nothing yet or it cannot be read. The change itself does not depend on it. */
export async function readTotals(): Promise<Totals | null> {
  try {
    const period = await client.result.extent()
    if (period === null) return null
    const { totals } = await client.result.summary({ period, model: 'last', by: 'channel' })
    const { labourCents, unpricedSeconds, contributionCents } = totals
    return { labourCents, unpricedSeconds, contributionCents }
  } catch {
    return null
  }
}

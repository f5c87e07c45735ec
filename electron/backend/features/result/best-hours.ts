/** Where the hours of the last eight full weeks brought most: see shared/domain/best-hours.ts for the rule. */
import type { Insights } from '../../../../shared/contract/result.ts'
import { isActivity, type Activity } from '../../../../shared/domain/activity.ts'
import { BEST_HOURS_WEEKS, MIN_BEST_SECONDS, returnsByActivity } from '../../../../shared/domain/best-hours.ts'
import { addDays, mondayOf, type Period } from '../../../../shared/domain/day.ts'
import { NETWORKS } from '../../../../shared/domain/network.ts'
import type { Connection } from '../../database/connection.ts'
import type { Credit } from './credit.ts'
import { FigureSum } from './figures.ts'
import { sumConversationCredit, sumPostCredit, type LinkedCredit } from './insight-store.ts'
import { readExtent } from './rollup-store.ts'
import { isSocial, NO_KEY, sumRows } from './row-sums.ts'

const MAX_ROWS = 50

export function bestHoursOf(credit: Credit, period: Period): Insights['bestHours'] {
  const weeks = lastFullWeeks(credit.db, period)
  if (!weeks) return { period: null, rows: [] }
  const { rows, lines } = sumRows(credit, weeks, 'channel')
  const seconds = new Map<number, Map<Activity | '', number>>()
  for (const line of lines) {
    if (!isSocial(line) || line.kind !== 'labour') continue
    const ofChannel = seconds.get(Number(line.key)) ?? new Map<Activity | '', number>()
    seconds.set(Number(line.key), ofChannel)
    const activity = isActivity(line.activity) ? line.activity : ''
    ofChannel.set(activity, (ofChannel.get(activity) ?? 0) + line.seconds)
  }
  const conversations = byChannel(sumConversationCredit(credit, weeks))
  const posts = byChannel(sumPostCredit(credit, weeks))
  const names = readChannels(credit.db)
  const best: Insights['bestHours']['rows'] = []
  for (const [channelId, hours] of seconds) {
    const sum = rows.get(channelId) ?? new FigureSum()
    const channel = names.get(channelId)
    if (channelId === NO_KEY || !channel || sum.unpricedCount > 0) continue
    const { contributionCents } = sum
    const nonLabourCents = sum.adsCents + sum.otherCostCents
    const returns = returnsByActivity({
      seconds: hours,
      contributionCents,
      nonLabourCents,
      fromConversationsCents: conversations.get(channelId) ?? 0,
      fromPostsCents: posts.get(channelId) ?? 0,
    })
    const ofChannel = {
      contributionCents,
      nonLabourCents,
      linkedCents: returns.reduce((total, { linkedCents }) => total + linkedCents, 0),
      seconds: [...hours.values()].reduce((total, worked) => total + worked, 0),
    }
    for (const { activity, seconds: worked, perHourCents, linkedCents, restCents } of returns)
      if (worked >= MIN_BEST_SECONDS)
        best.push({
          ...channel,
          activity,
          seconds: worked,
          returnPerHourCents: perHourCents,
          linkedCents,
          restCents,
          ofChannel,
        })
  }
  best.sort((a, b) => b.returnPerHourCents - a.returnPerHourCents || b.seconds - a.seconds)
  return { period: weeks, rows: best.slice(0, MAX_ROWS) }
}

/** The last eight full ISO weeks with data up to the end of the period; null where the ledger has fewer. */
function lastFullWeeks(db: Connection, period: Period): Period | null {
  const extent = readExtent(db)
  if (!extent) return null
  const to = extent.to < period.to ? extent.to : period.to
  const sunday = addDays(mondayOf(addDays(to, 1)), -1)
  const from = addDays(sunday, 1 - 7 * BEST_HOURS_WEEKS)
  return from < extent.from ? null : { from, to: sunday }
}

function byChannel(credits: readonly LinkedCredit[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { channelId, contributionCents } of credits)
    sums.set(channelId, (sums.get(channelId) ?? 0) + contributionCents)
  return sums
}

type Channel = Pick<Insights['bestHours']['rows'][number], 'channelId' | 'channel' | 'network'>

function readChannels(db: Connection): Map<number, Channel> {
  const rows = db
    .prepare<[], { id: number; name: string; network: string }>('SELECT id, name, network FROM channel')
    .all()
  return new Map(
    rows.map(({ id, name, network }) => [
      id,
      { channelId: id, channel: name, network: NETWORKS.find((known) => known === network) ?? null },
    ]),
  )
}

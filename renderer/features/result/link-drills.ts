/** Figures that rest on purchases which name a conversation or a post. */
import type { Insights } from '../../../shared/contract/result.ts'
import type { RevenueFilter } from '../../../shared/contract/revenue.ts'
import { type Drill, linesDrill, type Part, type PurchaseMeasure, purchasesDrill, type Target } from './drill.ts'

/** Purchases with credit for any conversation. */
export function conversationsDrill(measure: PurchaseMeasure, target: Target): Drill {
  return linkedDrill(measure, target, { conversationId: 'any' })
}

/** Purchases with credit for a post, and for no conversation. */
function postsDrill(measure: PurchaseMeasure, target: Target): Drill {
  return linkedDrill(measure, target, { conversationId: null, postId: 'any' })
}

function linkedDrill(
  measure: PurchaseMeasure,
  target: Target,
  links: Pick<RevenueFilter, 'conversationId' | 'postId'>,
): Drill {
  const drill = purchasesDrill(measure, target)
  return drill.kind === 'purchases' ? { ...drill, filter: { ...drill.filter, ...links } } : drill
}

type BestHoursRow = Insights['bestHours']['rows'][number]

/** What an hour of one activity brought: what names it, and its part of all else on the channel. `channel` is all of the channel. */
export function bestHoursDrill(row: BestHoursRow, channel: Target): Drill {
  const target = { ...channel, activity: row.activity }
  const linked = row.activity === 'dialogue' ? conversationsDrill : row.activity === 'content' ? postsDrill : null
  return {
    kind: 'parts',
    name: channel.name,
    measure: 'perHour',
    value: row.returnPerHourCents,
    unit: 'money',
    parts: [
      ...(linked ? [money('linked', 'plus', row.linkedCents, linked('contribution', channel))] : []),
      money('restOfChannel', 'plus', row.restCents, restDrill(row, channel, target)),
      { measure: 'hours', role: 'times', unit: 'hours', value: row.seconds, drill: linesDrill('hours', target) },
    ],
  }
}

function restDrill({ restCents, seconds, ofChannel }: BestHoursRow, channel: Target, target: Target): Drill {
  const { contributionCents, nonLabourCents, linkedCents } = ofChannel
  return {
    kind: 'parts',
    name: channel.name,
    measure: 'restOfChannel',
    value: restCents,
    unit: 'money',
    parts: [
      money('contribution', 'plus', contributionCents, purchasesDrill('contribution', channel)),
      money('nonLabour', 'minus', nonLabourCents, linesDrill('nonLabour', channel)),
      money('allLinked', 'minus', linkedCents, null),
      {
        measure: 'channelHours',
        role: 'times',
        unit: 'hours',
        value: ofChannel.seconds,
        drill: linesDrill('hours', channel),
      },
      { measure: 'hours', role: 'by', unit: 'hours', value: seconds, drill: linesDrill('hours', target) },
    ],
  }
}

function money(measure: Part['measure'], role: Part['role'], value: number, drill: Drill | null): Part {
  return { measure, role, unit: 'money', value, drill }
}

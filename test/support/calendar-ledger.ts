// A month of the editorial calendar around a day: three channels, posts in every status, ideas without a time.
import type { Client } from '../../shared/contract/contract.ts'
import type { PostContent } from '../../shared/contract/calendar-fields.ts'
import { addDays, type Day, firstDayOf, lastDayOf, mondayOf, monthOf } from '../../shared/domain/day.ts'
import type { Network } from '../../shared/domain/network.ts'
import type { PostFormat } from '../../shared/domain/post-format.ts'
import type { PostStatus } from '../../shared/domain/post-status.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'
import { newCommandId } from './direct-host.ts'

const CHANNELS = { I: 'instagram', L: 'linkedin', T: 'tiktok' } as const satisfies Readonly<Record<string, Network>>
export type ChannelKey = keyof typeof CHANNELS

export interface CalendarLedger {
  readonly channels: Readonly<Record<ChannelKey, number>>
  /** Of those added with a time, by title: the number of the post. */
  readonly posts: ReadonlyMap<string, number>
}

export interface NewPlan {
  readonly title: string
  /** None: an idea without a channel. */
  readonly channels?: readonly number[]
  /** Null: without a time. */
  readonly plannedAt?: number | null
  readonly status?: PostStatus
  readonly format?: PostFormat
  readonly text?: string
  readonly draftDueOn?: Day
  /** What the first variant says of its own. */
  readonly ownText?: string
}

const CONTENT: PostContent = {
  title: '',
  text: '',
  brief: '',
  audience: '',
  link: null,
  format: null,
  pillarId: null,
  campaignId: null,
  clientId: null,
  draftDueOn: null,
  plannedMinutes: null,
}

/** Adds a post and takes all of its variants as far as it says; published ones are out at the time they were planned for. */
export async function addPlan(client: Client, plan: NewPlan): Promise<number> {
  const { title, channels = [], plannedAt = null, status = 'idea', ownText } = plan
  const post: PostContent = {
    ...CONTENT,
    title,
    text: plan.text ?? `${title} – der Text dazu.`,
    format: plan.format ?? null,
    draftDueOn: plan.draftDueOn ?? null,
  }
  const first = status === 'idea' ? 'idea' : 'draft'
  const added = await client.calendar.add({
    commandId: newCommandId(),
    post,
    channelIds: [...channels],
    plannedAt,
    status: first,
  })
  const postId = added.recordId ?? 0
  const { variants } = await client.calendar.post({ id: postId })
  for (const [index, { id }] of variants.entries()) {
    if (ownText !== undefined && index === 0)
      await client.calendar.editVariant({ commandId: newCommandId(), id, patch: { text: ownText } })
    if (status === 'published' || status === 'archived')
      await client.calendar.publish({ commandId: newCommandId(), id, at: plannedAt, permalink: null })
    if (status !== 'published' && status !== first)
      await client.calendar.setStatus({ commandId: newCommandId(), ids: [id], status })
  }
  return postId
}

/** Week of the month, weekday from 1, clock, channels, format, what follows: title. A title that ends with * says something of its own on its first channel. */
const MONTH = `
0 4 11:30 I reel Reel: Rösten in 40 Sekunden
0 5 09:00 L text Büro-Kaffee: Was die Tasse kostet
0 5 17:00 T video Herbstkarte in 30 Sekunden
1 1 18:00 I story Story: Montagsfrage
1 2 19:30 T video Latte Art für Anfänger
1 3 11:30 I carousel Karussell: Sorten und ihre Herkunft
1 3 14:00 L image Team: Wer bei uns röstet
1 5 12:00 I reel Reel: Äthiopien im Glas
1 5 17:00 IT image Gewinnspiel zum Wochenende*
2 1 09:00 L article Büro-Kaffee: drei Irrtümer
2 2 11:30 I reel Reel: Röstgrad hören
2 2 19:30 T video Espresso ohne Maschine
2 3 18:00 I story Story: Umfrage Mahlgrad
2 5 10:00 L text Fallstudie Stadtwerke
2 5 12:00 I carousel Karussell: Mahlgrad*
3 1 11:30 I reel Reel: Warum Crema nichts beweist
3 2 19:30 T video Hinter den Kulissen
3 2 17:00 IL image Öffnungszeiten über die Feiertage
3 3 09:00 L text Büro-Kaffee: Wartung
3 5 12:00 I reel Reel: Filter gegen Presse
3 5 14:00 L text Stellenanzeige Rösterei
4 1 11:30 I carousel Karussell: Geschenke
4 2 19:30 T video Cold Brew im Winter
4 3 11:30 I reel Reel: Warum unser Espresso jetzt langsamer röstet
4 3 14:00 L text Was ein Liter Kaffee wiegt
4 4 12:00 I reel Reel: Milch schäumen*
4 5 09:00 L text Büro-Kaffee: Jahresvertrag`

/** What is still to come stands at these, one after the other. */
const AHEAD = ['ready', 'review', 'draft', 'ready', 'idea', 'draft', 'review'] as const

/**
 * Fills the month of a day: what lies before it was published but for a cancelled, an archived and two late ones; four stand on the day
 * itself, one of them earlier than the rest; what follows is on its way. Five ideas have no time. Texts are German.
 */
export async function fillCalendarMonth(
  client: Client,
  today: Day,
  timeZone = 'Europe/Berlin',
): Promise<CalendarLedger> {
  const channels = { I: 0, L: 0, T: 0 }
  for (const [key, network] of Object.entries(CHANNELS) as [ChannelKey, (typeof CHANNELS)[ChannelKey]][]) {
    const name = { instagram: 'Instagram', linkedin: 'LinkedIn', tiktok: 'TikTok' }[network]
    channels[key] = (await client.settings.addChannel({ commandId: newCommandId(), network, name })).recordId ?? 0
  }
  const posts = new Map<string, number>()
  const month = monthOf(today)
  let passed = 0
  let ahead = 0
  for (const line of MONTH.trim().split('\n')) {
    const [week, weekday, clock = '', keys = '', format, ...words] = line.split(' ')
    const day = addDays(mondayOf(firstDayOf(month)), Number(week) * 7 + Number(weekday) - 1)
    if (day === today || day < firstDayOf(month) || day > lastDayOf(month)) continue
    const isPast = day < today
    const status = isPast ? statusOfPast(passed++) : AHEAD[ahead++ % AHEAD.length]!
    const title = words.join(' ').replace('*', '')
    const plan = { title, format: format as PostFormat, status, plannedAt: instantAt(day, clock, timeZone) }
    const own = line.endsWith('*') ? { ownText: `${title}, hier anders gesagt.` } : {}
    posts.set(title, await addPlan(client, { ...plan, ...own, channels: channelsOf(keys, channels) }))
  }
  for (const [clock, key, title, status, format] of ON_THE_DAY) {
    const plannedAt = instantAt(today, clock, timeZone)
    posts.set(title, await addPlan(client, { title, channels: [channels[key]], plannedAt, status, format }))
  }
  for (const title of ['Reel: Kaffee auf Reisen', 'Quiz: Bohnenkunde', 'Interview mit der Bäckerei nebenan'])
    await addPlan(client, { title, draftDueOn: addDays(today, 3) })
  await addPlan(client, { title: 'Karussell: Zubereitung ohne Strom', channels: [channels.I], status: 'draft' })
  await addPlan(client, { title: 'Kundenstimme Hotel', channels: [channels.L], draftDueOn: addDays(today, -2) })
  return { channels, posts }
}

function statusOfPast(index: number): PostStatus {
  return ({ 2: 'archived', 6: 'cancelled', 9: 'ready', 13: 'draft' } as const)[index] ?? 'published'
}

const ON_THE_DAY = [
  ['00:15', 'I', 'Reel: Was im Trichter bleibt', 'ready', 'reel'],
  ['14:00', 'L', 'Was eine Tasse im Büro kostet', 'ready', 'text'],
  ['17:00', 'T', 'Cupping mit dem Team', 'review', 'video'],
  ['19:30', 'I', 'Story: Was sollen wir rösten?', 'draft', 'story'],
] as const satisfies readonly (readonly [string, ChannelKey, string, PostStatus, PostFormat])[]

function channelsOf(keys: string, channels: CalendarLedger['channels']): number[] {
  return [...keys].map((key) => channels[key as ChannelKey])
}

/** Posts by their words, shown in the calendar. */
import { CalendarDays } from 'lucide-react'
import { navigate } from 'wouter/use-browser-location'
import { client } from '../../../lib/api.ts'
import { postAddress } from '../../../lib/calendar-address.ts'
import type { AppCommand } from '../../../lib/commands.ts'

/** Enough to choose from; more words find the others. */
const MOST = 5
/** Each may be there once for every channel. */
const ROWS = 40

export async function findPosts(text: string, group: string): Promise<readonly AppCommand[]> {
  const { rows } = await client.calendar.list({ list: 'all', filter: { text }, limit: ROWS })
  const posts = new Map(rows.map((row) => [row.postId, row]))
  return [...posts.values()].slice(0, MOST).map(({ postId, title, day }) => ({
    id: `calendar.found.${postId}`,
    title,
    group,
    icon: CalendarDays,
    run: () => navigate(postAddress(postId, day ?? undefined)),
  }))
}

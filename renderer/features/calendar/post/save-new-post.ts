/** Saves what was noted, and shows it where the calendar is open. */
import i18next from 'i18next'
import { navigate } from 'wouter/use-browser-location'
import type { PostContent } from '../../../../shared/contract/calendar-fields.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { postAddress } from '../../../lib/calendar-address.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { describeError } from '../../../lib/errors.ts'
import { offerUndo } from '../../../lib/undo-actions.ts'
import { holdUndo } from '../../../lib/undo-store.ts'
import { settle } from '../../../lib/use-command.ts'
import { useNewPost } from './new-post-store.ts'

interface NewPostOrder {
  readonly plannedAt: Instant | null
  readonly timeZone: string
}

const NOTHING_SAID = { brief: '', audience: '', link: null, pillarId: null, campaignId: null, clientId: null }

/** The dialog goes once the ledger has it; what it refuses stays. */
export async function saveNewPost({ plannedAt, timeZone }: NewPostOrder, isNextOpen: boolean): Promise<void> {
  const { draft, next, refuse } = useNewPost.getState()
  const { title, text, format, channelIds } = draft
  const post: PostContent = {
    ...NOTHING_SAID,
    title: title.trim(),
    text,
    format,
    draftDueOn: null,
    plannedMinutes: null,
  }
  // What has words is more than an idea.
  const status: 'idea' | 'draft' = text.trim() === '' ? 'idea' : 'draft'
  const command = { commandId: crypto.randomUUID(), post, channelIds: [...channelIds], plannedAt, status }
  try {
    const receipt = await holdUndo(withReconnect(() => client.calendar.add(command)))
    next(isNextOpen)
    await settle(receipt, i18next.t('post:done.added'), true)
    const { recordId, commandId } = receipt
    const isHere = isCalendarOpen() && !isNextOpen
    if (isHere && recordId !== null) showBeside(recordId)
    offerUndo(commandId, i18next.t('post:done.added'), {
      ...(recordId !== null &&
        !isHere && {
          more: {
            label: i18next.t('post:new.open'),
            run: () => navigate(postAddress(recordId, plannedAt === null ? undefined : dayAt(plannedAt, timeZone))),
          },
        }),
    })
  } catch (error) {
    refuse(describeError(error))
  }
}

function isCalendarOpen(): boolean {
  return location.pathname === '/calendar'
}

/** The view, its day and its filters stay. */
function showBeside(postId: number): void {
  const params = new URLSearchParams(location.search)
  params.set('post', String(postId))
  params.delete('variant')
  navigate(`/calendar?${params.toString()}`, { replace: true })
}

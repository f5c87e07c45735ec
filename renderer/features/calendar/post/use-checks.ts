/** The list of what is to be done for a post: it is kept as a whole, and shown as it was asked for until it is. */
import type { PostCheck } from '../../../../shared/contract/calendar-fields.ts'
import { api, client } from '../../../lib/api.ts'
import { invalidateFeatures, queryClient } from '../../../lib/query-client.ts'
import { useChange } from '../../../lib/use-change.ts'
import { show } from './post-saving.ts'

export interface Checks {
  /** Of the list as it stands by then: two changes in a row must not take each other back. */
  change(
    change: (checks: readonly PostCheck[]) => readonly PostCheck[],
    label: string,
    isQuiet?: boolean,
  ): Promise<boolean>
}

const turns = new Map<number, Promise<unknown>>()

export function useChecks(postId: number): Checks {
  const { run } = useChange('toast')
  return {
    async change(change, label, isQuiet = true) {
      const { queryKey } = api.calendar.post.queryOptions({ input: { id: postId } })
      const before = queryClient.getQueryData(queryKey)?.checks ?? []
      const checks = [...change(before)]
      await show(postId, (detail) => ({ ...detail, checks }))
      const turn = (turns.get(postId) ?? Promise.resolve()).then(() =>
        run((commandId) => client.calendar.setChecks({ commandId, id: postId, checks }), label, isQuiet),
      )
      turns.set(postId, turn)
      const isDone = (await turn) !== null
      if (!isDone) await invalidateFeatures(['calendar'])
      return isDone
    },
  }
}

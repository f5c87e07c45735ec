/** The list of what is to be done for a post: it is kept as a whole, and shown as it was asked for until it is. */
import type { PostCheck, PostDetail } from '../../../../shared/contract/calendar-fields.ts'
import { client } from '../../../lib/api.ts'
import { forgetDrafts, keepDraft, keptDraftOf, settleDraft, useKeptDraft } from '../../../lib/kept-drafts.ts'
import { onLedgerLeft } from '../../../lib/ledger-memory.ts'
import { useChange } from '../../../lib/use-change.ts'
import { show } from './post-saving.ts'

interface ChecksDraft {
  readonly checks: readonly PostCheck[]
}

export interface Checks extends ChecksDraft {
  /** Of the list as it stands by then: two changes in a row must not take each other back. Resolves with whether it was kept. */
  change(
    change: (checks: readonly PostCheck[]) => readonly PostCheck[],
    label: string,
    isQuiet?: boolean,
  ): Promise<boolean>
}

const keyOf = (postId: number) => `checks ${postId}`
const turns = new Map<number, Promise<unknown>>()
onLedgerLeft(() => turns.clear())

export function useChecks({ id: postId, checks: kept }: Pick<PostDetail, 'id' | 'checks'>): Checks {
  const { run } = useChange('toast')
  const key = keyOf(postId)
  const { draft } = useKeptDraft<ChecksDraft>(key, { checks: kept })
  return {
    checks: draft.checks,
    async change(change, label, isQuiet = true) {
      const checks = change(keptDraftOf<ChecksDraft>(key).checks ?? kept)
      keepDraft<ChecksDraft>(key, { checks })
      const turn = (turns.get(postId) ?? Promise.resolve()).then(async () => {
        const input = { id: postId, checks: [...checks] }
        const receipt = await run((commandId) => client.calendar.setChecks({ commandId, ...input }), label, isQuiet)
        if (receipt) {
          // What was asked for meanwhile goes on from it.
          if (keptDraftOf<ChecksDraft>(key).checks === checks) await show(postId, (now) => ({ ...now, ...input }))
          settleDraft<ChecksDraft>(key, { checks })
        } else forgetDrafts((other) => other === key)
        return receipt !== null
      })
      turns.set(postId, turn)
      return turn
    },
  }
}

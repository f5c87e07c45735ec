import { expect, test } from 'vitest'
import { useSnoozing } from '../../../renderer/features/moderation/snooze/snooze-store.ts'
import { keepDraft, keptDraftOf } from '../../../renderer/lib/kept-drafts.ts'
import { leaveLedger } from '../../../renderer/lib/ledger-memory.ts'
import { useUndoStore } from '../../../renderer/lib/undo-store.ts'

test('another ledger is met without drafts, choices and steps of the one before', () => {
  const nothing = () => Promise.resolve()
  keepDraft('edit 7', { text: 'Words of the other ledger' })
  useSnoozing.getState().ask([7])
  useUndoStore.getState().push({ commandId: 'a', label: 'Gelöscht', undo: nothing, redo: nothing })
  leaveLedger()
  expect(keptDraftOf('edit 7')).toEqual({})
  expect(useSnoozing.getState().ids).toBeNull()
  expect(useUndoStore.getState().done).toEqual([])
})

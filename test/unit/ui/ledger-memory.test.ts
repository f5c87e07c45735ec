import { expect, test } from 'vitest'
import { useConversationDialogs } from '../../../renderer/features/moderation/detail/dialog-store.ts'
import { useSnoozing } from '../../../renderer/features/moderation/snooze/snooze-store.ts'
import { leaveLedger } from '../../../renderer/lib/ledger-memory.ts'
import { useUndoStore } from '../../../renderer/lib/undo-store.ts'

test('another ledger is met without drafts, choices and steps of the one before', () => {
  const nothing = () => Promise.resolve()
  useConversationDialogs.setState({ drafts: { 'edit 7': { text: 'Words of the other ledger' } } })
  useSnoozing.getState().ask([7])
  useUndoStore.getState().push({ commandId: 'a', label: 'Gelöscht', undo: nothing, redo: nothing })
  leaveLedger()
  expect(useConversationDialogs.getState().drafts).toEqual({})
  expect(useSnoozing.getState().ids).toBeNull()
  expect(useUndoStore.getState().done).toEqual([])
})

// A picture added to a conversation waits there while one looks at others, and goes with the text when that is erased.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { ConversationEvidence } from '../../../renderer/features/moderation/crises/conversation-evidence.tsx'
import { forgetDialogDrafts } from '../../../renderer/features/moderation/detail/dialog-store.ts'
import { leaveLedger } from '../../../renderer/lib/ledger-memory.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const show = (id: number) =>
  render(
    <QueryClientProvider client={queryClient}>
      <ConversationEvidence key={id} conversationId={id} files={[]} />
    </QueryClientProvider>,
  )

async function paste() {
  const event = new Event('paste', { bubbles: true })
  const files = [new File([PNG], 'Kommentar.png', { type: 'image/png' })]
  Object.assign(event, { clipboardData: { types: ['Files'], files } })
  document.body.dispatchEvent(event)
  expect(await screen.findByText('Kommentar.png')).toBeTruthy()
}

beforeAll(startI18n)
beforeEach(leaveLedger)
afterEach(cleanup)

test('it is there again when one comes back, and is not at others', async () => {
  show(1)
  await paste()
  cleanup()
  show(2)
  expect(screen.queryByText('Kommentar.png')).toBeNull()
  cleanup()
  show(1)
  expect(screen.getByText('Kommentar.png')).toBeTruthy()
})

test('it goes when what was written is erased', async () => {
  show(1)
  await paste()
  act(() => forgetDialogDrafts(1))
  expect(screen.queryByText('Kommentar.png')).toBeNull()
})

// Beside what cannot be kept as it was entered stands what is wrong with it, and nothing that would be said of something else.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { BatchDialog } from '../../../renderer/features/moderation/capture/batch-dialog.tsx'
import { useBatch } from '../../../renderer/features/moderation/capture/batch-store.ts'
import { CaptureDialog } from '../../../renderer/features/moderation/capture/capture-dialog.tsx'
import { EMPTY_DRAFT } from '../../../renderer/features/moderation/capture/capture-draft.ts'
import { useCapture } from '../../../renderer/features/moderation/capture/capture-store.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { MAX_CONVERSATION_TEXT, MAX_PASTED_TEXT } from '../../../shared/domain/conversation.ts'
import { known } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const show = (dialog: ReactElement) => render(<QueryClientProvider client={queryClient}>{dialog}</QueryClientProvider>)

function recognises(text: string): void {
  known.set('moderation.recognise', {
    url: null,
    network: null,
    channelId: null,
    channelIds: [],
    post: null,
    kind: null,
    stars: null,
    handle: null,
    contact: null,
    sentiment: null,
    sentimentWords: [],
    text,
    dueAt: Date.now() + 60_000,
  })
}

beforeAll(startI18n)
beforeEach(() => {
  queryClient.clear()
  useViewSettings.getState().setLanguage('de')
  useCapture.setState({ isOpen: true, draft: EMPTY_DRAFT, error: null, waiting: [], before: null })
  useBatch.getState().finish()
})
afterEach(cleanup)

test.each([MAX_CONVERSATION_TEXT + 1, MAX_PASTED_TEXT + 1])(
  'a text of %i characters has no deadline',
  async (length) => {
    const text = 'x'.repeat(length)
    recognises('Kurz')
    useCapture.getState().change({ text: 'Kurz' })
    show(<CaptureDialog />)
    expect(await screen.findByText(/^Fällig/)).toBeTruthy()
    recognises(text)
    act(() => useCapture.getState().change({ text }))
    expect(await screen.findByText(/behalten werden höchstens/)).toBeTruthy()
    expect(screen.queryByText(/^Fällig|^Ohne Frist/)).toBeNull()
  },
)

test('what came in on a day to come has no deadline', async () => {
  recognises('Hallo')
  useCapture.getState().change({ text: 'Hallo', received: { choice: 'own', day: '2099-01-01', clock: '10:00' } })
  show(<CaptureDialog />)
  expect(await screen.findByText(/liegt in der Zukunft/)).toBeTruthy()
  await screen.findByText('Noch nichts erkannt.')
  expect(screen.queryByText(/^Fällig|^Ohne Frist/)).toBeNull()
})

test.each([
  ['99999 Kommentare, 99 Stunden', /Mehr als 24 Stunden/],
  ['20 Kommentare, morgen', /Der Tag liegt in der Zukunft/],
  ['-5 Kommentare', /Möglich sind 1 bis 100\.000/],
  ['0 Kommentare', /Möglich sind 1 bis 100\.000/],
])('a batch that cannot be so is not summed up: %s', (line, problem) => {
  show(<BatchDialog />)
  const field = screen.getByRole('textbox', { name: 'Mehrere Gespräche in einer Zeile' })
  fireEvent.change(field, { target: { value: '20 Kommentare' } })
  expect(screen.getByText(/^20 × Kommentar/)).toBeTruthy()
  fireEvent.change(field, { target: { value: line } })
  expect(screen.getByText(problem)).toBeTruthy()
  expect(screen.queryByText(/ × Kommentar/)).toBeNull()
})

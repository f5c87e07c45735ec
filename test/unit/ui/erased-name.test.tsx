// Who was erased is named nowhere any more, in the search that found them neither.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { FoundCard } from '../../../renderer/features/moderation/privacy/found-card.tsx'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { asked, known } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

beforeAll(startI18n)
beforeEach(() => {
  asked.length = 0
  queryClient.clear()
  useViewSettings.getState().setLanguage('de')
})
afterEach(cleanup)

async function* erased() {
  yield { kind: 'done', conversations: 1, mentions: 0, isWiped: true }
}

test('after a person is erased their names are gone from the fields', async () => {
  known.set('moderation.findPerson', {
    contacts: [
      { id: 1, pseudonym: 'K-4F2A', isBlocked: false, firstAt: 0, lastAt: 0, handles: [], conversationCount: 1 },
    ],
    mentions: [],
    own: { texts: 1, answers: 0, drafts: 0, files: 0, leads: 0 },
    crises: [],
    held: [],
  })
  render(
    <QueryClientProvider client={queryClient}>
      <FoundCard />
    </QueryClientProvider>,
  )
  const fields = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)
  const [name, also] = screen.getAllByRole('textbox')
  fireEvent.change(name!, { target: { value: 'Petra Packtasche' } })
  fireEvent.change(also!, { target: { value: 'petra.p' } })
  fireEvent.submit(name!.closest('form')!)
  fireEvent.click(await screen.findByRole('button', { name: 'Löschen …' }))
  const word = screen.getAllByRole('textbox', { hidden: false }).at(-1)!
  fireEvent.change(word, { target: { value: 'LÖSCHEN' } })
  fireEvent.submit(word.closest('form')!)
  await act(async () => asked[0]?.answer(erased()))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(fields()).toEqual(['', ''])
})

// An address of a network the ledger has no channel on is no dead end: the channel can be added where it is missed.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { EMPTY_DRAFT } from '../../../renderer/features/moderation/capture/capture-draft.ts'
import { useCapture } from '../../../renderer/features/moderation/capture/capture-store.ts'
import { RecognisedLine } from '../../../renderer/features/moderation/capture/recognised-line.tsx'
import type { CaptureQuestion } from '../../../renderer/features/moderation/capture/use-capture-question.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { Network } from '../../../shared/domain/network.ts'
import { asked, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

beforeAll(startI18n)
beforeEach(() => {
  asked.length = 0
  queryClient.clear()
  useViewSettings.getState().setLanguage('de')
  useCapture.setState({ draft: { ...EMPTY_DRAFT, chosen: { channelId: null, stars: 4 } } })
})
afterEach(cleanup)

function show(network: Network | null) {
  const found = { url: 'https://example.com/a', network, channelId: null, channelIds: [], kind: null, post: null }
  const settled = { channelId: null, kind: 'comment', stars: null, sentiment: null }
  const question = { draft: EMPTY_DRAFT, found, isCurrent: true, settled } as unknown as CaptureQuestion
  render(
    <QueryClientProvider client={queryClient}>
      <RecognisedLine question={question} />
    </QueryClientProvider>,
  )
}

test('the channel is added under the name of its network, and no other choice stands in its way', async () => {
  show('linkedin')
  expect(screen.getByText(/Auf LinkedIn gibt es im Hauptbuch keinen Kanal/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Kanal „LinkedIn“ anlegen' }))
  expect(asked).toMatchObject([{ path: 'settings.addChannel', input: { network: 'linkedin', name: 'LinkedIn' } }])
  await act(async () => asked[0]?.answer(RECEIPT))
  expect(useCapture.getState().draft.chosen).toEqual({ stars: 4 })
})

test('of a place that is no network of its own nothing is said', () => {
  show('other')
  expect(screen.queryByText(/Kanal/)).toBeNull()
})

test('of an unknown place one is to be chosen', () => {
  show(null)
  expect(screen.getByText('Netz unbekannt: Bitte einen Kanal wählen.')).toBeTruthy()
})

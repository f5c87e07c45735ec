// One conversation is spoken of as one, and of what is erased it is said what is gone: the conversation stays.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { FiguresSentence } from '../../../renderer/features/moderation/figures/figures-sentence.tsx'
import { ServicesCard } from '../../../renderer/features/moderation/figures/services-card.tsx'
import { useErasing } from '../../../renderer/features/moderation/privacy/use-erasing.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { useToasts } from '../../../renderer/ui/toast-store.ts'
import type { FigureFilter, ModerationFigures } from '../../../shared/contract/moderation-figures.ts'
import { toDay } from '../../../shared/domain/day.ts'
import { known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const filter: FigureFilter = { period: { from: toDay('2026-11-01'), to: toDay('2026-11-30') } }
const figuresOf = (conversations: number) =>
  ({
    conversations,
    unanswered: 0,
    batched: 0,
    first: { medianSeconds: 600 },
    firstStanding: { withinBasisPoints: 10_000 },
    seconds: 0,
    costCents: 0,
    chargedSeconds: 0,
    chargedCents: 0,
    wonLeads: 0,
    wonLeadCents: 0,
    netCents: 0,
  }) as unknown as ModerationFigures
const speak = (language: 'de' | 'en') => act(() => useViewSettings.getState().setLanguage(language))
const nothing = () => undefined

beforeAll(startI18n)
beforeEach(() => queryClient.clear())
afterEach(() => {
  cleanup()
  useToasts.setState({ toasts: [] })
})

test.each([
  ['de', 1, '1 Gespräch wurde für andere Abteilungen bearbeitet'],
  ['de', 2, '2 Gespräche wurden für andere Abteilungen bearbeitet'],
  ['en', 1, '1 conversation was handled for another department'],
  ['en', 2, '2 conversations were handled for other departments'],
] as const)('what was handled for departments (%s, %i)', async (language, count, text) => {
  speak(language)
  const figures = figuresOf(count)
  const department = { id: 1, name: 'Vertrieb', figures }
  known.set('moderation.services', { departments: [department], total: figures })
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <ServicesCard filter={filter} model="last" onOpen={nothing} />
    </QueryClientProvider>,
  )
  await screen.findByText('Vertrieb')
  expect(container.textContent).toContain(text)
})

test.each([
  ['de', 1, '1 Gespräch, nach 0:10 h Servicezeit beantwortet, 100 % in der Frist.'],
  ['de', 2, '2 Gespräche, die Hälfte war nach 0:10 h Servicezeit beantwortet, 100 % in der Frist.'],
  ['en', 1, '1 conversation, answered within 0:10 h of service time, 100% in time.'],
] as const)('how fast was answered (%s, %i)', (language, count, text) => {
  speak(language)
  const { container } = render(
    <FiguresSentence total={figuresOf(count)} before={null} filter={filter} onOpen={nothing} />,
  )
  expect(container.textContent?.replace(/\s/g, ' ')).toContain(text)
})

test.each([
  ['de', 1, 0, 'Gelöscht: Text von 1 Gespräch'],
  ['de', 3, 1, 'Gelöscht: Texte von 3 Gesprächen, 1 Nennung ersetzt'],
  ['en', 1, 0, 'Erased: text of 1 conversation'],
] as const)('what an erasure took (%s, %i)', async (language, conversations, mentions, message) => {
  speak(language)
  const { result } = renderHook(() => useErasing())
  async function* events() {
    await Promise.resolve()
    yield { kind: 'done' as const, receipt: RECEIPT, conversations, mentions, files: 0, held: 0, isWiped: true }
  }
  await act(async () => void (await result.current.run(async () => events())))
  expect(useToasts.getState().toasts).toMatchObject([{ message }])
})

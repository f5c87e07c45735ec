// Keys pressed faster than the ledger answers: nothing is written twice, and nothing that is typed meanwhile is lost.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { BatchDialog } from '../../../renderer/features/moderation/capture/batch-dialog.tsx'
import { CheckCard } from '../../../renderer/features/moderation/crises/check-card.tsx'
import { WorkCard } from '../../../renderer/features/moderation/detail/work-card.tsx'
import { TopicsTab } from '../../../renderer/features/moderation/setup/topics-tab.tsx'
import { leaveLedger } from '../../../renderer/lib/ledger-memory.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { ConversationDetail } from '../../../shared/contract/moderation-fields.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const show = (form: ReactNode) => render(<QueryClientProvider client={queryClient}>{form}</QueryClientProvider>)
const inputs = (path: string) => asked.filter((call) => call.path === path).map(({ input }) => input)
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const submit = (field: HTMLElement) => fireEvent.submit(field.closest('form')!)
const answerLast = () => act(async () => asked.at(-1)?.answer(RECEIPT))
const refuseLast = () => act(async () => asked.at(-1)?.refuse(new Error('disk')))

beforeAll(startI18n)
beforeEach(() => {
  asked.length = 0
  known.clear()
  queryClient.clear()
  leaveLedger()
  useViewSettings.getState().setLanguage('de')
})
afterEach(cleanup)

test('tasks of a crisis typed one after the other are each added once', async () => {
  show(<CheckCard crisisId={1} list="task" checks={[]} />)
  const field = screen.getByRole<HTMLInputElement>('textbox')
  type(field, 'Händler anrufen')
  submit(field)
  submit(field)
  type(field, 'Charge sperren')
  await answerLast()
  expect(field.value).toBe('Charge sperren')
  submit(field)
  expect(inputs('moderation.crisisAddChecks')).toMatchObject([
    { texts: ['Händler anrufen'] },
    { texts: ['Charge sperren'] },
  ])
  await refuseLast()
  expect(field.value).toBe('Charge sperren')
})

test('a new topic leaves the field free for the next; one that is refused comes back', async () => {
  known.set('moderation.topics', [])
  show(<TopicsTab />)
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /Thema|Name/ })
  type(field, 'Lieferung')
  submit(field)
  type(field, 'Versand')
  await answerLast()
  expect(field.value).toBe('Versand')
  submit(field)
  await refuseLast()
  expect(field.value).toBe('Versand')
  expect(inputs('moderation.addTopics')).toMatchObject([{ names: ['Lieferung'] }, { names: ['Versand'] }])
})

test('minutes entered with Enter pressed twice are booked once', async () => {
  known.set('app.status', { today: '2026-11-27', ledger: { timeZone: 'Europe/Berlin' } })
  show(<WorkCard detail={{ id: 5, batchCount: null } as ConversationDetail} />)
  fireEvent.click(await screen.findByRole('button', { name: /Andere|Eigene|…/ }))
  const field = screen.getByRole('textbox')
  act(() => field.focus())
  type(field, '25')
  act(() => field.blur())
  act(() => {
    submit(field)
    submit(field)
  })
  expect(inputs('moderation.addWork')).toMatchObject([{ id: 5, seconds: 1500 }])
})

test('a topic typed for several conversations and sent with Enter goes along with them', async () => {
  known.set('app.status', { today: '2026-11-27', ledger: { timeZone: 'Europe/Berlin' } })
  known.set('moderation.topics', [{ id: 4, name: 'Versand', isArchived: false }])
  known.set('records.options', { channels: [], clients: [], departments: [] })
  show(<BatchDialog />)
  type(screen.getByRole('textbox', { name: /Zeile/ }), '12 Kommentare')
  const topics = await screen.findByRole('combobox', { name: 'Themen' })
  act(() => topics.focus())
  type(topics, 'Versand')
  await screen.findByRole('option', { name: 'Versand' })
  act(() => {
    fireEvent.keyDown(topics, { key: 'Enter' })
    submit(topics)
  })
  await act(async () => undefined)
  expect(inputs('moderation.captureBatch')).toMatchObject([{ batch: { count: 12, topicIds: [4] } }])
})

// The panels of the timer and the form of an entry while the ledger has not answered yet, and where it refuses.
import { ORPCError } from '@orpc/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, configure, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { createRef, type ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { EntryDialog } from '../../../renderer/features/time/editor/entry-dialog.tsx'
import { useEntryEditor } from '../../../renderer/lib/entry-editor.ts'
import { NO_WORK } from '../../../renderer/features/time/editor/work-draft.ts'
import { ChangePanel } from '../../../renderer/features/time/timer/change-panel.tsx'
import { StartPanel } from '../../../renderer/features/time/timer/start-panel.tsx'
import { useTimerStore } from '../../../renderer/features/time/timer/timer-store.ts'
import { useStartTimer } from '../../../renderer/features/time/timer/use-timer.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { RunningEntry } from '../../../shared/contract/time-entries.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const HOUR = 3_600_000

/** Since so many hours. */
function runningSince(hours: number): RunningEntry {
  const names = { person: 'Lena', channel: null, network: null, campaign: null, client: null, project: null }
  const marks = { isEstimate: false, isUntimed: false, isSealed: false, invoiceId: null, batchId: null }
  const times = {
    startedAt: Date.now() - hours * HOUR,
    endedAt: null,
    day: '2026-11-02' as Day,
    seconds: 0,
    cents: null,
  }
  const entry = { ...NO_WORK, targets: [], ...names, department: null, ...marks, ...times, id: 1, personId: 1 }
  return { entry, centsPerHour: null, lastSeenAt: null }
}

const Wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
)
const show = (element: ReactNode) => render(element, { wrapper: Wrapper })
const note = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Notiz' })
const pressed = (path: string) => asked.filter((call) => call.path === path)

beforeAll(startI18n)
// A busy machine must not look like a broken form.
configure({ asyncUtilTimeout: 20_000 })
beforeEach(() => {
  useViewSettings.getState().setLanguage('de')
  asked.length = 0
  known.clear()
  known.set('app.status', { ledger: { timeZone: 'Europe/Berlin', language: 'de', currency: 'EUR' } })
  known.set('settings.people', { people: [{ id: 1, name: 'Lena', rates: [] }], defaultRates: [] })
  known.set('time.running', { selfPersonId: 1, entries: [] })
})
afterEach(() => {
  cleanup()
  queryClient.clear()
  useTimerStore.getState().close()
  useEntryEditor.getState().close()
})

test('a change the ledger refuses stays open to be read; whoever has read it leaves', async () => {
  useTimerStore.getState().open('change')
  show(<ChangePanel running={runningSince(1)} anchor={createRef<HTMLElement>()} />)
  const field = await note()
  fireEvent.change(field, { target: { value: 'Reel' } })
  const refuse = async () => {
    const entries = [{ id: 5, startedAt: 0, endedAt: HOUR, label: 'Kommentare' }]
    await act(async () => asked.at(-1)?.refuse(new ORPCError('overlap', { data: { entries } })))
  }
  fireEvent.keyDown(field, { key: 'Enter' })
  await refuse()
  expect(screen.getByRole('alert').textContent).toContain('Kommentare')
  expect(useTimerStore.getState().panel).toBe('change')
  expect(field.value).toBe('Reel')
  fireEvent.keyDown(field, { key: 'Enter' })
  await refuse()
  expect(pressed('time.update')).toHaveLength(2)
  expect(useTimerStore.getState().panel).toBeNull()
})

test('Enter twice starts once', async () => {
  useTimerStore.getState().open('start')
  const running = { selfPersonId: 1, own: null, others: [] }
  show(<StartPanel running={running} anchor={createRef<HTMLElement>()} />)
  const field = await note()
  fireEvent.keyDown(field, { key: 'Enter' })
  fireEvent.keyDown(field, { key: 'Enter' })
  await act(async () => asked.at(-1)?.answer(RECEIPT))
  expect(pressed('time.start')).toHaveLength(1)
  expect(useTimerStore.getState().panel).toBeNull()
})

test('what would end a timer of more than a day asks when that ended', async () => {
  const own = runningSince(25)
  const { result } = renderHook(() => useStartTimer({ selfPersonId: 1, own, others: [] }), { wrapper: Wrapper })
  await act(() => result.current({ ...NO_WORK, targets: [] }))
  expect(asked).toEqual([])
  expect(useEntryEditor.getState().editor).toEqual({ kind: 'edit', entry: own.entry })
})

test('the form of an entry is sent once, and again after it was refused', async () => {
  useEntryEditor.getState().show({ kind: 'new', draft: {} })
  show(<EntryDialog />)
  const field = await note()
  const send = () => fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  send()
  send()
  expect(pressed('time.add')).toHaveLength(1)
  const data = { field: 'endedAt', reason: 'over_24_hours' }
  await act(async () => asked.at(-1)?.refuse(new ORPCError('invalid_value', { data })))
  expect(await screen.findByText('Ein Eintrag kann höchstens 24 Stunden lang sein.')).toBeTruthy()
  send()
  await act(async () => asked.at(-1)?.answer(RECEIPT))
  expect(pressed('time.add')).toHaveLength(2)
  expect(useEntryEditor.getState().editor).toBeNull()
})

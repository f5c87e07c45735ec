// A shorter time erases what no longer fits it, for good: it is asked about, with what it comes to. A longer one holds at once.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { RetentionTimes } from '../../../renderer/features/moderation/privacy/retention-times.tsx'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

beforeAll(startI18n)
beforeEach(() => {
  asked.length = 0
  queryClient.clear()
  useViewSettings.getState().setLanguage('de')
  known.set('moderation.dueWithRetention', { count: 1200, erasedFrom: '2027-12-01' })
  known.set('app.status', { today: '2026-11-20' })
  render(
    <QueryClientProvider client={queryClient}>
      <RetentionTimes kinds={[{ kind: 'comment', months: 6, isDefault: true, holding: 1500 }]} />
    </QueryClientProvider>,
  )
})
afterEach(cleanup)

/** The arrow keys choose while the list is closed, too. */
const press = (key: string) => fireEvent.keyDown(screen.getByRole('button', { name: /Kommentare/ }), { key })
const inputs = () => asked.map(({ input }) => input)

test('a shorter time is asked about with what is due then, and holds only once it is confirmed', async () => {
  press('ArrowLeft')
  expect(await screen.findByText('Damit sind 1.200 Gespräche abgelaufen.')).toBeTruthy()
  expect(screen.getByText(/1\. Dezember 2027/)).toBeTruthy()
  expect(asked).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Früher löschen' }))
  expect(inputs()).toMatchObject([{ kind: 'comment', months: 3 }])
  await act(async () => asked[0]?.answer(RECEIPT))
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('a shorter time that is not confirmed changes nothing', async () => {
  press('ArrowLeft')
  await screen.findByText(/1\.200/)
  fireEvent.click(screen.getByRole('button', { name: 'Abbrechen' }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(asked).toEqual([])
})

test('a longer time holds at once', () => {
  press('ArrowRight')
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(inputs()).toMatchObject([{ kind: 'comment', months: 9 }])
})

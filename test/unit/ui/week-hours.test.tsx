// Hours are saved when a field is left: what is done next must not take them back, however slow the ledger is.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { HoursCard } from '../../../renderer/features/moderation/setup/hours-card.tsx'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const DAY = [{ from: '08:00', to: '17:00' }]
const WEEK = [DAY, DAY, DAY, DAY, DAY, [], []]

beforeAll(startI18n)
beforeEach(async () => {
  asked.length = 0
  queryClient.clear()
  useViewSettings.getState().setLanguage('de')
  known.set('moderation.serviceHours', [{ channelId: null, weekly: WEEK, observesHolidays: false, isSet: true }])
  render(
    <QueryClientProvider client={queryClient}>
      <HoursCard channels={[]} />
    </QueryClientProvider>,
  )
  await screen.findByRole('switch')
})
afterEach(cleanup)

function type(name: RegExp, value: string) {
  const field = screen.getByRole('textbox', { name })
  act(() => field.focus())
  fireEvent.change(field, { target: { value } })
  act(() => field.blur())
}

const sent = () => asked.map(({ input }) => (input as { hours: object }).hours)
const monday = [{ from: '08:00', to: '12:00' }]

test('public holidays excepted right after Monday was typed keep Monday', () => {
  type(/^Montag.*bis/, '12:00')
  fireEvent.click(screen.getByRole('switch'))
  expect(sent().at(-1)).toEqual({ weekly: [monday, ...WEEK.slice(1)], observesHolidays: true })
})

test('two days typed one after the other are both saved', () => {
  type(/^Montag.*bis/, '12:00')
  type(/^Dienstag.*bis/, '12:00')
  expect(sent().at(-1)).toEqual({ weekly: [monday, monday, ...WEEK.slice(2)], observesHolidays: false })
})

test('what was refused is not sent along with what comes after', async () => {
  type(/^Montag.*bis/, '12:00')
  await act(async () => asked[0]?.refuse(new Error('disk')))
  fireEvent.click(screen.getByRole('switch'))
  await act(async () => asked.at(-1)?.answer(RECEIPT))
  expect(sent().at(-1)).toEqual({ weekly: WEEK, observesHolidays: true })
})

// Keys that are pressed while the ledger has not answered to Enter yet: none is lost, none does what was not meant.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useRef } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { QuickEntryForm } from '../../../renderer/features/time/quick-entry/quick-entry-form.tsx'
import { useQuickEntry } from '../../../renderer/features/time/quick-entry/quick-entry-store.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import type { EntryDraft, Understanding } from '../../../shared/contract/time-entries.ts'
import { asked, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const NONE: Understanding = { parts: [], questions: [], entry: null, missing: null }
const options = ['clock:1', 'clock:2'].map((key) => ({ key, text: key }))
const OPEN: Understanding = { ...NONE, questions: [{ kind: 'clock', source: '9-10', options }] }
const DONE: Understanding = { ...NONE, entry: { note: 'x' } as EntryDraft }

const added = vi.fn<(entry: EntryDraft, id: number | null) => void>()

function Form() {
  return <QuickEntryForm inputRef={useRef<HTMLInputElement>(null)} onAdded={added} />
}

beforeAll(startI18n)
beforeEach(() => {
  asked.length = 0
  added.mockReset()
  useQuickEntry.getState().finish()
  render(
    <QueryClientProvider client={queryClient}>
      <Form />
    </QueryClientProvider>,
  )
  act(() => line().focus())
  type('gestern 9-10 reel')
})
afterEach(() => {
  cleanup()
  queryClient.clear()
})

const line = () => screen.getByRole<HTMLInputElement>('textbox')

/** At the end of what stands in the line. */
function type(text: string): void {
  for (const letter of text) fireEvent.change(line(), { target: { value: line().value + letter } })
}

const pressEnter = () => fireEvent.submit(line())

/** The ledger answers what it was asked last. */
async function answer(path: string, value: unknown): Promise<void> {
  const question = asked.at(-1)
  expect(question?.path).toBe(path)
  await act(async () => question?.answer(value))
}

test('a digit typed ahead answers the question it could not see yet', async () => {
  pressEnter()
  type('2')
  expect(line().value).toBe('gestern 9-10 reel')
  await answer('time.understand', OPEN)
  expect(useQuickEntry.getState()).toMatchObject({ text: 'gestern 9-10 reel', choices: { 'clock 9-10': 'clock:2' } })
  expect(document.activeElement).toBe(line())
})

test('where a question comes up and nothing was typed ahead, the next key is its answer', async () => {
  pressEnter()
  await answer('time.understand', OPEN)
  expect(document.activeElement?.textContent).toContain('clock:1')
  fireEvent.keyDown(document.activeElement!, { key: '1' })
  expect(useQuickEntry.getState().choices).toEqual({ 'clock 9-10': 'clock:1' })
})

test('a digit that answers nothing is text', async () => {
  pressEnter()
  type('9')
  await answer('time.understand', OPEN)
  expect(line().value).toBe('gestern 9-10 reel9')
  pressEnter()
  type('1')
  await answer('time.understand', { ...NONE, missing: 'in_future' })
  expect(line().value).toBe('gestern 9-10 reel91')
})

test('what is typed before the line is emptied begins the next one', async () => {
  pressEnter()
  type('45m ')
  await answer('time.understand', DONE)
  type('plan')
  await answer('time.add', RECEIPT)
  expect(line().value).toBe('45m plan')
  expect(added).toHaveBeenCalledExactlyOnceWith(DONE.entry, 7)
})

test('an answer and what it is sent with may both be typed ahead', async () => {
  pressEnter()
  type('1')
  pressEnter()
  pressEnter()
  type('2h')
  await answer('time.understand', OPEN)
  await answer('time.understand', DONE)
  await answer('time.add', RECEIPT)
  expect(asked.map(({ path }) => path)).toEqual(['time.understand', 'time.understand', 'time.add'])
  expect(asked[1]?.input).toMatchObject({ text: 'gestern 9-10 reel', choices: { 'clock 9-10': 'clock:1' } })
  expect(line().value).toBe('2h')
})

test('what the ledger refuses is not sent again with what was typed ahead', async () => {
  pressEnter()
  await answer('time.understand', DONE)
  type('1')
  pressEnter()
  await act(async () => asked.at(-1)?.refuse(new Error('refused')))
  expect(asked.map(({ path }) => path)).toEqual(['time.understand', 'time.add'])
  expect(line().value).toBe('gestern 9-10 reel1')
})

test('Enter twice adds once', async () => {
  pressEnter()
  pressEnter()
  await answer('time.understand', DONE)
  pressEnter()
  await answer('time.add', RECEIPT)
  expect(asked.map(({ path }) => path)).toEqual(['time.understand', 'time.add'])
  expect(line().value).toBe('')
})

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { ToastRegion } from '../../../renderer/ui/toast-region.tsx'
import { offerUndo, undoLast } from '../../../renderer/lib/undo-actions.ts'
import { useUndoStore } from '../../../renderer/lib/undo-store.ts'
import { showToast, useToasts } from '../../../renderer/ui/toast-store.ts'

beforeAll(startI18n)
beforeEach(() => {
  vi.useFakeTimers()
  useViewSettings.getState().setLanguage('de')
  useToasts.setState({ toasts: [] })
  useUndoStore.getState().clear()
  render(<ToastRegion />)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** A command that was run and says so. */
function doStep(commandId: string): void {
  act(() => {
    const step = { commandId, label: commandId, undo: () => Promise.resolve(), redo: () => Promise.resolve() }
    useUndoStore.getState().push(step)
    offerUndo(commandId, commandId)
  })
}

const messages = () => useToasts.getState().toasts.map((toast) => toast.message)

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

test('an offer to undo stays for ten seconds and is announced politely', () => {
  const run = vi.fn<() => void>()
  act(() => void showToast({ message: 'Kosten gelöscht', action: { label: 'Rückgängig', run } }))
  expect(screen.getByRole('status').textContent).toContain('Kosten gelöscht')
  pass(9_900)
  expect(screen.queryByText('Kosten gelöscht')).toBeTruthy()
  pass(200)
  expect(screen.queryByText('Kosten gelöscht')).toBeNull()
  expect(run).not.toHaveBeenCalled()
})

test('the clock stands still while someone is at a message', () => {
  act(() => void showToast({ message: 'Kosten gelöscht' }))
  const toast = screen.getByText('Kosten gelöscht')
  // After each change of messages it looks once where the pointer is.
  pass(300)
  fireEvent.pointerOver(toast)
  pass(60_000)
  expect(screen.queryByText('Kosten gelöscht')).toBeTruthy()
  fireEvent.pointerOut(toast)
  pass(10_100)
  expect(screen.queryByText('Kosten gelöscht')).toBeNull()
})

test('an error is an alert and stays', () => {
  act(() => void showToast({ message: 'Der Datenträger ist voll.', tone: 'error' }))
  expect(screen.getByRole('alert').textContent).toContain('Der Datenträger ist voll.')
  pass(120_000)
  expect(screen.queryByText('Der Datenträger ist voll.')).toBeTruthy()
})

test('a message of the same topic replaces the one before, others stand side by side', () => {
  act(() => {
    showToast({ message: 'eins', topic: 'history' })
    showToast({ message: 'zwei', topic: 'history' })
    showToast({ message: 'drei', topic: 'command' })
  })
  expect(useToasts.getState().toasts.map((toast) => toast.message)).toEqual(['zwei', 'drei'])
})

test('more than three messages: the oldest goes', () => {
  for (const message of ['eins', 'zwei', 'drei', 'vier']) act(() => void showToast({ message }))
  expect(messages()).toEqual(['zwei', 'drei', 'vier'])
})

test('a button that goes with its toast does not hold back the toast that answers', async () => {
  doStep('Kosten gelöscht')
  const button = screen.getByRole('button', { name: /Rückgängig/ })
  act(() => button.focus())
  fireEvent.pointerOver(button)
  pass(60_000)
  expect(messages()).toEqual(['Kosten gelöscht'])
  await act(() => undoLast('Kosten gelöscht'))
  expect(messages()).toEqual(['Rückgängig gemacht'])
  pass(300)
  pass(10_100)
  expect(messages()).toEqual([])
})

test('only the toast of the newest step shows the key, and the one before once that is undone', async () => {
  const keys = () => screen.getAllByRole('button', { name: /Rückgängig/ }).map((button) => button.textContent)
  doStep('eins')
  doStep('zwei')
  expect(keys()).toEqual(['Rückgängig', 'RückgängigStrg Z'])
  await act(() => undoLast())
  expect(keys()).toEqual(['RückgängigStrg Z'])
})

test('something new ends the offer to redo', async () => {
  doStep('eins')
  await act(() => undoLast())
  expect(screen.queryByRole('button', { name: 'Wiederholen' })).toBeTruthy()
  doStep('zwei')
  expect(screen.queryByRole('button', { name: 'Wiederholen' })).toBeNull()
  expect(messages()).toEqual(['zwei'])
})

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { ToastRegion } from '../../../renderer/ui/toast-region.tsx'
import { showToast, useToasts } from '../../../renderer/ui/toast-store.ts'

beforeAll(startI18n)
beforeEach(() => {
  vi.useFakeTimers()
  useToasts.setState({ toasts: [] })
  render(<ToastRegion />)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

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

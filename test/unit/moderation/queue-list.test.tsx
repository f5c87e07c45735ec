// The list of the queue without its backend: moving, choosing, and what is shown when something leaves the list.
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Queue } from '../../../renderer/features/moderation/queue/use-queue.ts'
import { useShown } from '../../../renderer/features/moderation/queue/use-shown.ts'
import { actOnList, type ListTargets } from '../../../renderer/lib/list-keys.ts'
import { createRowSelection } from '../../../renderer/lib/row-selection.ts'
import type { QueueRow } from '../../../shared/contract/moderation-fields.ts'

const rowsOf = (...ids: number[]) => ids.map((id) => ({ id }) as QueueRow)
const queueOf = (rows: readonly QueueRow[], key = 'open', isBehind = false) =>
  ({
    key,
    rows,
    count: rows.length,
    isLoading: false,
    isBehind,
    error: null,
    retry: () => undefined,
    readMore: () => undefined,
  }) satisfies Queue

beforeEach(() => {
  vi.useFakeTimers()
  window.history.replaceState(null, '', '/moderation')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const showing = (queue: Queue) => renderHook((current: Queue) => useShown(current), { initialProps: queue })

test('the first one is shown until one is chosen; the address follows once the arrows rest', () => {
  const { result } = showing(queueOf(rowsOf(1, 2, 3)))
  expect(result.current.id).toBe(1)
  act(() => result.current.step(1))
  act(() => result.current.step(1))
  act(() => result.current.step(1))
  expect([result.current.id, window.location.search]).toEqual([3, ''])
  act(() => void vi.runAllTimers())
  expect([result.current.id, window.location.search]).toEqual([3, '?id=3'])
})

test('what leaves the list gives way to the one that takes its place, the last one to the one before', () => {
  const { result, rerender } = showing(queueOf(rowsOf(1, 2, 3)))
  act(() => result.current.show(2))
  act(() => void vi.runAllTimers())
  rerender(queueOf(rowsOf(1, 3)))
  expect(result.current.id).toBe(3)
  rerender(queueOf(rowsOf(1)))
  expect(result.current.id).toBe(1)
  rerender(queueOf([]))
  act(() => void vi.runAllTimers())
  expect([result.current.id, window.location.search]).toEqual([null, ''])
})

test('what is added above or goes elsewhere changes nothing of what is shown', () => {
  const { result, rerender } = showing(queueOf(rowsOf(1, 2, 3)))
  act(() => result.current.show(2))
  rerender(queueOf(rowsOf(9, 1, 2)))
  expect([result.current.id, result.current.index]).toEqual([2, 2])
})

test('a conversation of another list, opened by its address, stays', () => {
  window.history.replaceState(null, '', '/moderation?id=7')
  const { result, rerender } = showing(queueOf(rowsOf(1, 2)))
  expect([result.current.id, result.current.index]).toEqual([7, -1])
  rerender(queueOf(rowsOf(2)))
  expect(result.current.id).toBe(7)
})

test('while the answer to new filters is awaited nothing gives way', () => {
  const { result, rerender } = showing(queueOf(rowsOf(1, 2)))
  act(() => result.current.show(2))
  rerender(queueOf(rowsOf(1), 'open', true))
  expect(result.current.id).toBe(2)
})

test('arrows move, with Shift they choose; Space chooses, Escape lets go, Enter opens', () => {
  const rows = rowsOf(1, 2, 3, 4)
  const useSelection = createRowSelection<QueueRow>(3)
  const { result } = renderHook(() => useSelection(rows))
  const shown: number[] = []
  const onOpen = vi.fn<() => void>()
  const press = (key: string, on: number, keys: Partial<Record<'shiftKey' | 'ctrlKey', boolean>> = {}) => {
    const targets: ListTargets<QueueRow> = {
      rows,
      shown: { show: (id) => shown.push(id) },
      selection: result.current,
      onOpen,
    }
    const event = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...keys }
    let isTaken = false
    act(() => void (isTaken = actOnList(event, rows[on - 1]!, targets)))
    return isTaken
  }
  const chosen = () => result.current.chosen.map(({ id }) => id)
  expect(press('ArrowDown', 1)).toBe(true)
  press('End', 2)
  press('Home', 4)
  expect(shown).toEqual([2, 4, 1])
  expect(chosen()).toEqual([])
  press('ArrowDown', 2, { shiftKey: true })
  expect(chosen()).toEqual([2, 3])
  press(' ', 3)
  expect(chosen()).toEqual([2])
  press('a', 2, { ctrlKey: true })
  expect(chosen()).toEqual([1, 2, 3])
  press('Escape', 2)
  expect(chosen()).toEqual([])
  // Nothing is chosen: Escape is not for the list.
  expect(press('Escape', 2)).toBe(false)
  expect(press('d', 2)).toBe(false)
  press('Enter', 2)
  expect(onOpen).toHaveBeenCalledOnce()
})

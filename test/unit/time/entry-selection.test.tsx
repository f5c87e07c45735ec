import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useEntrySelection } from '../../../renderer/features/time/list/selection-store.ts'
import type { TimeEntry } from '../../../shared/contract/time-entries.ts'

const rows = Array.from({ length: 2_100 }, (_, index) => ({ id: index + 1 }) as TimeEntry)

test('a range is from the row chosen last; no more rows are chosen than one command changes', () => {
  const { result } = renderHook(() => useEntrySelection(rows))
  act(() => result.current.toggle(rows[4]!))
  act(() => result.current.extendTo(rows[2]!))
  expect(result.current.chosen.map(({ id }) => id)).toEqual([3, 4, 5])
  act(() => result.current.extendTo(rows.at(-1)!))
  expect(result.current.chosen).toHaveLength(2_000)
  act(() => result.current.clear())
  expect(result.current.chosen).toEqual([])
})

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { GridField } from '../../../renderer/ui/grid-field.tsx'

afterEach(cleanup)

test('a number that is sent with Enter, which also leaves the field, is saved once', async () => {
  const onSave = vi.fn<(value: number | null) => Promise<boolean>>().mockResolvedValue(true)
  render(
    <GridField
      label="Reichweite"
      value={null}
      read={(text) => ({ value: Number(text) })}
      show={String}
      onSave={onSave}
      onMove={() => screen.getByRole('textbox').blur()}
      onProblem={() => undefined}
    />,
  )
  const field = screen.getByRole('textbox')
  act(() => field.focus())
  fireEvent.change(field, { target: { value: '12500' } })
  await act(async () => void fireEvent.keyDown(field, { key: 'Enter' }))
  expect(onSave.mock.calls).toEqual([[12_500]])
})

// Whoever presses Escape wants to be out of the palette: what is typed next must not land in it, nor be taken for it.
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { CommandPalette } from '../../../renderer/app/command-palette.tsx'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { useShell } from '../../../renderer/app/shell-store.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'

beforeAll(startI18n)
afterEach(cleanup)

test.each(['', 'bilanz'])('one Escape closes it, with “%s” typed', (typed) => {
  useShell.getState().show('palette')
  render(
    <QueryClientProvider client={queryClient}>
      <CommandPalette />
    </QueryClientProvider>,
  )
  const field = screen.getByRole('searchbox')
  fireEvent.change(field, { target: { value: typed } })
  expect((field as HTMLInputElement).value).toBe(typed)
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(useShell.getState().open).toBeNull()
})

// A day with a part missing is none: whoever reads it must not get the one that stood there before.
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { DatePicker } from '../../../renderer/ui/date-picker.tsx'
import { held, part, press, texts, typeInParts } from '../../support/date-parts.ts'

function Form() {
  const [day, setDay] = useState<string | null>('2026-10-31')
  return (
    <>
      <DatePicker label="Tag" value={day} onChange={setDay} />
      <button onClick={() => setDay('2026-12-24')}>Heiligabend</button>
      <output>{day ?? 'nichts'}</output>
    </>
  )
}

typeInParts()

test('a part that is taken out leaves no day, and the other parts stay', () => {
  render(<Form />)
  press(/^day|^Tag/i, 'Backspace', 'Backspace')
  expect(held()).toBe('nichts')
  expect(texts()).toContain('2026')
  press(/^day|^Tag/i, 'ArrowUp')
  expect(held()).toMatch(/^2026-10-/)
})

test('a day that is not in the calendar is none while it is typed', () => {
  render(<Form />)
  press(/^month|^Monat/i, 'ArrowUp')
  expect(held()).toBe('nichts')
  act(() => part(/^month|^Monat/i).blur())
  expect(held()).toBe('2026-11-30')
})

test('what somebody else sets is shown', () => {
  render(<Form />)
  press(/^day|^Tag/i, 'Backspace', 'Backspace')
  fireEvent.click(screen.getByText('Heiligabend'))
  expect(new Set(texts())).toEqual(new Set(['24', '12', '2026']))
})

// A date and time with a part missing is none: whoever reads it must not get the one that stood there before.
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { MomentField } from '../../../renderer/ui/moment-field.tsx'
import { held, part, press, texts, typeInParts } from '../../support/date-parts.ts'

const AT = Date.UTC(2026, 9, 31, 13, 30)

function Form() {
  const [at, setAt] = useState<number | null>(AT)
  return (
    <>
      <MomentField label="Zeitpunkt" value={at} onChange={setAt} timeZone="UTC" placeholder={AT} />
      <button onClick={() => setAt(AT + 60_000)}>Eine Minute später</button>
      <output>{at ?? 'nichts'}</output>
    </>
  )
}

typeInParts()

test('a part that is taken out leaves no moment, and the other parts stay', () => {
  render(<Form />)
  press(/^hour|^Stunde/i, 'Backspace', 'Backspace')
  expect(held()).toBe('nichts')
  expect(texts()[4]).toBe('30')
  press(/^hour|^Stunde/i, 'ArrowUp')
  expect(held()).toBe(String(AT))
})

test('a day that is not in the calendar is none while it is typed', () => {
  render(<Form />)
  press(/^month|^Monat/i, 'ArrowUp')
  expect(held()).toBe('nichts')
  act(() => part(/^month|^Monat/i).blur())
  expect(held()).toBe(String(Date.UTC(2026, 10, 30, 13, 30)))
})

test('what somebody else sets is shown', () => {
  render(<Form />)
  press(/^minute|^Minute/i, 'Backspace', 'Backspace')
  fireEvent.click(screen.getByRole('button'))
  expect(texts()[4]).toBe('31')
})

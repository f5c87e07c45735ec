// Fields of rates and counts within a form: they leave Escape to the dialog, and a rate keeps saying what is wrong with it.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type ReactElement, useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { NumberField } from '../../../renderer/ui/number-field.tsx'
import { RateField } from '../../../renderer/ui/rate-field.tsx'

function Rate() {
  const [rate, setRate] = useState<number | null>(null)
  return <RateField label="Kurs" value={rate} onChange={setRate} />
}

function Count() {
  const [count, setCount] = useState<number | null>(3)
  return <NumberField label="Stunden" value={count} onChange={setCount} />
}

beforeAll(startI18n)
beforeEach(() => useViewSettings.getState().setLanguage('de'))
afterEach(cleanup)

function keysAround(element: ReactElement, label: string): string[] {
  const keys: string[] = []
  render(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => keys.push(event.key)}>{element}</div>,
  )
  const field = screen.getByLabelText(label)
  act(() => field.focus())
  fireEvent.keyDown(field, { key: 'Escape' })
  return keys
}

test('a rate leaves Escape to the dialog around it', () => {
  expect(keysAround(<Rate />, 'Kurs')).toEqual(['Escape'])
})

test('a count leaves Escape to the dialog around it', () => {
  expect(keysAround(<Count />, 'Stunden')).toEqual(['Escape'])
})

test('a rate still says what is wrong when the form moves the focus back to it', () => {
  render(<Rate />)
  const field = screen.getByLabelText('Kurs')
  act(() => field.focus())
  fireEvent.change(field, { target: { value: 'abc' } })
  expect(screen.queryByText(/Das ist kein Kurs/)).toBeNull()
  act(() => field.blur())
  act(() => field.focus())
  expect(screen.getByText(/Das ist kein Kurs/)).toBeTruthy()
  fireEvent.change(field, { target: { value: '0,86' } })
  expect(screen.queryByText(/Das ist kein Kurs/)).toBeNull()
})

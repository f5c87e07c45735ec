import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { MoneyField } from '../../../renderer/ui/money-field.tsx'

const seen: (number | null)[] = []
const validity: boolean[] = []

function Form({ initial }: { initial: number | null }) {
  const [cents, setCents] = useState<number | null>(initial)
  return (
    <MoneyField
      label="Betrag"
      value={cents}
      onValidityChange={(isValid) => validity.push(isValid)}
      onChange={(next) => {
        seen.push(next)
        setCents(next)
      }}
    />
  )
}

const field = () => screen.getByLabelText<HTMLInputElement>('Betrag')

function type(text: string) {
  act(() => field().focus())
  fireEvent.change(field(), { target: { value: text } })
}

beforeAll(startI18n)
beforeEach(() => {
  seen.length = 0
  validity.length = 0
  useViewSettings.getState().setLanguage('de')
})
afterEach(cleanup)

test('shows cents in the language in use', () => {
  render(<Form initial={123456} />)
  expect(field().value).toBe('1.234,56')
})

test('keeps what is typed while it is typed and settles it when left', () => {
  render(<Form initial={null} />)
  type('1234,5')
  expect(field().value).toBe('1234,5')
  expect(seen.at(-1)).toBe(123450)
  act(() => field().blur())
  expect(field().value).toBe('1.234,50')
})

test('keeps unreadable text, says why once left, and yields no value meanwhile', () => {
  render(<Form initial={500} />)
  type('12,345')
  expect(screen.queryByText(/Höchstens zwei Stellen/)).toBeNull()
  expect(seen.at(-1)).toBeNull()
  expect(validity.at(-1)).toBe(false)
  act(() => field().blur())
  expect(field().value).toBe('12,345')
  expect(screen.getByText(/Höchstens zwei Stellen/)).toBeTruthy()
})

test('refuses what is below the minimum', () => {
  render(<Form initial={null} />)
  type('-3')
  act(() => field().blur())
  expect(screen.getByText(/Mindestens 0,00/)).toBeTruthy()
  expect(seen.at(-1)).toBeNull()
})

test('says at once why a form does not go when Enter is pressed, and is quiet again while one types on', () => {
  render(<Form initial={null} />)
  type('abc')
  expect(screen.queryByText(/Das ist keine Zahl/)).toBeNull()
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(screen.getByText(/Das ist keine Zahl/)).toBeTruthy()
  type('abcd')
  expect(screen.queryByText(/Das ist keine Zahl/)).toBeNull()
})

test('still says what is wrong when the form moves the focus back to it', () => {
  render(<Form initial={null} />)
  type('-10')
  act(() => field().blur())
  act(() => field().focus())
  expect(screen.getByText(/Mindestens 0,00/)).toBeTruthy()
  type('10')
  expect(screen.queryByText(/Mindestens 0,00/)).toBeNull()
})

test('leaves Escape to the dialog around it', () => {
  const keys: string[] = []
  render(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => keys.push(event.key)}>
      <Form initial={null} />
    </div>,
  )
  act(() => field().focus())
  fireEvent.keyDown(field(), { key: 'Escape' })
  expect(keys).toEqual(['Escape'])
})

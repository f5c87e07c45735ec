// What is typed into a field that also takes new names: chosen where it is known, made where it is not, once.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { ComboBox } from '../../../renderer/ui/combo-box.tsx'

const told: string[] = []
const field = () => screen.getByRole<HTMLInputElement>('combobox')

function type(text: string): void {
  act(() => field().focus())
  fireEvent.change(field(), { target: { value: text } })
}

beforeAll(startI18n)
afterEach(cleanup)
beforeEach(() => {
  told.length = 0
  render(
    <ComboBox
      label="Thema"
      value={null}
      options={[
        { value: '1', label: 'Lieferung' },
        { value: '2', label: 'Preis' },
      ]}
      onChange={(value) => told.push(`chosen ${value}`)}
      onCreate={(text) => told.push(`new ${text}`)}
    />,
  )
})

test('a known name that is written out is chosen by Enter, whatever its capitals', () => {
  type('preis')
  fireEvent.keyDown(field(), { key: 'Enter' })
  act(() => field().blur())
  expect(told).toEqual(['chosen 2'])
})

test('a known name that is written out is chosen when the field is left', () => {
  type('Preis')
  act(() => field().blur())
  expect(told).toEqual(['chosen 2'])
})

test('another name is made once, by Enter or by leaving', () => {
  type('Verpackung ')
  fireEvent.keyDown(field(), { key: 'Enter' })
  act(() => field().blur())
  expect(told).toEqual(['new Verpackung'])
  expect(field().value).toBe('')
})

test('nothing typed is nothing told', () => {
  type('  ')
  act(() => field().blur())
  expect(told).toEqual([])
})

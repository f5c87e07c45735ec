// A field that hears keys itself leaves them to the page as well: undo and the palette are meant there, too.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { TextArea } from '../../../renderer/ui/text-area.tsx'
import { TextField } from '../../../renderer/ui/text-field.tsx'

afterEach(cleanup)

test.each([
  ['one line', TextField],
  ['several lines', TextArea],
])('a field of %s', (_, Field) => {
  const heard: string[] = []
  const onWindow = ({ key }: KeyboardEvent) => void heard.push(`page ${key}`)
  window.addEventListener('keydown', onWindow)
  render(<Field label="Ziel" onKeyDown={({ key }) => void heard.push(`field ${key}`)} />)
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'z', ctrlKey: true })
  window.removeEventListener('keydown', onWindow)
  expect(heard).toEqual(['field z', 'page z'])
})

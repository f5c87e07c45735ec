// Ctrl or ⌘ with Enter saves from every field of a dialog, as its button would.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { Button } from '../../../renderer/ui/button.tsx'
import { Dialog } from '../../../renderer/ui/dialog.tsx'
import { TextArea } from '../../../renderer/ui/text-area.tsx'

const save = vi.fn<() => void>()

function Form({ isDisabled = false }: { readonly isDisabled?: boolean }) {
  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      title="Notiz"
      onSubmit={save}
      footer={
        <Button type="submit" isDisabled={isDisabled}>
          Speichern
        </Button>
      }
    >
      <TextArea label="Text" value="Hallo" onChange={() => undefined} />
    </Dialog>
  )
}

const field = () => screen.getByRole('textbox')

beforeAll(() => startI18n())
beforeEach(() => save.mockClear())
afterEach(cleanup)

test.each([{ ctrlKey: true }, { metaKey: true }])('from a field of several lines: %o', (modifier) => {
  render(<Form />)
  fireEvent.keyDown(field(), { key: 'Enter', ...modifier })
  expect(save).toHaveBeenCalledTimes(1)
})

test('Enter alone is a new line there', () => {
  render(<Form />)
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(save).not.toHaveBeenCalled()
})

test('nothing is saved where the button could not be pressed', () => {
  render(<Form isDisabled />)
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })
  expect(save).not.toHaveBeenCalled()
})

// Ctrl or ⌘ with Enter saves from every field of a dialog, as its button would; what the focus does where a form is sent or its button goes.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { startUnfocusedKeys } from '../../../renderer/app/unfocused-keys.ts'
import { Button } from '../../../renderer/ui/button.tsx'
import { Dialog } from '../../../renderer/ui/dialog.tsx'
import { TextArea } from '../../../renderer/ui/text-area.tsx'
import { TextField } from '../../../renderer/ui/text-field.tsx'

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

describe('the focus', () => {
  function Faulty() {
    return (
      <Dialog
        isOpen
        onOpenChange={() => undefined}
        title="Notiz"
        onSubmit={save}
        footer={<Button type="submit">Speichern</Button>}
      >
        <TextField label="Name" value="" onChange={() => undefined} errorMessage="Bitte einen Namen." />
        <TextArea label="Text" value="Hallo" onChange={() => undefined} />
        <TextArea label="Mehr" value="" onChange={() => undefined} />
      </Dialog>
    )
  }
  const named = (name: string) => screen.getByRole('textbox', { name })
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

  test('goes to what holds the form back', async () => {
    render(<Faulty />)
    named('Text').focus()
    fireEvent.keyDown(named('Text'), { key: 'Enter', ctrlKey: true })
    await nextFrame()
    expect(document.activeElement).toBe(named('Name'))
  })

  test('stays where somebody has gone meanwhile', async () => {
    render(<Faulty />)
    named('Text').focus()
    fireEvent.keyDown(named('Text'), { key: 'Enter', ctrlKey: true })
    named('Mehr').focus()
    await nextFrame()
    expect(document.activeElement).toBe(named('Mehr'))
  })

  test('is in the dialog again with the next key, where the button that had it is gone', () => {
    const stop = startUnfocusedKeys()
    const close = vi.fn<(isOpen: boolean) => void>()
    render(
      <Dialog isOpen onOpenChange={close} title="Notiz">
        Nichts, was den Fokus nimmt.
      </Dialog>,
    )
    ;(document.activeElement as HTMLElement).blur()
    fireEvent.keyDown(document.body, { key: 'Tab' })
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
    ;(document.activeElement as HTMLElement).blur()
    expect(document.activeElement).toBe(document.body)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(close).toHaveBeenCalledExactlyOnceWith(false)
    stop()
  })
})

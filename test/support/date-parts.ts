/** A day or a time typed part by part, in a form that says in an `output` what it holds. */
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, vi } from 'vitest'
import { startI18n } from '../../renderer/app/i18n.ts'

export const held = () => screen.getByRole('status').textContent
export const part = (name: RegExp) => screen.getByRole('spinbutton', { name })
export const texts = () => screen.getAllByRole('spinbutton').map(({ textContent }) => textContent)

export function press(name: RegExp, ...keys: string[]): void {
  act(() => part(name).focus())
  for (const key of keys) fireEvent.keyDown(part(name), { key })
}

export function typeInParts(): void {
  beforeAll(() => {
    startI18n()
    // Where the cursor stands is not looked at here, and told at once by this window, which never ends.
    vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => undefined)
  })
  afterEach(cleanup)
}

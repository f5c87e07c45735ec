import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { usePastedPictures } from '../../../renderer/features/moderation/crises/use-pasted-pictures.ts'

beforeAll(startI18n)
afterEach(cleanup)

function paste(types: readonly string[]): Event {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const files = [new File(['x'], 'image.png', { type: 'image/png' })]
  Object.assign(event, { clipboardData: { types, files } })
  document.body.dispatchEvent(event)
  return event
}

test('a picture is taken over; cells of a sheet, which bring a picture of themselves, are pasted as text', () => {
  const take = vi.fn<(files: readonly File[]) => void>()
  renderHook(() => usePastedPictures(take))
  expect(paste(['text/plain', 'text/html', 'Files']).defaultPrevented).toBe(false)
  expect(take).not.toHaveBeenCalled()
  expect(paste(['Files']).defaultPrevented).toBe(true)
  expect(take).toHaveBeenCalledOnce()
})

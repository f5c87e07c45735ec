// A list that cannot be read is not an empty one: nobody may believe that nobody waits.
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { ModerationPage } from '../../../renderer/features/moderation/moderation-page.tsx'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { failing, known } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

beforeAll(startI18n)
afterEach(cleanup)

test('a list that failed is not called answered, and can be read again', async () => {
  useViewSettings.getState().setLanguage('de')
  window.history.replaceState(null, '', '/moderation')
  known.set('moderation.counts', { isEmpty: false, open: 3, waiting: 0, done: 0, overdue: 0, soon: 0, wakesAt: null })
  failing.add('moderation.list')
  render(
    <QueryClientProvider client={queryClient}>
      <ModerationPage />
    </QueryClientProvider>,
  )
  const again = await screen.findByRole('button', { name: 'Noch einmal lesen' })
  expect(screen.queryByText(/Alles beantwortet/)).toBeNull()
  failing.clear()
  known.set('moderation.list', { rows: [], count: 0, next: null })
  fireEvent.click(again)
  expect(await screen.findByText(/Alles beantwortet/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Noch einmal lesen' })).toBeNull()
})

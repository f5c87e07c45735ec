// Only what was approved goes out: a draft offers no copy of its words.
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { StatementCard } from '../../../renderer/features/moderation/crises/statement-card.tsx'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import { STATEMENT_STATUSES } from '../../../shared/domain/crisis.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

beforeAll(startI18n)
afterEach(cleanup)

test.each(STATEMENT_STATUSES)('the words of one that is %s', (status) => {
  useViewSettings.getState().setLanguage('de')
  const nothing = { decidedBy: null, decidedAt: null, publishedAt: null, channelId: null, channel: null, network: null }
  const statement = { id: 1, title: 'Rückruf', text: 'Wir rufen zurück.', status, ...nothing }
  const noop = () => undefined
  render(
    <QueryClientProvider client={queryClient}>
      <StatementCard statement={statement} contacts={[]} onEdit={noop} onCopy={noop} />
    </QueryClientProvider>,
  )
  const isOffered = screen.queryByRole('button', { name: 'Text kopieren' }) !== null
  expect(isOffered).toBe(status === 'approved' || status === 'published')
})

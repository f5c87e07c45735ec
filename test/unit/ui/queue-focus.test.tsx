// Whoever answers goes on by keys: where what had the focus is gone with the conversation, the list takes it.
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { QueueList } from '../../../renderer/features/moderation/queue/queue-list.tsx'
import type { Queue } from '../../../renderer/features/moderation/queue/use-queue.ts'
import type { RowSelection } from '../../../renderer/lib/row-selection.ts'
import type { QueueRow } from '../../../shared/contract/moderation-fields.ts'

vi.mock('../../../renderer/features/moderation/queue/queue-row.tsx', () => ({ QueueRowContent: () => null }))

const selection = { chosen: [], isChosen: () => false } as unknown as RowSelection<QueueRow>
const nothing = () => undefined

/** The list, and beside it what belongs to one conversation and goes with it. */
function Page({ ids, shown }: { readonly ids: readonly number[]; readonly shown: number }) {
  const rows = ids.map((id) => ({ id }) as QueueRow)
  const queue: Queue = {
    key: 'open',
    rows,
    count: rows.length,
    isLoading: false,
    isBehind: false,
    error: null,
    retry: nothing,
    readMore: nothing,
  }
  return (
    <>
      <QueueList
        queue={queue}
        shown={{ id: shown, index: ids.indexOf(shown), show: nothing, step: nothing }}
        selection={selection}
        focusRequests={0}
        onOpen={nothing}
      />
      <button key={shown}>Erledigt</button>
      <input aria-label="Suche" />
    </>
  )
}

const focused = () => document.activeElement?.getAttribute('data-row-index')

beforeAll(startI18n)
afterEach(cleanup)

test('the next conversation takes the focus of what was answered, and takes none from elsewhere', () => {
  const { getByRole, rerender } = render(<Page ids={[1, 2, 3]} shown={1} />)
  expect(document.activeElement).toBe(document.body)
  getByRole('button').focus()
  rerender(<Page ids={[2, 3]} shown={2} />)
  expect(focused()).toBe('0')
  getByRole('textbox').focus()
  rerender(<Page ids={[3]} shown={3} />)
  expect(document.activeElement).toBe(getByRole('textbox'))
})

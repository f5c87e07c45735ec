// A gap that a snippet left is never copied unnoticed: it is where typing goes on, and answering asks before.
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { Composer } from '../../../renderer/features/moderation/detail/composer.tsx'
import { useAnswering } from '../../../renderer/features/moderation/detail/use-answering.ts'
import { api } from '../../../renderer/lib/api.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { ConversationDetail } from '../../../shared/contract/moderation-fields.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const SNIPPET = {
  id: 1,
  name: 'Beratung, nachfragen',
  topic: null,
  language: 'de',
  tone: 'formal',
  text: 'Mehr steht unter [Link?]. Ihre [Firma?]',
  missing: ['link', 'company'],
  isProposed: false,
  isOfTopic: false,
}
let lastId = 0
const copied = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())

function OneComposer({ detail }: { readonly detail: ConversationDetail }) {
  return <Composer detail={detail} answering={useAnswering(detail)} actions={[]} />
}

function show(draft = ''): void {
  lastId += 1
  const detail = { id: lastId, status: 'open', batchCount: null, handedTo: null, receivedAt: 0, draft }
  render(
    <QueryClientProvider client={queryClient}>
      <OneComposer detail={detail as ConversationDetail} />
    </QueryClientProvider>,
  )
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Antwort' })
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const selected = () => field().value.slice(field().selectionStart, field().selectionEnd)

async function insert(): Promise<void> {
  await press('Baustein')
  fireEvent.click(await screen.findByRole('menuitem', { name: /Beratung, nachfragen/ }))
  await waitFor(() => expect(field().value).toContain(SNIPPET.text))
}

beforeAll(startI18n)
beforeEach(() => {
  useViewSettings.getState().setLanguage('de')
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true })
  known.set('moderation.filledSnippets', [SNIPPET])
  asked.length = 0
  copied.mockClear()
})
afterEach(cleanup)

test('the first gap of a snippet is selected, behind what was written already', async () => {
  show()
  type('Guten Tag, siehe [Link?]')
  await insert()
  await waitFor(() => expect(selected()).toBe('[Link?]'))
  expect(field().selectionStart).toBe('Guten Tag, siehe [Link?]\n\nMehr steht unter '.length)
})

test('an answer with open gaps is neither copied nor noted, until they are filled in', async () => {
  show()
  await insert()
  await press('Beantwortet')
  expect(screen.getByRole('alert').textContent).toContain('Lücken offen: [Link?] und [Firma?]')
  expect(copied).not.toHaveBeenCalled()
  expect(asked.map(({ path }) => path)).not.toContain('moderation.answer')
  expect(selected()).toBe('[Link?]')
  type('Mehr steht unter kaffee.de. Ihre Rösterei')
  expect(screen.queryByRole('alert')).toBeNull()
  await press('Beantwortet')
  expect(copied).toHaveBeenCalledWith('Mehr steht unter kaffee.de. Ihre Rösterei')
})

test('whoever wants it so answers with the gap', async () => {
  show()
  await insert()
  type('Wo ist [Link?]')
  await press('Beantwortet')
  expect(screen.getByRole('alert').textContent).toContain('eine Lücke offen: [Link?].')
  await press('Trotzdem beantworten')
  expect(copied).toHaveBeenCalledWith('Wo ist [Link?]')
  await act(async () => asked.find(({ path }) => path === 'moderation.saveDraft')?.answer(null))
  await waitFor(() => expect(asked.at(-1)?.path).toBe('moderation.answer'))
  await act(async () => asked.at(-1)?.answer(RECEIPT))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('brackets that somebody typed hold nothing back', async () => {
  show()
  type('Meinen Sie den [Link?]')
  await press('Beantwortet')
  expect(copied).toHaveBeenCalledWith('Meinen Sie den [Link?]')
})

test('a gap in a draft of an earlier time is asked about as well', async () => {
  show('Mehr steht unter [Link?].')
  await press('Beantwortet')
  expect(screen.getByRole('alert').textContent).toContain('[Link?]')
  expect(copied).not.toHaveBeenCalled()
})

function KeptComposer({ id }: { readonly id: number }) {
  const { data } = useQuery(api.moderation.detail.queryOptions({ input: { id } }))
  return data ? <OneComposer detail={data} /> : null
}

test('what is selected stays so while the words are kept', async () => {
  lastId += 1
  known.set('moderation.detail', {
    id: lastId,
    status: 'open',
    batchCount: null,
    handedTo: null,
    receivedAt: 0,
    draft: '',
  })
  render(
    <QueryClientProvider client={queryClient}>
      <KeptComposer id={lastId} />
    </QueryClientProvider>,
  )
  await screen.findByRole('textbox', { name: 'Antwort' })
  type('Siehe [Link?] bitte')
  field().setSelectionRange(6, 13)
  const shown: string[] = []
  const watched = new MutationObserver(() => shown.push(field().value))
  watched.observe(document.body, { subtree: true, childList: true, characterData: true })
  await waitFor(() => expect(asked.at(-1)?.path).toBe('moderation.saveDraft'))
  await act(async () => asked.at(-1)?.answer(null))
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  watched.disconnect()
  expect(shown).not.toContain('')
  expect([field().value, selected()]).toEqual(['Siehe [Link?] bitte', '[Link?]'])
})

test('whoever answers with the gap later answers with the words as they stand then', async () => {
  lastId += 1
  known.set('moderation.detail', {
    id: lastId,
    status: 'open',
    batchCount: null,
    handedTo: null,
    receivedAt: 0,
    draft: '',
  })
  render(
    <QueryClientProvider client={queryClient}>
      <KeptComposer id={lastId} />
    </QueryClientProvider>,
  )
  await screen.findByRole('textbox', { name: 'Antwort' })
  await insert()
  await press('Beantwortet')
  await waitFor(() => expect(asked.at(-1)?.path).toBe('moderation.saveDraft'))
  await act(async () => asked.at(-1)?.answer(null))
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  await press('Trotzdem beantworten')
  expect(copied).toHaveBeenCalledWith(SNIPPET.text)
  expect(asked.at(-1)).toMatchObject({ path: 'moderation.answer', input: { text: SNIPPET.text, next: 'done' } })
})

// What is typed about a post stays where it is: while it is on its way, when something else changes, and when it is refused.
import { QueryClientProvider } from '@tanstack/react-query'
import { ORPCError } from '@orpc/client'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { PostPane } from '../../../renderer/features/calendar/post/post-pane.tsx'
import { leaveLedger } from '../../../renderer/lib/ledger-memory.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { PostDetail, VariantDetail } from '../../../shared/contract/calendar-fields.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const variant = (id: number, channel: string, network: VariantDetail['network']): VariantDetail => ({
  id,
  channelId: id,
  channel,
  network,
  status: 'draft',
  text: null,
  format: null,
  plannedAt: null,
  publishedAt: null,
  publishedOn: null,
  permalink: null,
})
const POST: PostDetail = {
  id: 1,
  title: 'Röstung',
  text: 'Wir rösten.',
  brief: '',
  audience: '',
  link: null,
  format: null,
  pillarId: null,
  campaignId: null,
  clientId: null,
  draftDueOn: null,
  plannedMinutes: null,
  campaign: null,
  pillar: null,
  client: null,
  variants: [variant(11, 'Instagram', 'instagram'), variant(12, 'X', 'x')],
  checks: [],
  events: [],
}

function setPost(changes: Partial<PostDetail>): void {
  known.set('calendar.post', { ...POST, ...changes })
}

async function showPost(): Promise<void> {
  render(
    <QueryClientProvider client={queryClient}>
      <PostPane postId={1} variantId={null} onVariant={() => undefined} onClose={() => undefined} />
    </QueryClientProvider>,
  )
  await screen.findByRole('tab', { name: 'Instagram' })
}

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const leave = (name: string) => act(async () => fireEvent.blur(field(name)))
const changed = { ...RECEIPT, changed: [{ feature: 'calendar', ids: [1] }] }
const sent = (path: string) => asked.filter((call) => call.path === path)

beforeAll(() => {
  startI18n()
  vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => undefined)
})
beforeEach(() => {
  useViewSettings.getState().setLanguage('de')
  known.clear()
  known.set('app.status', { ledger: { timeZone: 'Europe/Berlin' } })
  setPost({})
  asked.length = 0
})
afterEach(() => {
  cleanup()
  queryClient.clear()
  leaveLedger()
})

test('what is typed while a text is on its way stays, and goes after it', async () => {
  await showPost()
  type('Text', 'Wir rösten langsamer.')
  await leave('Text')
  await waitFor(() => expect(sent('calendar.editVariant')).toHaveLength(1))
  expect(sent('calendar.editVariant')[0]?.input).toMatchObject({ id: 11, patch: { text: 'Wir rösten langsamer.' } })
  type('Text', 'Wir rösten langsamer. Und')
  setPost({ variants: [{ ...POST.variants[0]!, text: 'Wir rösten langsamer.' }, POST.variants[1]!] })
  await act(async () => sent('calendar.editVariant')[0]?.answer(changed))
  expect(field('Text').value).toBe('Wir rösten langsamer. Und')
  await leave('Text')
  await waitFor(() => expect(sent('calendar.editVariant')).toHaveLength(2))
  expect(sent('calendar.editVariant')[1]?.input).toMatchObject({ patch: { text: 'Wir rösten langsamer. Und' } })
})

test('a change from elsewhere takes no letter away, and is shown where nothing was typed', async () => {
  await showPost()
  type('Titel', 'Langsamer rösten')
  setPost({ title: 'Von anderswo', audience: 'Heimbarista' })
  void queryClient.invalidateQueries()
  await screen.findByText(/Zielgruppe „Heimbarista“/)
  expect(field('Titel').value).toBe('Langsamer rösten')
})

test('what is refused stays typed, says why, and is sent again as a whole', async () => {
  await showPost()
  type('Titel', 'Langsamer rösten')
  await leave('Titel')
  await waitFor(() => expect(sent('calendar.edit')).toHaveLength(1))
  await act(async () => sent('calendar.edit')[0]?.refuse(new ORPCError('disk_full', { data: {} })))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(field('Titel').value).toBe('Langsamer rösten')
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Noch einmal speichern' })))
  await waitFor(() => expect(sent('calendar.edit')).toHaveLength(2))
  setPost({ title: 'Langsamer rösten' })
  await act(async () => sent('calendar.edit')[1]?.answer(changed))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(field('Titel').value).toBe('Langsamer rösten')
})

test('an address that is none and an empty title hold back nothing but themselves', async () => {
  await showPost()
  type('Titel', ' ')
  type('Link', 'firma')
  await act(async () => fireEvent.click(screen.getByRole('tab', { name: 'Haupttext' })))
  type('Haupttext', 'Neu.')
  await leave('Haupttext')
  await waitFor(() => expect(sent('calendar.edit')).toHaveLength(1))
  expect(sent('calendar.edit')[0]?.input).toMatchObject({ patch: { text: 'Neu.' } })
  const patches = sent('calendar.edit').map(({ input }) => (input as { patch: object }).patch)
  expect(patches.map((patch) => Object.keys(patch))).toEqual([['text']])
  expect(field('Link').value).toBe('firma')
  screen.getByText('Das ist keine Adresse mit http:// oder https://.')
  screen.getByText('Ein Titel fehlt.')
})

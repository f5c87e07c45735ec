// Long texts outlive a dialog that is closed beside, a view that is changed, and a ledger that is slow or refuses.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { CloseDialog } from '../../../renderer/features/moderation/crises/close-dialog.tsx'
import { LogComposer } from '../../../renderer/features/moderation/crises/log-composer.tsx'
import { RulesTab } from '../../../renderer/features/moderation/setup/rules-tab.tsx'
import { SnippetDialog } from '../../../renderer/features/moderation/setup/snippet-dialog.tsx'
import { leaveLedger } from '../../../renderer/lib/ledger-memory.ts'
import { queryClient } from '../../../renderer/lib/query-client.ts'
import { useViewSettings } from '../../../renderer/lib/view-settings.ts'
import type { CrisisDetail } from '../../../shared/contract/crises.ts'
import type { Rule } from '../../../shared/contract/moderation-setup.ts'
import { asked, known, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const show = (form: ReactNode) => render(<QueryClientProvider client={queryClient}>{form}</QueryClientProvider>)
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } })
const click = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const of = (path: string) => asked.filter((call) => call.path === path)
const settled = () => act(async () => undefined)

beforeAll(() => {
  startI18n()
  // Where the cursor stands is not looked at here, and told at once by this window, which never ends.
  vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => undefined)
})
beforeEach(() => {
  asked.length = 0
  known.clear()
  queryClient.clear()
  leaveLedger()
  useViewSettings.getState().setLanguage('de')
})
afterEach(cleanup)

const LOG = /Eintrag|Protokoll/
const sendByKey = () => fireEvent.keyDown(field(LOG), { key: 'Enter', ctrlKey: true })

test('an entry of the log is there again when one comes back to the crisis, and only there', () => {
  const { unmount } = show(<LogComposer crisisId={1} />)
  type(LOG, 'Hersteller angerufen')
  unmount()
  const other = show(<LogComposer crisisId={2} />)
  expect(field(LOG).value).toBe('')
  other.unmount()
  show(<LogComposer crisisId={1} />)
  expect(field(LOG).value).toBe('Hersteller angerufen')
})

test('an entry sent twice in a row is noted once, and what is typed meanwhile stays', async () => {
  show(<LogComposer crisisId={1} />)
  type(LOG, 'Hersteller angerufen')
  sendByKey()
  sendByKey()
  await settled()
  expect(field(LOG).value).toBe('')
  type(LOG, 'Rückruf läuft')
  await act(async () => of('moderation.crisisNote')[0]?.answer(RECEIPT))
  expect(of('moderation.crisisNote').map(({ input }) => (input as { text: string }).text)).toEqual([
    'Hersteller angerufen',
  ])
  expect(field(LOG).value).toBe('Rückruf läuft')
})

test('an entry that is refused comes back before what was typed meanwhile', async () => {
  show(<LogComposer crisisId={1} />)
  type(LOG, 'Hersteller angerufen')
  sendByKey()
  await settled()
  type(LOG, 'Rückruf läuft')
  await act(async () => of('moderation.crisisNote')[0]?.refuse(new Error('disk')))
  expect(field(LOG).value).toBe('Hersteller angerufen\nRückruf läuft')
})

test('a snippet that was closed beside is there again, until it is thrown away', () => {
  const onClose = vi.fn<() => void>()
  const { unmount } = show(<SnippetDialog snippet={null} onClose={onClose} />)
  type(/^Text/, 'Guten Tag, das tut uns leid.')
  unmount()
  const again = show(<SnippetDialog snippet={null} onClose={onClose} />)
  expect(field(/^Text/).value).toBe('Guten Tag, das tut uns leid.')
  click(/Entwurf verwerfen/)
  expect(onClose).toHaveBeenCalledOnce()
  again.unmount()
  show(<SnippetDialog snippet={null} onClose={onClose} />)
  expect(field(/^Text/).value).toBe('')
})

const RULE: Rule = {
  id: 4,
  name: 'Lieferung',
  isActive: true,
  conditions: {
    words: ['Paket'],
    kinds: [],
    channelIds: [],
    minStars: null,
    maxStars: null,
    contact: 'any',
    sentiments: [],
  },
  actions: {
    topicIds: [],
    priority: 'high',
    snippetId: null,
    escalateTo: null,
    escalateWithinMinutes: null,
    stop: false,
  },
} as unknown as Rule

test('a new rule asked for while another is being changed begins with nothing, and the other keeps its change', async () => {
  known.set('moderation.rules', [RULE])
  show(<RulesTab />)
  await settled()
  await settled()
  fireEvent.click(screen.getByRole('row', { name: 'Lieferung' }))
  type(/^Name/, 'Lieferung und Versand')
  await act(async () => {
    window.history.replaceState(null, '', '/moderation/setup/rules?new=1')
    window.dispatchEvent(new PopStateEvent('popstate'))
  })
  expect(field(/^Name/).value).toBe('')
  fireEvent.keyDown(field(/^Name/), { key: 'Escape' })
  fireEvent.click(screen.getByRole('row', { name: 'Lieferung' }))
  expect(field(/^Name/).value).toBe('Lieferung und Versand')
})

test('a crisis is not closed with a time that has a part missing; now is what one says again', async () => {
  const crisis = { id: 3, title: 'Schimmel', closedAt: null, checks: [] } as unknown as CrisisDetail
  show(<CloseDialog crisis={crisis} onClose={() => undefined} />)
  click(/: jetzt/)
  const hour = screen.getAllByRole('spinbutton')[3]!
  expect(document.activeElement?.getAttribute('role')).toBe('spinbutton')
  act(() => hour.focus())
  for (const key of ['Backspace', 'Backspace']) fireEvent.keyDown(hour, { key })
  click(/^Krise schließen/)
  expect(screen.getByText('Bitte Tag und Uhrzeit ganz eingeben.')).toBeTruthy()
  expect(of('moderation.crisisClose')).toEqual([])
  click(/Doch jetzt/)
  click(/^Krise schließen/)
  expect(of('moderation.crisisClose')[0]?.input).toMatchObject({ id: 3, at: null })
})

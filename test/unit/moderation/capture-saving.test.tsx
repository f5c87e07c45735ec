// What happens to a conversation between sending it and the ledger's answer: none is lost.
import { act } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import { EMPTY_DRAFT } from '../../../renderer/features/moderation/capture/capture-draft.ts'
import { useCapture } from '../../../renderer/features/moderation/capture/capture-store.ts'
import { saveCapture } from '../../../renderer/features/moderation/capture/save-capture.ts'
import { useToasts } from '../../../renderer/ui/toast-store.ts'
import { asked, RECEIPT } from '../../support/held-host.ts'

vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)

const usual = { channelId: null, kind: 'comment' } as const
const order = { usual, receivedAt: 1, isTimed: false }
const FOUND = { url: null, channelId: null, post: null, kind: null, stars: null, handle: null, text: 'Erstes' }
const state = () => useCapture.getState()

async function answer(path: string, value: unknown): Promise<void> {
  expect(asked.at(-1)?.path).toBe(path)
  await act(async () => asked.at(-1)?.answer(value))
}
const refuse = () => act(async () => asked.at(-1)?.refuse(new Error('disk')))

beforeAll(startI18n)
beforeEach(() => {
  asked.length = 0
  useCapture.setState({ isOpen: true, draft: EMPTY_DRAFT, error: null, waiting: [], before: null })
  state().change({ text: 'Erstes' })
})
afterEach(() => useToasts.setState({ toasts: [] }))

test('the dialog is free at once, and the ledger is told what was recognised last', async () => {
  const done = saveCapture(order, true)
  expect(state()).toMatchObject({ isOpen: true, draft: EMPTY_DRAFT })
  await answer('moderation.recognise', FOUND)
  expect(asked.at(-1)?.input).toMatchObject({ conversation: { text: 'Erstes', kind: 'comment' }, topicIds: [] })
  await answer('moderation.capture', RECEIPT)
  await done
  expect(state().before).toEqual({ channelId: null, kind: 'comment' })
})

test('what cannot be saved comes back, with why', async () => {
  const done = saveCapture(order, false)
  expect(state().isOpen).toBe(false)
  await refuse()
  await done
  expect(state()).toMatchObject({ isOpen: true, draft: { text: 'Erstes' } })
  expect(state().error).not.toBeNull()
})

test('where the next one was begun meanwhile, it waits and changes places with it', async () => {
  const done = saveCapture(order, true)
  state().change({ text: 'Zweites' })
  await refuse()
  await done
  expect(state()).toMatchObject({ draft: { text: 'Zweites' }, waiting: [{ draft: { text: 'Erstes' } }] })
  state().resume(state().waiting[0]!)
  expect(state()).toMatchObject({ draft: { text: 'Erstes' }, waiting: [{ draft: { text: 'Zweites' }, error: null }] })
})

test('a topic that is still being typed is made before it is saved', async () => {
  state().change({ typedTopic: ' Lieferung ' })
  void saveCapture(order, false)
  await answer('moderation.recognise', FOUND)
  await answer('moderation.topics', [])
  expect(asked.at(-1)?.input).toMatchObject({ names: ['Lieferung'] })
  await answer('moderation.addTopics', RECEIPT)
  await answer('moderation.topics', [{ id: 4, name: 'Lieferung' }])
  expect(asked.at(-1)).toMatchObject({ path: 'moderation.capture', input: { topicIds: [4] } })
})

test('half a topic that is typed when the dialog is closed is not made later', async () => {
  state().change({ typedTopic: 'Repar' })
  state().close()
  void saveCapture(order, false)
  await answer('moderation.recognise', FOUND)
  expect(asked.at(-1)).toMatchObject({ path: 'moderation.capture', input: { topicIds: [] } })
})

test('a topic that was still being typed comes back with what was refused, and is seen', async () => {
  state().change({ typedTopic: 'Lieferung' })
  const done = saveCapture(order, false)
  await refuse()
  await done
  expect(state().draft).toMatchObject({ newTopics: ['Lieferung'], typedTopic: '' })
})

test('the timer starts on what was saved', async () => {
  void saveCapture({ ...order, isTimed: true }, false)
  await answer('moderation.recognise', FOUND)
  await answer('moderation.capture', RECEIPT)
  expect(asked.at(-1)).toMatchObject({
    path: 'time.start',
    input: { work: { activity: 'dialogue', targets: [{ conversationId: RECEIPT.recordId }] } },
  })
})

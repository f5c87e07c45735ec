// A file of many pieces: how far it is, that it can be stopped, and that only a whole one is handed over.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FilePiece } from '../../../shared/contract/file-pieces.ts'
import { cancelSaving, saveFile, useFileSaving } from '../../../renderer/lib/save-file.ts'

const showError = vi.hoisted(() => vi.fn<(error: unknown) => void>())
vi.mock('../../../renderer/lib/undo-actions.ts', () => ({ showError }))

const saved: { name: string; blob: Blob }[] = []
beforeEach(() => {
  saved.length = 0
  showError.mockReset()
  useFileSaving.setState({ saving: null, ended: null })
  let blob = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((each) => {
    blob = each as Blob
    return 'blob:x'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob })
  })
})
afterEach(() => vi.restoreAllMocks())

const start: FilePiece = { kind: 'start', fileName: 'Buchungen.csv', mediaType: 'text/csv', total: 3 }

test('pieces are counted and put together', async () => {
  const seen: (number | undefined)[] = []
  async function* pieces(): AsyncGenerator<FilePiece> {
    yield start
    for (const done of [1, 2, 3]) {
      seen.push(useFileSaving.getState().saving?.done)
      yield { kind: 'piece', text: `Zeile ${done}\n`, done }
    }
    seen.push(useFileSaving.getState().saving?.done)
  }
  await saveFile(() => Promise.resolve(pieces()))
  expect(seen).toEqual([0, 1, 2, 3])
  expect(saved.map(({ name }) => name)).toEqual(['Buchungen.csv'])
  expect(await saved[0]?.blob.text()).toBe('Zeile 1\nZeile 2\nZeile 3\n')
  expect(useFileSaving.getState()).toEqual({ saving: null, ended: null })
})

test('what is cancelled is not saved', async () => {
  let isStopped = false
  async function* pieces(): AsyncGenerator<FilePiece> {
    try {
      yield start
      yield { kind: 'piece', text: 'Zeile 1\n', done: 1 }
      cancelSaving()
      expect(useFileSaving.getState().saving?.isCancelling).toBe(true)
      yield { kind: 'piece', text: 'Zeile 2\n', done: 2 }
    } finally {
      isStopped = true
    }
  }
  await saveFile(() => Promise.resolve(pieces()))
  expect(saved).toEqual([])
  expect(isStopped).toBe(true)
  expect(useFileSaving.getState()).toEqual({ saving: null, ended: 'cancelled' })
  expect(showError).not.toHaveBeenCalled()
})

test('a file that breaks off is told, not saved', async () => {
  const broken = new Error('gone')
  async function* pieces(): AsyncGenerator<FilePiece> {
    yield start
    yield { kind: 'piece', text: 'Zeile 1\n', done: 1 }
    throw broken
  }
  await saveFile(() => Promise.resolve(pieces()))
  expect(saved).toEqual([])
  expect(showError).toHaveBeenCalledWith(broken)
  expect(useFileSaving.getState().saving).toBeNull()
})

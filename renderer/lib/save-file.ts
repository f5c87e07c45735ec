/** Writes a file of the backend's piece by piece, shows how far it is, and hands it to the browser or the window to be saved. */
import { create } from 'zustand'
import type { FilePiece } from '../../shared/contract/file-pieces.ts'
import { download } from './download.ts'
import { showError } from './undo-actions.ts'

/** Asks the backend for the pieces of a file. */
type OpenFile = (options: { readonly signal: AbortSignal }) => Promise<AsyncIterable<FilePiece>>

export interface FileSaving {
  readonly name: string
  readonly done: number
  readonly total: number
  readonly isCancelling: boolean
}

/** One file at a time; null: none. */
export const useFileSaving = create<{ readonly saving: FileSaving | null; readonly ended: 'cancelled' | null }>()(
  () => ({ saving: null, ended: null }),
)

/** Joined so often that the text of a large ledger lies on disk instead of in memory. */
const CHARACTERS_PER_PART = 8_000_000

let controller: AbortController | null = null

export async function saveFile(open: OpenFile): Promise<void> {
  if (controller) return
  controller = new AbortController()
  const { signal } = controller
  try {
    const file = await readFile(open, signal)
    if (file && !signal.aborted) download(file.blob, file.name)
  } catch (error) {
    if (!signal.aborted) showError(error)
  } finally {
    useFileSaving.setState({ saving: null, ended: signal.aborted ? 'cancelled' : null })
    controller = null
  }
}

export function cancelSaving(): void {
  const { saving } = useFileSaving.getState()
  if (saving) useFileSaving.setState({ saving: { ...saving, isCancelling: true } })
  controller?.abort()
}

interface WrittenFile {
  readonly name: string
  readonly blob: Blob
}

async function readFile(open: OpenFile, signal: AbortSignal): Promise<WrittenFile | null> {
  const pieces = await open({ signal })
  const parts: Blob[] = []
  let name = ''
  let mediaType = ''
  let text = ''
  for await (const event of pieces) {
    if (signal.aborted) return null
    if (event.kind === 'start') {
      name = event.fileName
      mediaType = event.mediaType
      useFileSaving.setState({ saving: { name, done: 0, total: event.total, isCancelling: false } })
      continue
    }
    text += event.text
    if (text.length > CHARACTERS_PER_PART) {
      parts.push(new Blob([text]))
      text = ''
    }
    const { saving } = useFileSaving.getState()
    if (saving) useFileSaving.setState({ saving: { ...saving, done: event.done } })
  }
  return { name, blob: new Blob([...parts, text], { type: mediaType }) }
}

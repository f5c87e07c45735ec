/** Hands the files of the draft over to the backend, one after the other and in small pieces. */
import { MAX_FILES_AT_ONCE, MAX_IMPORT_BYTES } from '../../../shared/domain/import-limits.ts'
import { client } from '../../lib/api.ts'
import { describeCode, describeError } from '../../lib/errors.ts'
import { formatFor } from '../../lib/format.ts'
import { handOver } from '../../lib/hand-over.ts'
import { useViewSettings } from '../../lib/view-settings.ts'
import { type DraftFile, newDraftFile, refuseFile, updateFile, useDraft } from './draft-store.ts'
import { fileSize } from './file-size.ts'

const controllers = new Map<string, AbortController>()
let isRunning = false

/** Puts files into the draft; tells how many were left out because they lie there already or there are too many. */
export function addFiles(files: readonly File[]): { readonly known: number; readonly tooMany: number } {
  const present = useDraft.getState().files
  const fresh = files.filter((file) => !present.some((other) => isSameFile(other.file, file)))
  const taken = fresh.slice(0, Math.max(0, MAX_FILES_AT_ONCE - present.length))
  const drafts = taken.map(newDraftFile).map(refuseTooLarge)
  useDraft.setState({ files: [...present, ...drafts], done: null, error: null })
  void run()
  return { known: files.length - fresh.length, tooMany: fresh.length - taken.length }
}

function isSameFile(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
}

/** Before a byte is read: reading 300 MB only to be told that they are too many helps nobody. */
function refuseTooLarge(draft: DraftFile): DraftFile {
  const { name, size: bytes } = draft.file
  if (bytes <= MAX_IMPORT_BYTES) return draft
  const { language, currency } = useViewSettings.getState()
  const format = formatFor(language, currency)
  const sizes = { size: fileSize(bytes, format), limit: fileSize(MAX_IMPORT_BYTES, format) }
  return { ...draft, state: 'refused', error: describeCode('file_too_large', { name, ...sizes }) }
}

export function removeFile(id: string): void {
  controllers.get(id)?.abort()
  const file = useDraft.getState().files.find((one) => one.id === id)
  useDraft.setState(({ files }) => ({ files: files.filter((one) => one.id !== id) }))
  if (file) forget(file)
}

export function discardDraft(): void {
  for (const file of useDraft.getState().files) removeFile(file.id)
  useDraft.setState({ mappings: {}, error: null })
}

/** The draft is done with: the backend has forgotten its files by itself. */
export function clearDraft(): void {
  useDraft.setState({ files: [], mappings: {}, error: null, commit: null })
}

function forget({ handle }: DraftFile): void {
  // A backend that is away has forgotten the file anyway.
  if (handle !== null) void client.imports.discard({ handle }).catch(() => undefined)
}

/** Hands all files over once more: the backend was started again and has lost them, the page has not. */
export function stageAgain(): void {
  const files = useDraft.getState().files.map((file): DraftFile => {
    return file.state === 'staged' ? { ...file, state: 'waiting', handle: null, sentBytes: 0 } : file
  })
  useDraft.setState(({ restages }) => ({ files, restages: restages + 1 }))
  void run()
}

/** Resolves when no file is on its way any more. */
export function whenStaged(): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = useDraft.subscribe(check)
    check()
    function check(): void {
      if (useDraft.getState().files.some(({ state }) => state === 'waiting' || state === 'staging')) return
      unsubscribe()
      resolve()
    }
  })
}

export function retryFile(id: string): void {
  updateFile(id, { state: 'waiting', error: null, sentBytes: 0, handle: null })
  void run()
}

async function run(): Promise<void> {
  if (isRunning) return
  isRunning = true
  try {
    for (let next = nextWaiting(); next; next = nextWaiting()) await stageFile(next)
  } finally {
    isRunning = false
  }
}

function nextWaiting(): DraftFile | undefined {
  return useDraft.getState().files.find((file) => file.state === 'waiting')
}

const attempts = 3

async function stageFile({ id, file }: DraftFile): Promise<void> {
  const controller = new AbortController()
  controllers.set(id, controller)
  updateFile(id, { state: 'staging', sentBytes: 0 })
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const handle = await handOver(file, client.imports, controller.signal, (sentBytes) =>
          updateFile(id, { sentBytes }),
        )
        if (controller.signal.aborted) forget({ ...newDraftFile(file), handle })
        else updateFile(id, { state: 'staged', handle })
        return
      } catch (error) {
        if (controller.signal.aborted) return
        if (attempt >= attempts || !isWorthAnotherTry(error)) throw error
      }
    }
  } catch (error) {
    refuseFile(id, error)
  } finally {
    controllers.delete(id)
  }
}

/** The backend went away in between; the next call waits for the one that is started in its place. */
function isWorthAnotherTry(error: unknown): boolean {
  const { code } = describeError(error)
  return code === 'connection_lost' || code === 'file_gone'
}

/** Writes the draft: one command, its progress, and what is said at the end. */
import type { MappingItem } from '../../../shared/contract/imports.ts'
import { client } from '../../lib/api.ts'
import { describeError } from '../../lib/errors.ts'
import { settle } from '../../lib/use-command.ts'
import { mappingKey, type RowCounts, useDraft } from './draft-store.ts'
import type { Writable } from './preview-queries.ts'
import { clearDraft, stageAgain, whenStaged } from './staging.ts'

let controller: AbortController | null = null

export function countRows(files: readonly Writable[]): RowCounts {
  const counts = { time: 0, 'ad-spend': 0, order: 0, gone: 0, files: files.length }
  for (const { preview, rows, goneRows } of files) {
    counts[preview.recordKind] += rows
    counts.gone += goneRows
  }
  return counts
}

export interface CommitRequest {
  readonly files: readonly Writable[]
  readonly idleFiles: number
  readonly unreadableFiles: number
  readonly mappings: readonly MappingItem[]
  /** What was done, for the toast and for undo. */
  readonly label: string
}

export async function commitDraft({ files, mappings, label, ...others }: CommitRequest): Promise<void> {
  controller = new AbortController()
  const { signal } = controller
  const total = files.reduce((sum, file) => sum + file.preview.rows, 0)
  useDraft.setState({ commit: { done: 0, total, isCancelling: false }, error: null })
  try {
    const { receipt, batchIds } = await writeFiles(files, answersOf(mappings), signal)
    clearDraft()
    useDraft.setState({ done: { batchIds, counts: countRows(files), ...others } })
    await settle(receipt, label)
  } catch (error) {
    useDraft.setState({ commit: null })
    if (signal.aborted) return
    useDraft.setState({ error: describeError(error) })
  } finally {
    controller = null
  }
}

export function cancelCommit(): void {
  const { commit } = useDraft.getState()
  if (commit) useDraft.setState({ commit: { ...commit, isCancelling: true } })
  controller?.abort()
}

type Answers = Parameters<typeof client.imports.commit>[0]['mappings']

/** Only what differs from the suggestion; the rest is taken as suggested. */
function answersOf(items: readonly MappingItem[]): Answers {
  const { mappings } = useDraft.getState()
  return items.flatMap(({ source, value }) => {
    const target = mappings[mappingKey(source, value)]
    return target ? [{ source, value, target }] : []
  })
}

const attempts = 2

/** A backend that was started again in between has lost the files but not the ledger: hand them over and ask once more. */
async function writeFiles(files: readonly Writable[], mappings: Answers, signal: AbortSignal) {
  const commandId = crypto.randomUUID()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write(commandId, files, mappings, signal)
    } catch (error) {
      const { code } = describeError(error)
      const isLost = code === 'file_gone' || code === 'connection_lost'
      if (!isLost || attempt >= attempts || signal.aborted) throw error
      stageAgain()
      await whenStaged()
    }
  }
}

async function write(commandId: string, files: readonly Writable[], mappings: Answers, signal: AbortSignal) {
  const staged = new Map(useDraft.getState().files.map(({ id, handle }) => [id, handle]))
  const choices = files.map(({ draft, preview }) => ({
    handle: staged.get(draft.id) ?? preview.handle,
    answers: draft.answers,
    applyChanged: draft.applyChanged,
    removeGone: draft.removeGone,
    clientId: preview.recordKind === 'order' ? draft.clientId : null,
  }))
  const events = await client.imports.commit({ commandId, files: choices, mappings }, { signal })
  let done: { receipt: Parameters<typeof settle>[0]; batchIds: readonly number[] } | null = null
  for await (const event of events) {
    if (event.kind === 'done') done = event
    else useDraft.setState(({ commit }) => ({ commit: commit && { ...commit, done: event.done, total: event.total } }))
  }
  if (!done) throw new Error('the connection closed before the import was done')
  return done
}

/** What the staged files would write, read anew whenever an answer, a file or the ledger changes. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FilePreview, Inspection } from '../../../shared/contract/imports.ts'
import { api } from '../../lib/api.ts'
import { describeError } from '../../lib/errors.ts'
import { type DraftFile, useDraft } from './draft-store.ts'
import { stageAgain } from './staging.ts'

export type ReadableFile = Extract<FilePreview, { state: 'readable' }>
export type UnreadableFile = Extract<FilePreview, { state: 'unreadable' }>

/** How often a draft is handed over again by itself before the person is told. */
const restagesAllowed = 3

export function useInspection() {
  const files = useDraft((draft) => draft.files)
  const isCommitting = useDraft((draft) => draft.commit !== null)
  const staged = files.filter((file) => file.state === 'staged')
  const isStaging = files.some((file) => file.state === 'waiting' || file.state === 'staging')
  const input = { files: staged.map(({ handle, answers }) => ({ handle: handle ?? '', answers })) }
  const query = useQuery({
    ...api.imports.inspect.queryOptions({ input }),
    // While an import is written the ledger changes under it, and its files are forgotten at the end.
    enabled: staged.length > 0 && !isStaging && !isCommitting,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const restages = useDraft((draft) => draft.restages)
  const { error, isSuccess, isPlaceholderData } = query
  const isLost = error !== null && ['file_gone', 'connection_lost'].includes(describeError(error).code)
  const isRestaging = isLost && restages < restagesAllowed
  useEffect(() => {
    if (isSuccess && !isPlaceholderData) useDraft.setState({ restages: 0 })
  }, [isSuccess, isPlaceholderData])
  useEffect(() => {
    if (isRestaging) stageAgain()
    // The error is a new one each time, also where the same happens again.
  }, [isRestaging, error])
  return {
    inspection: staged.length > 0 ? query.data : undefined,
    isReading: (query.isFetching || isStaging || isRestaging) && staged.length + Number(isStaging) > 0,
    error: isRestaging ? null : query.error,
    refetch: () => void query.refetch(),
  }
}

/** A file of the draft with what reading it came to; null while it is not read. */
export interface PreviewedFile {
  readonly draft: DraftFile
  readonly preview: FilePreview | null
}

export function pairPreviews(files: readonly DraftFile[], inspection: Inspection | undefined): PreviewedFile[] {
  const previews = new Map(inspection?.files.map((preview) => [preview.handle, preview]))
  return files.map((draft) => ({
    draft,
    preview: draft.handle === null ? null : (previews.get(draft.handle) ?? null),
  }))
}

/** Every time entry stands under its project; what is left has none. */
export function countWithoutProject({ files, mappings }: Inspection): number {
  let count = 0
  for (const file of files) if (file.state === 'readable' && file.recordKind === 'time') count += file.rows
  for (const item of mappings) if (item.source === 'project') count -= item.count
  return mappings.length < mostMappings ? count : 0
}

/** A longer list arrives cut, so nothing can be counted by it. */
const mostMappings = 5_000

export interface Writable {
  readonly draft: DraftFile
  readonly preview: ReadableFile
  /** Rows that would be written, and rows that would go. */
  readonly rows: number
  readonly goneRows: number
}

/** What importing a file would do under the present choices; null when it cannot be imported at all. */
export function toWritable({ draft, preview }: PreviewedFile): Writable | null {
  if (preview?.state !== 'readable' || preview.questions.length > 0) return null
  const { newRows, changedRows, goneRows } = preview.comparison
  return {
    draft,
    preview,
    rows: newRows + (draft.applyChanged ? changedRows : 0),
    goneRows: draft.removeGone ? goneRows : 0,
  }
}

export function hasSomethingToWrite({ rows, goneRows }: Writable): boolean {
  return rows + goneRows > 0
}

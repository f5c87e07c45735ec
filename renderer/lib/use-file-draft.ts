/** Files that go along with something that is being written: those attached already, those on their way, those taken off. */
import { useState } from 'react'
import { MAX_RECEIPT_BYTES, type ReceiptProblem } from '../../shared/domain/receipt-file.ts'
import { describeError } from './errors.ts'
import { useFormat } from './use-format.ts'
import { type NewFile, type TakenFiles, useUploads } from './use-uploads.ts'

export interface FileDraft<Attached> {
  /** Attached ones that stay. */
  readonly kept: readonly Attached[]
  readonly added: readonly NewFile[]
  readonly problem: string | null
  add(files: readonly File[]): void
  takeOff(id: number): void
  takeBack(key: string): void
  /** What goes with the command, once everything is handed over; null when something could not be. */
  settled(): Promise<{ attach: string[]; detach: number[] } | null>
  /** Takes what was added along with a command: what is added from now on waits for the next. */
  take(): TakenFiles
  /** What was added is not wanted, or is where it belongs by now. */
  discard(): void
}

export interface FileRules {
  readonly maximum: number
  /** What was added outlives the form, under this name. */
  readonly keptAs?: string
  /** What is wrong with a file, by its name and first bytes. */
  problemOf(fileName: string, bytes: Uint8Array): ReceiptProblem | null
  /** The sentences for a file that is refused. */
  readonly say: {
    tooMany(): string
    tooLarge(values: { readonly name: string; readonly size: string; readonly limit: string }): string
    failed(name: string): string
    reason(reason: ReceiptProblem, name: string): string
  }
}

/** As much of a file as shows what it is. */
const HEAD_BYTES = 1024

export function useFileDraft<Attached extends { readonly id: number }>(
  attached: readonly Attached[],
  { maximum, problemOf, say, keptAs }: FileRules,
): FileDraft<Attached> {
  const format = useFormat()
  const [detached, setDetached] = useState<readonly number[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const uploads = useUploads((file, error) => {
    const { code, meaning } = describeError(error)
    setProblem(`${say.failed(file.name)}${code === 'unknown' ? '' : ` ${meaning}`}`)
  }, keptAs)
  const kept = attached.filter(({ id }) => !detached.includes(id))

  /** Says why a file is not taken, before it is handed over; null when it is. */
  async function refusalOf(file: File): Promise<string | null> {
    if (kept.length + uploads.count() >= maximum) return say.tooMany()
    const sizes = { name: file.name, size: format.bytes(file.size), limit: format.bytes(MAX_RECEIPT_BYTES) }
    if (file.size > MAX_RECEIPT_BYTES) return say.tooLarge(sizes)
    const reason = problemOf(file.name, new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
    return reason === null ? null : say.reason(reason, file.name)
  }

  async function add(files: readonly File[]) {
    setProblem(null)
    for (const file of files) {
      const refused = await refusalOf(file)
      if (refused !== null) setProblem(refused)
      else uploads.start(file)
    }
  }

  return {
    kept,
    added: uploads.files,
    problem,
    add: (files) => void add(files),
    takeOff: (id) => setDetached((before) => [...before, id]),
    takeBack: uploads.forget,
    settled: async () => {
      const attach = await uploads.handles()
      return attach && { attach, detach: [...detached] }
    },
    take: uploads.take,
    discard: uploads.forgetAll,
  }
}

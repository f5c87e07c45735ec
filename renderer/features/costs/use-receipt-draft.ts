/** Receipts of an expense that is being edited: those attached already, those on their way, those taken off. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/contract/costs.ts'
import { MAX_RECEIPT_BYTES, MAX_RECEIPTS_OF_ONE, receiptProblem } from '../../../shared/domain/receipt-file.ts'
import { client } from '../../lib/api.ts'
import { withReconnect } from '../../lib/connection-error.ts'
import { describeError } from '../../lib/errors.ts'
import { handOver } from '../../lib/hand-over.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useReasons } from './field-problems.ts'

export interface NewReceipt {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly state: 'uploading' | 'ready'
}

interface Upload {
  readonly file: File
  readonly controller: AbortController
  readonly handle: Promise<string | null>
}

export interface ReceiptDraft {
  /** Attached ones that stay. */
  readonly kept: readonly Attachment[]
  readonly added: readonly NewReceipt[]
  readonly problem: string | null
  add(files: readonly File[]): void
  takeOff(id: number): void
  takeBack(key: string): void
  /** What goes with the command, once everything is handed over; null when something could not be. */
  settled(): Promise<{ attach: string[]; detach: number[] } | null>
  /** The form is closed without saving. */
  discard(): void
}

const target = {
  stage: (input: { name: string; bytes: number }, options: { signal?: AbortSignal }) =>
    client.costs.stageReceipt(input, options),
  append: (input: { handle: string; base64: string }, options: { signal?: AbortSignal }) =>
    client.costs.appendReceipt(input, options),
}

export function useReceiptDraft(attached: readonly Attachment[]): ReceiptDraft {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const say = useReasons()
  const [added, setAdded] = useState<readonly NewReceipt[]>([])
  const [detached, setDetached] = useState<readonly number[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const uploads = useRef(new Map<string, Upload>())
  const kept = attached.filter(({ id }) => !detached.includes(id))

  async function refusal(file: File): Promise<string | null> {
    const sizes = { name: file.name, size: format.bytes(file.size), limit: format.bytes(MAX_RECEIPT_BYTES) }
    if (file.size > MAX_RECEIPT_BYTES) return t('receipts.tooLarge', sizes)
    // The beginning is enough to see what a file is.
    const reason = receiptProblem(file.name, new Uint8Array(await file.slice(0, 1024).arrayBuffer()))
    return reason === null ? null : say(reason, file.name)
  }

  function forget(key: string) {
    const upload = uploads.current.get(key)
    uploads.current.delete(key)
    setAdded((before) => before.filter((one) => one.key !== key))
    if (!upload) return
    upload.controller.abort()
    void upload.handle.then((handle) => {
      // A backend that is away has forgotten the file anyway.
      if (handle !== null) void client.costs.discardReceipt({ handle }).catch(() => undefined)
    })
  }

  function start(file: File) {
    const key = crypto.randomUUID()
    const controller = new AbortController()
    const handle = withReconnect(() => handOver(file, target, controller.signal)).then(
      (staged) => {
        setAdded((before) => before.map((one) => (one.key === key ? { ...one, state: 'ready' } : one)))
        return staged
      },
      (error: unknown) => {
        if (!controller.signal.aborted) {
          const { code, meaning } = describeError(error)
          setProblem(`${t('receipts.failed', { name: file.name })}${code === 'unknown' ? '' : ` ${meaning}`}`)
        }
        setAdded((before) => before.filter((one) => one.key !== key))
        uploads.current.delete(key)
        return null
      },
    )
    uploads.current.set(key, { file, controller, handle })
    setAdded((before) => [...before, { key, name: file.name, bytes: file.size, state: 'uploading' }])
  }

  async function add(files: readonly File[]) {
    setProblem(null)
    let room = MAX_RECEIPTS_OF_ONE - kept.length - uploads.current.size
    for (const file of files) {
      const refused = room <= 0 ? t('receipts.tooMany', { count: MAX_RECEIPTS_OF_ONE }) : await refusal(file)
      if (refused !== null) setProblem(refused)
      else {
        start(file)
        room -= 1
      }
    }
  }

  async function settled() {
    const expected = uploads.current.size
    const handles = await Promise.all([...uploads.current.values()].map(({ handle }) => handle))
    const attach = handles.filter((handle) => handle !== null)
    return attach.length === expected ? { attach, detach: [...detached] } : null
  }

  return {
    kept,
    added,
    problem,
    add: (files) => void add(files),
    takeOff: (id) => setDetached((before) => [...before, id]),
    takeBack: forget,
    settled,
    discard: () => {
      for (const key of uploads.current.keys()) forget(key)
    },
  }
}

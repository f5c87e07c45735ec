/** Files on their way to the backend, until the command they go with is sent. */
import { useRef, useState } from 'react'
import { client } from './api.ts'
import { withReconnect } from './connection-error.ts'
import { handOver } from './hand-over.ts'

export interface NewFile {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly state: 'uploading' | 'ready'
}

interface Upload {
  readonly controller: AbortController
  readonly handle: Promise<string | null>
}

export interface Uploads {
  readonly files: readonly NewFile[]
  /** How many there are right now, also within one turn. */
  count(): number
  start(file: File): void
  forget(key: string): void
  forgetAll(): void
  /** The handles of all, once they are there; null when one could not be handed over. */
  handles(): Promise<string[] | null>
}

const target = {
  stage: (input: { name: string; bytes: number }, options: { signal?: AbortSignal }) =>
    client.costs.stageReceipt(input, options),
  append: (input: { handle: string; base64: string }, options: { signal?: AbortSignal }) =>
    client.costs.appendReceipt(input, options),
}

export function useUploads(onFailure: (file: File, error: unknown) => void): Uploads {
  const [files, setFiles] = useState<readonly NewFile[]>([])
  const uploads = useRef(new Map<string, Upload>())

  function leave(key: string): Upload | undefined {
    const upload = uploads.current.get(key)
    uploads.current.delete(key)
    setFiles((before) => before.filter((one) => one.key !== key))
    return upload
  }

  function forget(key: string) {
    const upload = leave(key)
    upload?.controller.abort()
    void upload?.handle.then((handle) => {
      // A backend that is away has forgotten the file anyway.
      if (handle !== null) void client.costs.discardReceipt({ handle }).catch(() => undefined)
    })
  }

  async function send(key: string, file: File, signal: AbortSignal): Promise<string | null> {
    try {
      const handle = await withReconnect(() => handOver(file, target, signal))
      setFiles((before) => before.map((one) => (one.key === key ? { ...one, state: 'ready' } : one)))
      return handle
    } catch (error) {
      leave(key)
      if (!signal.aborted) onFailure(file, error)
      return null
    }
  }

  function start(file: File) {
    const key = crypto.randomUUID()
    const controller = new AbortController()
    setFiles((before) => [...before, { key, name: file.name, bytes: file.size, state: 'uploading' }])
    uploads.current.set(key, { controller, handle: send(key, file, controller.signal) })
  }

  async function handles(): Promise<string[] | null> {
    const all = await Promise.all([...uploads.current.values()].map(({ handle }) => handle))
    const there = all.filter((handle) => handle !== null)
    return there.length === all.length ? there : null
  }

  return {
    files,
    count: () => uploads.current.size,
    start,
    forget,
    forgetAll: () => [...uploads.current.keys()].forEach(forget),
    handles,
  }
}

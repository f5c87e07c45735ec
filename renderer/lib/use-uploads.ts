/** Files on their way to the backend, until the command they go with is sent. */
import { useState } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { client } from './api.ts'
import { withReconnect } from './connection-error.ts'
import { handOver } from './hand-over.ts'
import { onLedgerLeft } from './ledger-memory.ts'

export interface NewFile {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly state: 'uploading' | 'ready'
}

interface Upload extends NewFile {
  readonly controller: AbortController
  readonly handle: Promise<string | null>
}

/** Files that are on their way with a command. */
export interface TakenFiles {
  /** The handles of all, once they are there; null when one could not be handed over. */
  handles(): Promise<string[] | null>
  /** The command failed: they wait again. */
  putBack(): Promise<void>
  /** They are where they belong. */
  letGo(): void
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
  /** Takes all of them: what is started from now on belongs to the next command. */
  take(): TakenFiles
}

type Store = StoreApi<readonly Upload[]>

const newStore = (): Store => createStore(() => [])

/** Those that outlive their form. */
const keptStores = new Map<string, Store>()

function keptStore(key: string): Store {
  const store = keptStores.get(key) ?? newStore()
  keptStores.set(key, store)
  return store
}

/** What waits under this name is not wanted any more. */
export function forgetKeptUploads(keptAs: string): void {
  const store = keptStores.get(keptAs)
  if (store) for (const { key } of store.getState()) forget(store, key)
}

onLedgerLeft(() => keptStores.forEach((_, keptAs) => forgetKeptUploads(keptAs)))

const target = {
  stage: (input: { name: string; bytes: number }, options: { signal?: AbortSignal }) =>
    client.costs.stageReceipt(input, options),
  append: (input: { handle: string; base64: string }, options: { signal?: AbortSignal }) =>
    client.costs.appendReceipt(input, options),
}

function leave(store: Store, key: string): void {
  store.setState(
    store.getState().filter((one) => one.key !== key),
    true,
  )
}

function discard({ controller, handle }: Upload): void {
  controller.abort()
  void handle.then((there) => {
    // A backend that is away has forgotten the file anyway.
    if (there !== null) void client.costs.discardReceipt({ handle: there }).catch(() => undefined)
  })
}

function forget(store: Store, key: string): void {
  const upload = store.getState().find((one) => one.key === key)
  leave(store, key)
  if (upload) discard(upload)
}

async function handlesOf(uploads: readonly Upload[]): Promise<string[] | null> {
  const all = await Promise.all(uploads.map(({ handle }) => handle))
  const there = all.filter((handle) => handle !== null)
  return there.length === all.length ? there : null
}

function takeAll(store: Store): TakenFiles {
  const taken = store.getState()
  store.setState([], true)
  return {
    handles: () => handlesOf(taken),
    putBack: async () => {
      const handles = await Promise.all(taken.map(({ handle }) => handle))
      const there = taken.filter((_, index) => handles[index] !== null)
      store.setState([...there.map((one) => ({ ...one, state: 'ready' as const })), ...store.getState()], true)
    },
    letGo: () => taken.forEach(discard),
  }
}

async function send(store: Store, key: string, file: File, signal: AbortSignal): Promise<string> {
  const handle = await withReconnect(() => handOver(file, target, signal))
  store.setState(
    store.getState().map((one) => (one.key === key ? { ...one, state: 'ready' } : one)),
    true,
  )
  return handle
}

/** With `keptAs` they outlive the form, and are there again where it is shown anew. */
export function useUploads(onFailure: (file: File, error: unknown) => void, keptAs?: string): Uploads {
  const [own] = useState(newStore)
  const store = keptAs === undefined ? own : keptStore(keptAs)
  const files = useStore(store)

  function start(file: File) {
    const key = crypto.randomUUID()
    const controller = new AbortController()
    const handle = send(store, key, file, controller.signal).catch((error: unknown) => {
      leave(store, key)
      if (!controller.signal.aborted) onFailure(file, error)
      return null
    })
    const upload: Upload = { key, name: file.name, bytes: file.size, state: 'uploading', controller, handle }
    store.setState([...store.getState(), upload], true)
  }

  return {
    files,
    count: () => store.getState().length,
    start,
    forget: (key) => forget(store, key),
    forgetAll: () => store.getState().forEach(({ key }) => forget(store, key)),
    handles: () => handlesOf(store.getState()),
    take: () => takeAll(store),
  }
}

/** Listens to what changed, from whatever window it came, and reads again what is concerned. Also the first to notice that the backend is away. */
import { backend, client } from '../lib/api.ts'
import { useConnection } from '../lib/connection-store.ts'
import { invalidateFeatures } from '../lib/query-client.ts'
import { useUndoStore } from '../lib/undo-store.ts'

const firstPauseMs = 250
const longestPauseMs = 4_000
/** A short restart should not flash a banner. */
const graceMs = 400

export function followChanges(): () => void {
  let isStopped = false
  let current = new AbortController()

  async function follow() {
    let pauseMs = firstPauseMs
    while (!isStopped) {
      current = new AbortController()
      try {
        const changes = await client.app.changes(undefined, { signal: current.signal })
        if (!useConnection.getState().isConnected) await invalidateFeatures('all')
        useConnection.getState().setConnected(true)
        pauseMs = firstPauseMs
        for await (const { features, isUndoGone } of changes) {
          if (isUndoGone) useUndoStore.getState().clear()
          if (features.length > 0) await invalidateFeatures([...features, 'result', 'app'])
        }
      } catch {
        // Whatever ended the stream, the remedy is the same: wait a moment and listen again.
      }
      if (isStopped) return
      await wait(Math.max(pauseMs, graceMs))
      await probe()
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }

  /** A stream that ended is not yet a backend that is away. */
  async function probe() {
    const answer = client.app.status().then(
      () => true,
      () => false,
    )
    const isThere = await Promise.race([answer, wait(1_500).then(() => false)])
    if (!isThere) useConnection.getState().setConnected(false)
  }

  backend.onReconnect(() => {
    current.abort()
    useConnection.getState().setConnected(true)
    void invalidateFeatures('all')
  })
  void follow()
  return () => {
    isStopped = true
    current.abort()
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** Tells every window what a command changed. Listeners that do not keep up get one notice for all they missed. */
import type { Feature, Receipt } from '../../shared/contract/fields.ts'

export interface ChangeNotice {
  readonly features: Feature[]
  /** What could be undone until now no longer can, in no window. */
  readonly isUndoGone: boolean
}

type Listener = (features: readonly Feature[], isUndoGone: boolean) => void

export class ChangeHub {
  readonly #listeners = new Set<Listener>()

  announce(changed: Receipt['changed']): void {
    this.announceFeatures(changed.map((change) => change.feature))
  }

  announceFeatures(features: readonly Feature[]): void {
    if (features.length > 0) this.#tell(features, false)
  }

  /** After an erasure, or where another ledger took the place. */
  announceUndoGone(): void {
    this.#tell([], true)
  }

  #tell(features: readonly Feature[], isUndoGone: boolean): void {
    for (const listener of this.#listeners) listener(features, isUndoGone)
  }

  /** Notices from now on, until the signal fires. */
  async *notices(signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice, void> {
    const pending = new Set<Feature>()
    let isGone = false
    let wake = () => {}
    const listener: Listener = (features, isUndoGone) => {
      isGone ||= isUndoGone
      for (const feature of features) pending.add(feature)
      wake()
    }
    const stop = () => wake()
    this.#listeners.add(listener)
    signal?.addEventListener('abort', stop)
    try {
      while (!signal?.aborted) {
        if (pending.size === 0 && !isGone) await new Promise<void>((resolve) => (wake = resolve))
        if (pending.size === 0 && !isGone) continue
        const notice = { features: [...pending], isUndoGone: isGone }
        pending.clear()
        isGone = false
        yield notice
      }
    } finally {
      this.#listeners.delete(listener)
      signal?.removeEventListener('abort', stop)
    }
  }
}

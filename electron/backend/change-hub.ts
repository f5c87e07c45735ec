/** Tells every window what a command changed. Listeners that do not keep up get one notice for all they missed. */
import type { Feature, Receipt } from '../../shared/contract/fields.ts'

export interface ChangeNotice {
  readonly features: Feature[]
}

type Listener = (features: readonly Feature[]) => void

export class ChangeHub {
  readonly #listeners = new Set<Listener>()

  announce(changed: Receipt['changed']): void {
    this.announceFeatures(changed.map((change) => change.feature))
  }

  announceFeatures(features: readonly Feature[]): void {
    if (features.length === 0) return
    for (const listener of this.#listeners) listener(features)
  }

  /** Notices from now on, until the signal fires. */
  async *notices(signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice, void> {
    const pending = new Set<Feature>()
    let wake = () => {}
    const listener: Listener = (features) => {
      for (const feature of features) pending.add(feature)
      wake()
    }
    const stop = () => wake()
    this.#listeners.add(listener)
    signal?.addEventListener('abort', stop)
    try {
      while (!signal?.aborted) {
        if (pending.size === 0) await new Promise<void>((resolve) => (wake = resolve))
        if (pending.size === 0) continue
        const features = [...pending]
        pending.clear()
        yield { features }
      }
    } finally {
      this.#listeners.delete(listener)
      signal?.removeEventListener('abort', stop)
    }
  }
}

/** Going to the sample ledger and back. What could be undone, and what was begun, belongs to the ledger one leaves. */
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { client } from './api.ts'
import { leaveLedger } from './ledger-memory.ts'
import { invalidateFeatures } from './query-client.ts'
import { showError } from './undo-actions.ts'

export interface LedgerSwitch {
  /** Opens the ledger and goes to a screen of it. */
  openSample(): Promise<void>
  openOwn(): Promise<void>
  readonly isSwitching: boolean
}

export function useLedgerSwitch(): LedgerSwitch {
  const [isSwitching, setIsSwitching] = useState(false)

  async function switchTo(open: () => Promise<unknown>, path: string) {
    setIsSwitching(true)
    try {
      await open()
      leaveLedger()
      await invalidateFeatures('all')
      navigate(path)
    } catch (error) {
      showError(error)
    } finally {
      setIsSwitching(false)
    }
  }

  return {
    openSample: () => switchTo(() => client.safekeeping.openSample(), '/result'),
    openOwn: () => switchTo(() => client.safekeeping.openOwn(), '/'),
    isSwitching,
  }
}

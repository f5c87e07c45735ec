import { useState } from 'react'
import type { VerifyReport } from '../../shared/contract/ledger.ts'
import { client } from './api.ts'
import { describeError, type DescribedError } from './errors.ts'

export interface Verification {
  /** Null until it has run; the last one stays while it runs again. */
  readonly report: VerifyReport | null
  readonly error: DescribedError | null
  readonly isRunning: boolean
  run(): Promise<void>
}

/** Checks the ledger when asked to. */
export function useVerify(): Verification {
  const [report, setReport] = useState<VerifyReport | null>(null)
  const [error, setError] = useState<DescribedError | null>(null)
  const [isRunning, setIsRunning] = useState(false)

  async function run() {
    setIsRunning(true)
    setError(null)
    try {
      setReport(await client.ledger.verify())
    } catch (thrown) {
      setError(describeError(thrown))
    } finally {
      setIsRunning(false)
    }
  }

  return { report, error, isRunning, run }
}

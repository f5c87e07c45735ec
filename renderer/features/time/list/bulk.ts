/** What a change of many entries may touch; what it leaves alone is counted by its reason, to be said. */
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'

export interface LeftAlone {
  readonly invoiced: number
  readonly closed: number
  readonly running: number
}

export interface Divided {
  readonly touched: readonly TimeEntry[]
  readonly left: LeftAlone
}

function divide(entries: readonly TimeEntry[], reasonOf: (entry: TimeEntry) => keyof LeftAlone | null): Divided {
  const left = { invoiced: 0, closed: 0, running: 0 }
  const touched = entries.filter((entry) => {
    const reason = reasonOf(entry)
    if (reason !== null) left[reason] += 1
    return reason === null
  })
  return { touched, left }
}

/** Removing takes invoiced entries and closed months out. */
export function removable(entries: readonly TimeEntry[]): Divided {
  return divide(entries, ({ invoiceId, isSealed }) => (invoiceId !== null ? 'invoiced' : isSealed ? 'closed' : null))
}

/** So does moving; what still runs has no length to keep. */
export function movable(entries: readonly TimeEntry[]): Divided {
  return divide(entries, ({ invoiceId, isSealed, endedAt }) =>
    invoiceId !== null ? 'invoiced' : isSealed ? 'closed' : endedAt === null ? 'running' : null,
  )
}

/** What work was for may change in closed months, by corrections; whose it was may not. */
export function changeable(entries: readonly TimeEntry[], isOfPerson: boolean): Divided {
  return divide(entries, ({ invoiceId, isSealed }) =>
    invoiceId !== null ? 'invoiced' : isOfPerson && isSealed ? 'closed' : null,
  )
}

export function countLeft({ invoiced, closed, running }: LeftAlone): number {
  return invoiced + closed + running
}

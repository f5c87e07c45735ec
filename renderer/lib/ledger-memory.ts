/** What a window remembers of the ledger that is open: drafts, choices, open forms. In another ledger the same numbers mean other things. */
import type { StoreApi } from 'zustand'

const forgetters = new Set<() => void>()

/** Called when another ledger, or another state of this one, takes its place. */
export function onLedgerLeft(forget: () => void): void {
  forgetters.add(forget)
}

/** The store begins afresh with every ledger. */
export function forgetWithLedger<State>(store: Pick<StoreApi<State>, 'setState' | 'getInitialState'>): void {
  onLedgerLeft(() => store.setState(store.getInitialState(), true))
}

export function leaveLedger(): void {
  for (const forget of forgetters) forget()
}

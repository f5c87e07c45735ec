/** What of the timer is open, from whatever screen it was opened. */
import { create } from 'zustand'
import type { Work } from '../../../../shared/contract/time-entries.ts'

export type TimerPanel = 'start' | 'change'

/** Time in which nobody was at the running timer. */
export interface AbsenceSpan {
  readonly since: number
  readonly until: number
  readonly reason: 'idle' | 'suspend' | 'lock'
}

interface TimerStore {
  readonly panel: TimerPanel | null
  /** Starts once it is said who oneself is. */
  readonly waiting: Work | null
  /** Not answered for yet, in their order. */
  readonly absences: readonly AbsenceSpan[]
  /** The entry whose question was put off until later. */
  readonly postponedId: number | null
  open(panel: TimerPanel): void
  close(): void
  askSelf(waiting: Work): void
  forgetWaiting(): void
  noteAbsence(span: AbsenceSpan): void
  /** What was up to then is answered for: the one that was asked about, and what an earlier entry left open. */
  settleAbsences(until: number): void
  forgetAbsences(): void
  postpone(entryId: number | null): void
}

export const useTimerStore = create<TimerStore>()((set) => ({
  panel: null,
  waiting: null,
  absences: [],
  postponedId: null,
  open: (panel) => set({ panel }),
  close: () => set({ panel: null }),
  askSelf: (waiting) => set({ waiting, panel: null }),
  forgetWaiting: () => set({ waiting: null }),
  noteAbsence: (span) => set(({ absences }) => ({ absences: withAbsence(absences, span), postponedId: null })),
  settleAbsences: (until) => set(({ absences }) => ({ absences: absences.filter((span) => span.until > until) })),
  forgetAbsences: () => set({ absences: [] }),
  postpone: (postponedId) => set({ postponedId }),
}))

/** A moment at the desk between two absences is no work. */
const MOMENT_MS = 2 * 60_000

/** Two in a row that nobody has answered for are one; work between them keeps them apart. */
export function withAbsence(absences: readonly AbsenceSpan[], span: AbsenceSpan): readonly AbsenceSpan[] {
  const last = absences.at(-1)
  if (!last || span.since - last.until > MOMENT_MS) return [...absences, span]
  const merged = { ...last, since: Math.min(last.since, span.since), until: Math.max(last.until, span.until) }
  return [...absences.slice(0, -1), merged]
}

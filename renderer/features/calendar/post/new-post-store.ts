/** A post that is being noted, from anywhere: by key, from a day of the calendar, from the palette. What is not saved stays. */
import { create } from 'zustand'
import type { Day } from '../../../../shared/domain/day.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'
import { EMPTY_POST, isUnsaid, type NewPostDraft } from './new-post-draft.ts'

export interface NewPostStart {
  /** Null: without a time. */
  readonly day: Day | null
  readonly clock: string | null
  /** Channels that are chosen to begin with. */
  readonly channelIds: readonly number[]
}

interface NewPostStore {
  /** Null: none is being noted. */
  readonly start: NewPostStart | null
  readonly draft: NewPostDraft
  /** Another one for every post that comes into the dialog. */
  readonly serial: number
  /** Why the one that is shown could not be saved. */
  readonly error: DescribedError | null
  show(start?: Partial<NewPostStart>): void
  close(): void
  change(changes: Partial<NewPostDraft>): void
  /** Empties the dialog for the next one, or closes it. */
  next(isNextOpen: boolean): void
  /** It could not be saved. */
  refuse(error: DescribedError): void
  discard(): NewPostDraft
  putBack(draft: NewPostDraft): void
}

/** What was pointed at wins over what stood there: the words stay. */
function begin(draft: NewPostDraft, { day, clock, channelIds }: NewPostStart): NewPostDraft {
  const before = isUnsaid(draft) ? { ...EMPTY_POST, channelIds: draft.channelIds, format: draft.format } : draft
  return {
    ...before,
    ...(day !== null && { day, clock: clock ?? '' }),
    ...(channelIds.length > 0 && { channelIds }),
  }
}

export const useNewPost = create<NewPostStore>()((set, get) => ({
  start: null,
  draft: EMPTY_POST,
  serial: 0,
  error: null,
  show: (given = {}) => {
    const start = { day: null, clock: null, channelIds: [], ...given }
    set(({ draft, serial }) => ({ start, draft: begin(draft, start), serial: serial + 1 }))
  },
  close: () => set({ start: null }),
  change: (changes) => set(({ draft }) => ({ draft: { ...draft, ...changes }, error: null })),
  // Ideas come in rows: channels, day and format of the one before hold for the next.
  next: (isNextOpen) =>
    set(({ draft, serial, start }) => ({
      draft: isNextOpen ? { ...draft, title: '', text: '' } : EMPTY_POST,
      error: null,
      serial: serial + 1,
      start: isNextOpen ? start : null,
    })),
  refuse: (error) => set({ error }),
  discard: () => {
    const { draft } = get()
    get().next(false)
    return draft
  },
  putBack: (draft) => set(({ serial, start }) => ({ draft, serial: serial + 1, start: start ?? NOWHERE })),
}))
forgetWithLedger(useNewPost)

const NOWHERE: NewPostStart = { day: null, clock: null, channelIds: [] }

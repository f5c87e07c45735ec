/** What is being noted: it outlives the dialog, and is kept until it is saved or thrown away. Never written anywhere: it names people. */
import { create } from 'zustand'
import type { ConversationKind } from '../../../../shared/domain/conversation.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { type CaptureDraft, type Chosen, EMPTY_DRAFT, isUntouched, withTypedTopic } from './capture-draft.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

/** One that waits while another is in the dialog, and why it could not be saved; null: it was not tried yet. */
export interface Waiting {
  readonly draft: CaptureDraft
  readonly error: DescribedError | null
}

interface CaptureStore {
  readonly isOpen: boolean
  readonly draft: CaptureDraft
  /** Another one for every conversation that comes into the dialog. */
  readonly serial: number
  /** Why the one that is shown could not be saved. */
  readonly error: DescribedError | null
  /** Could not be saved while the next one was begun already. */
  readonly waiting: readonly Waiting[]
  /** Of the one before in a row: most come from one place. */
  readonly before: { readonly channelId: number | null; readonly kind: ConversationKind } | null
  /** The timer starts on what is saved. */
  readonly isTimed: boolean
  show(): void
  close(): void
  change(changes: Partial<CaptureDraft>): void
  choose(chosen: Partial<Chosen>): void
  /** Takes the draft out of the dialog: it is on its way. */
  take(isNextOpen: boolean): CaptureDraft
  /** Throws it away and closes. Answers what was thrown away. */
  discard(): CaptureDraft
  /** It could not be saved: it is there again. */
  putBack(refused: Waiting): void
  /** Changes places with one that waits. */
  resume(waiting: Waiting): void
  noteBefore(before: CaptureStore['before']): void
  setTimed(isTimed: boolean): void
}

const TIMED_KEY = 'gegenwert.capture.timed'

function readTimed(): boolean {
  try {
    return localStorage.getItem(TIMED_KEY) === 'true'
  } catch {
    // Without storage nothing is remembered.
    return false
  }
}

function writeTimed(isTimed: boolean): void {
  try {
    localStorage.setItem(TIMED_KEY, String(isTimed))
  } catch {
    // It holds for this window.
  }
}

export const useCapture = create<CaptureStore>()((set, get) => ({
  isOpen: false,
  draft: EMPTY_DRAFT,
  serial: 0,
  error: null,
  waiting: [],
  before: null,
  isTimed: readTimed(),
  show: () => set({ isOpen: true }),
  // Half a topic that nobody sees any more must not be made.
  close: () => set(({ draft }) => ({ isOpen: false, before: null, draft: { ...draft, typedTopic: '' } })),
  change: (changes) => set(({ draft }) => ({ draft: { ...draft, ...changes }, error: null })),
  choose: (chosen) =>
    set(({ draft }) => ({ draft: { ...draft, chosen: { ...draft.chosen, ...chosen } }, error: null })),
  take: (isNextOpen) => {
    const { draft, serial } = get()
    set({ draft: EMPTY_DRAFT, error: null, isOpen: isNextOpen, serial: serial + 1 })
    return withTypedTopic(draft)
  },
  discard: () => {
    const draft = get().take(false)
    set({ before: null })
    return draft
  },
  putBack: (refused) => {
    const { draft, serial } = get()
    if (isUntouched(draft)) set({ ...refused, isOpen: true, serial: serial + 1 })
    else set(({ waiting }) => ({ waiting: [...waiting, refused], isOpen: true }))
  },
  resume: (resumed) =>
    set(({ draft, error, waiting, serial }) => {
      const others = waiting.filter((each) => each !== resumed)
      return { ...resumed, serial: serial + 1, waiting: isUntouched(draft) ? others : [...others, { draft, error }] }
    }),
  noteBefore: (before) => set({ before }),
  setTimed: (isTimed) => {
    writeTimed(isTimed)
    set({ isTimed })
  },
}))
forgetWithLedger(useCapture)

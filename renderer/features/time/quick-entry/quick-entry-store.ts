/** The line as it is typed: it outlives the screen, and a restart of what answers it. */
import { create } from 'zustand'

interface QuickEntryStore {
  readonly text: string
  /** Answers to what was asked, by "kind source". */
  readonly choices: Readonly<Record<string, string>>
  /** What Escape cleared, for undo in the field. */
  readonly cleared: Draft | null
  /** The line on the screen shall take the focus as soon as it is there. */
  readonly isFocusWanted: boolean
  readonly isDialogOpen: boolean
  type(text: string): void
  choose(topic: string, key: string): void
  clear(): void
  /** Brings back what was cleared; false: there was nothing. */
  restore(): boolean
  /** It was added: the line starts afresh. */
  finish(): void
  wantFocus(isWanted: boolean): void
  showDialog(isOpen: boolean): void
}

interface Draft {
  readonly text: string
  readonly choices: Readonly<Record<string, string>>
}

const EMPTY: Draft = { text: '', choices: {} }

export const useQuickEntry = create<QuickEntryStore>()((set, get) => ({
  ...EMPTY,
  cleared: null,
  isFocusWanted: false,
  isDialogOpen: false,
  type: (text) => set(text.trim() === '' ? { text, choices: {} } : { text }),
  choose: (topic, key) => set((state) => ({ choices: { ...state.choices, [topic]: key } })),
  clear: () => {
    const { text, choices } = get()
    if (text !== '') set({ ...EMPTY, cleared: { text, choices } })
  },
  restore: () => {
    const { cleared } = get()
    if (cleared === null) return false
    set({ ...cleared, cleared: null })
    return true
  },
  finish: () => set({ ...EMPTY, cleared: null }),
  wantFocus: (isFocusWanted) => set({ isFocusWanted }),
  showDialog: (isDialogOpen) => set({ isDialogOpen }),
}))

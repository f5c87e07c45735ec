/** What can be taken back in this window, newest last. Lives until the window is closed. */
import { create } from 'zustand'

export interface UndoableStep {
  readonly commandId: string
  /** What was done, e.g. "Kosten gelöscht". */
  readonly label: string
  undo(): Promise<void>
  redo(): Promise<void>
  /** Why it cannot be taken back; undo stops there instead of taking back what was done before. */
  readonly finalReason?: string
}

export type UndoOutcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'final'; readonly reason: string }
  | { readonly kind: 'done'; readonly label: string }

interface UndoState {
  readonly done: readonly UndoableStep[]
  readonly undone: readonly UndoableStep[]
  readonly isBusy: boolean
  push(step: UndoableStep): void
  /** Takes back the newest step, or the one named if it is still on the stack. */
  undo(commandId?: string): Promise<UndoOutcome>
  redo(): Promise<UndoOutcome>
  clear(): void
}

const maximumSteps = 200

export const useUndoStore = create<UndoState>()((set, get) => ({
  done: [],
  undone: [],
  isBusy: false,
  push: (step) => set((state) => ({ done: [...state.done, step].slice(-maximumSteps), undone: [] })),
  clear: () => set({ done: [], undone: [] }),
  async undo(commandId) {
    const { done, isBusy } = get()
    const step = commandId === undefined ? done.at(-1) : done.find((candidate) => candidate.commandId === commandId)
    if (!step || isBusy) return { kind: 'nothing' }
    if (step.finalReason !== undefined) return { kind: 'final', reason: step.finalReason }
    set({ isBusy: true })
    try {
      await step.undo()
      set((state) => ({ done: state.done.filter((other) => other !== step), undone: [...state.undone, step] }))
      return { kind: 'done', label: step.label }
    } finally {
      set({ isBusy: false })
    }
  },
  async redo() {
    const { undone, isBusy } = get()
    const step = undone.at(-1)
    if (!step || isBusy) return { kind: 'nothing' }
    set({ isBusy: true })
    try {
      await step.redo()
      set((state) => ({ undone: state.undone.filter((other) => other !== step), done: [...state.done, step] }))
      return { kind: 'done', label: step.label }
    } finally {
      set({ isBusy: false })
    }
  },
}))

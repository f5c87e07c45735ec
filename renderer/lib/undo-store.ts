/** What can be taken back in this window, newest last. Lives until the window is closed. */
import { create } from 'zustand'
import { forgetWithLedger } from './ledger-memory.ts'

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
  push(step: UndoableStep): void
  /** Takes back the newest step, or the one named if it is still on the stack. */
  undo(commandId?: string): Promise<UndoOutcome>
  redo(): Promise<UndoOutcome>
  clear(): void
}

const maximumSteps = 200

/** Commands on their way to the ledger, and the undo or redo asked for last. */
const commands = new Set<Promise<unknown>>()
let lastTurn: Promise<unknown> = Promise.resolve()

/** Undo waits until the command is done: what one did last is what it takes back, also where the ledger has not answered yet. */
export function holdUndo<Answer>(command: Promise<Answer>): Promise<Answer> {
  const forget = () => void commands.delete(command)
  commands.add(command)
  command.then(forget, forget)
  return command
}

/** One after the other, in the order they were asked for. */
function inTurn<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  const turn = Promise.allSettled([lastTurn, ...commands]).then(step)
  lastTurn = turn
  return turn
}

export const useUndoStore = create<UndoState>()((set, get) => ({
  done: [],
  undone: [],
  push: (step) => set((state) => ({ done: [...state.done, step].slice(-maximumSteps), undone: [] })),
  clear: () => set({ done: [], undone: [] }),
  undo: (commandId) =>
    inTurn(async () => {
      const { done } = get()
      const step = commandId === undefined ? done.at(-1) : done.find((candidate) => candidate.commandId === commandId)
      if (!step) return { kind: 'nothing' }
      if (step.finalReason !== undefined) return { kind: 'final', reason: step.finalReason }
      await step.undo()
      set((state) => ({ done: state.done.filter((other) => other !== step), undone: [...state.undone, step] }))
      return { kind: 'done', label: step.label }
    }),
  redo: () =>
    inTurn(async () => {
      const step = get().undone.at(-1)
      if (!step) return { kind: 'nothing' }
      await step.redo()
      set((state) => ({ undone: state.undone.filter((other) => other !== step), done: [...state.done, step] }))
      return { kind: 'done', label: step.label }
    }),
}))
forgetWithLedger(useUndoStore)

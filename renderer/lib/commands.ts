/** What the app can do, gathered for the palette, the keys and the quick actions. Features register theirs; they know nothing of the shell. */
import type { LucideIcon } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'

export interface AppCommand {
  /** "ledger.addCost" */
  readonly id: string
  readonly title: string
  /** Heads the group in the palette and in the list of keys. */
  readonly group: string
  readonly keywords?: readonly string[]
  /** "a", "mod+k", "g b" (one after the other). Single letters can be switched off by the person. */
  readonly shortcut?: string
  /** The key acts where what it is for has the focus, and is handled there; here it is only made known. */
  readonly isKeyLocal?: boolean
  /** It leads to a field: what is typed after its key belongs there, also before the field is on the screen. */
  readonly opensField?: boolean
  readonly icon?: LucideIcon
  /** Shows a button in the top bar under this short text. */
  readonly quickActionText?: string
  run(): void
}

/** A key without a modifier: it must not act while someone types, and can be switched off. */
export function isSingleKey(shortcut: string): boolean {
  return !shortcut.includes('mod+') && !shortcut.includes('alt+') && !/^f\d/.test(shortcut)
}

interface CommandRegistry {
  readonly commands: readonly AppCommand[]
  /** The parts that are on every screen have registered theirs. */
  readonly isComplete: boolean
  /** How many parts are being read whose commands belong to what is shown. */
  readonly awaited: number
  register(commands: readonly AppCommand[]): () => void
}

export const useCommandRegistry = create<CommandRegistry>()((set) => ({
  commands: [],
  isComplete: false,
  awaited: 0,
  register(added) {
    const ids = new Set(added.map((command) => command.id))
    set((state) => ({ commands: [...state.commands.filter((command) => !ids.has(command.id)), ...added] }))
    return () => set((state) => ({ commands: state.commands.filter((command) => !added.includes(command)) }))
  },
}))

/** Nothing is on its way of which a key might be meant. */
export function isReady({ isComplete, awaited }: Pick<CommandRegistry, 'isComplete' | 'awaited'>): boolean {
  return isComplete && awaited === 0
}

/** While a part is being read, keys nothing else knows wait for its commands: whoever sees it chosen means it. */
export function useAwaitedCommands(isLoading: boolean): void {
  const isAwaited = useRef(false)
  const setAwaited = useCallback((next: boolean) => {
    if (isAwaited.current === next) return
    isAwaited.current = next
    useCommandRegistry.setState(({ awaited }) => ({ awaited: awaited + (next ? 1 : -1) }))
  }, [])
  useLayoutEffect(() => {
    if (isLoading) setAwaited(true)
  }, [isLoading, setAwaited])
  // Effects of what is inside run before this one: its commands are there by then.
  useEffect(() => {
    if (!isLoading) setAwaited(false)
  }, [isLoading, setAwaited])
  useEffect(() => () => setAwaited(false), [setAwaited])
}

/** Registers commands while the component is mounted. Pass a memoised array. */
export function useAppCommands(commands: readonly AppCommand[]): void {
  const register = useCommandRegistry((state) => state.register)
  useEffect(() => register(commands), [register, commands])
}

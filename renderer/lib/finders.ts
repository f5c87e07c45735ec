/** Ways to find what the ledger knows by its name. Features register theirs for the palette; they know nothing of the shell. */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useDeferredValue, useEffect } from 'react'
import { create } from 'zustand'
import type { AppCommand } from './commands.ts'

export interface Finder {
  readonly id: string
  /** What bears the words in its name, best first; running it opens it. */
  find(text: string): Promise<readonly AppCommand[]>
}

interface FinderRegistry {
  readonly finders: readonly Finder[]
  register(finder: Finder): () => void
}

const useFinders = create<FinderRegistry>()((set) => ({
  finders: [],
  register(added) {
    set((state) => ({ finders: [...state.finders.filter(({ id }) => id !== added.id), added] }))
    return () => set((state) => ({ finders: state.finders.filter((finder) => finder !== added) }))
  },
}))

/** Registers a finder while the component is mounted. Pass a memoised object. */
export function useFinder(finder: Finder): void {
  const register = useFinders((state) => state.register)
  useEffect(() => register(finder), [register, finder])
}

/** One letter stands in every name. */
const MIN_LETTERS = 2

const NOTHING: readonly AppCommand[] = []

/** What all finders know by these words. A finder that fails finds nothing: the palette is a shortcut, not the only way. */
export function useFound(wanted: string): readonly AppCommand[] {
  const finders = useFinders((state) => state.finders)
  const text = useDeferredValue(wanted.trim()).slice(0, 200)
  const isAsking = text.length >= MIN_LETTERS
  const answers = useQueries({
    queries: finders.map((finder) => ({
      queryKey: ['palette', finder.id, text],
      queryFn: () => finder.find(text),
      enabled: isAsking,
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 0,
    })),
  })
  return isAsking ? answers.flatMap(({ data }) => data ?? NOTHING) : NOTHING
}

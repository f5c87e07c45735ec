/** What the line is understood to say while it is typed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Understanding } from '../../../../shared/contract/time-entries.ts'
import { api } from '../../../lib/api.ts'
import { useQuickEntry } from './quick-entry-store.ts'

/** Short enough to look as if nothing waited; long enough not to ask for every letter of a word. */
const pauseMs = 50
const forgottenAfterMs = 60_000

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export interface Understood {
  /** Of the text as it is now, or the one before while the answer is on its way; null: nothing is typed. */
  readonly understanding: Understanding | null
  /** It answers to what is typed and chosen now. */
  readonly isCurrent: boolean
}

export function useUnderstanding(): Understood {
  const text = useQuickEntry((state) => state.text)
  const choices = useQuickEntry((state) => state.choices)
  const settled = useSettled(text)
  const isAsked = settled.trim() !== '' && text.trim() !== ''
  // The text is part of the key: an answer that comes late belongs to what was asked, and is not shown for something else.
  const query = useQuery({
    ...api.time.understand.queryOptions({ input: { text: settled, choices: { ...choices } } }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: forgottenAfterMs,
  })
  return {
    understanding: isAsked ? (query.data ?? null) : null,
    isCurrent: isAsked && settled === text && !query.isPlaceholderData && !query.isFetching,
  }
}

/** What is recognised in what is being noted, while it is typed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Recognition } from '../../../../shared/contract/moderation-fields.ts'
import { MAX_PASTED_TEXT } from '../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { api } from '../../../lib/api.ts'
import { type CaptureDraft, questionOf, type Usual } from './capture-draft.ts'

/** Short enough to look as if nothing waited; long enough not to ask for every letter of a word. */
const pauseMs = 60
const forgottenAfterMs = 30_000

export interface Recognised {
  /** Of the text as it is, or as it was a moment ago; null: nothing has been read yet, or it is too long to be read. */
  readonly found: Recognition | null
  readonly isCurrent: boolean
}

export function useRecognition(draft: CaptureDraft, usual: Usual, receivedAt: Instant): Recognised {
  const text = useSettled(draft.text)
  const isReadable = draft.text.length <= MAX_PASTED_TEXT
  const query = useQuery({
    ...api.moderation.recognise.queryOptions({ input: questionOf({ ...draft, text }, usual, receivedAt) }),
    enabled: isReadable && text.length <= MAX_PASTED_TEXT,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: forgottenAfterMs,
  })
  const isCurrent = text === draft.text && !query.isPlaceholderData && !query.isFetching
  return { found: isReadable ? (query.data ?? null) : null, isCurrent }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/**
 * What is typed about a post goes to the ledger when its field is left, texts after a pause as well. Until it is there it stands here, so that
 * neither another change nor another post takes a letter away; what is refused stays typed.
 */
import { notifyManager } from '@tanstack/react-query'
import i18next from 'i18next'
import { useMemo } from 'react'
import { create } from 'zustand'
import type { PostDetail, VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import type { Receipt } from '../../../../shared/contract/fields.ts'
import { api, client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { type DescribedError, describeError } from '../../../lib/errors.ts'
import { keepDraft, keptDraftOf, settleDraft, useKeptDraft } from '../../../lib/kept-drafts.ts'
import { forgetWithLedger, onLedgerLeft } from '../../../lib/ledger-memory.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { holdUndo } from '../../../lib/undo-store.ts'
import { settle } from '../../../lib/use-command.ts'
import {
  type PostDraft,
  postDraftOf,
  postPatchOf,
  type VariantDraft,
  variantDraftOf,
  variantPatchOf,
} from './post-draft.ts'

const postKey = (id: number) => `post ${id}`
const variantKey = (id: number) => `variant ${id}`

/** Why what was typed could not be kept, by post. */
const useRefusals = create<Readonly<Record<number, DescribedError>>>()(() => ({}))
forgetWithLedger(useRefusals)

/** What is typed wins over what stands in the ledger. */
export function usePostDraft(detail: PostDetail): PostDraft {
  return useKeptDraft<PostDraft>(postKey(detail.id), postDraftOf(detail)).draft
}

export function useVariantDraft(variant: VariantDetail): VariantDraft {
  return useKeptDraft<VariantDraft>(variantKey(variant.id), variantDraftOf(variant)).draft
}

export function useRefusal(postId: number): DescribedError | null {
  return useRefusals((refusals) => refusals[postId] ?? null)
}

/** pause: kept once nothing is typed for a moment. leaving: when its field is left. */
export type KeptAfter = 'pause' | 'leaving'

const PAUSE_MS = 1_000
const timers = new Map<number, ReturnType<typeof setTimeout>>()
const ends = new Map<number, Promise<void>>()
onLedgerLeft(() => {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  ends.clear()
})

export interface Typing {
  post(changes: Partial<PostDraft>, after?: KeptAfter): void
  variant(id: number, changes: Partial<VariantDraft>, after?: KeptAfter): void
  /** A choice is made at once. */
  choose(changes: Partial<PostDraft>): void
  keep(): Promise<void>
}

export function useTyping(postId: number): Typing {
  return useMemo(
    () => ({
      post(changes, after = 'leaving') {
        keepDraft<PostDraft>(postKey(postId), changes)
        if (after === 'pause') keepAfterPause(postId)
      },
      variant(id, changes, after = 'leaving') {
        keepDraft<VariantDraft>(variantKey(id), changes)
        if (after === 'pause') keepAfterPause(postId)
      },
      choose(changes) {
        keepDraft<PostDraft>(postKey(postId), changes)
        void keepPost(postId)
      },
      keep: () => keepPost(postId),
    }),
    [postId],
  )
}

function keepAfterPause(postId: number): void {
  clearTimeout(timers.get(postId))
  timers.set(
    postId,
    setTimeout(() => void keepPost(postId), PAUSE_MS),
  )
}

/** Resolves once all that was typed about the post is in the ledger, or refused. One change after the other. */
export function keepPost(postId: number): Promise<void> {
  clearTimeout(timers.get(postId))
  timers.delete(postId)
  const turn = (ends.get(postId) ?? Promise.resolve()).then(() => sendAll(postId))
  ends.set(postId, turn)
  return holdUndo(turn)
}

const queryOf = (id: number) => api.calendar.post.queryOptions({ input: { id } })

async function sendAll(postId: number): Promise<void> {
  const detail = queryClient.getQueryData(queryOf(postId).queryKey)
  if (!detail) return
  try {
    await sendPost(detail)
    for (const variant of detail.variants) await sendVariant(postId, variant)
    useRefusals.setState((refusals) => (postId in refusals ? without(refusals, postId) : refusals), true)
  } catch (error) {
    useRefusals.setState({ [postId]: describeError(error) })
  }
}

async function sendPost(detail: PostDetail): Promise<void> {
  const key = postKey(detail.id)
  const typed = keptDraftOf<PostDraft>(key)
  const { sent, patch } = postPatchOf(typed, postDraftOf(detail))
  if (Object.keys(patch).length > 0) {
    const { id } = detail
    const command = { commandId: crypto.randomUUID(), id, patch }
    const receipt = await withReconnect(() => client.calendar.edit(command))
    await show(id, (before) => ({ ...before, ...patch }) as PostDetail)
    settleDraft(key, sent)
    tell(receipt)
  }
  const now = queryClient.getQueryData(queryOf(detail.id).queryKey)
  // What was typed and taken back is no draft any more.
  if (now) settleDraft(key, postDraftOf(now))
}

async function sendVariant(postId: number, variant: VariantDetail): Promise<void> {
  const { id } = variant
  const key = variantKey(id)
  const typed = keptDraftOf<VariantDraft>(key)
  const patch = variantPatchOf(typed, variantDraftOf(variant))
  if (Object.keys(patch).length > 0) {
    const command = { commandId: crypto.randomUUID(), id, patch }
    const receipt = await withReconnect(() => client.calendar.editVariant(command))
    await show(postId, (before) => ({
      ...before,
      variants: before.variants.map((other) => (other.id === id ? ({ ...other, ...patch } as VariantDetail) : other)),
    }))
    settleDraft<VariantDraft>(key, patch as Partial<VariantDraft>)
    tell(receipt)
  }
  const now = queryClient.getQueryData(queryOf(postId).queryKey)?.variants.find((other) => other.id === id)
  if (now) settleDraft(key, variantDraftOf(now))
}

/** Without the words in what is shown until it is read again, the field would lose its caret. */
export async function show(postId: number, change: (before: PostDetail) => PostDetail): Promise<void> {
  queryClient.setQueryData(queryOf(postId).queryKey, (before) => before && change(before))
  await new Promise<void>((resolve) => notifyManager.schedule(resolve))
}

/** Nobody waits for what is read anew: what is typed next must not. */
function tell(receipt: Receipt): void {
  void settle(receipt, i18next.t('post:done.edited'), true)
}

function without<Value>(record: Readonly<Record<number, Value>>, id: number): Record<number, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== String(id)))
}

/** A window that goes away keeps what it can. */
function keepAll(): void {
  for (const postId of timers.keys()) void keepPost(postId)
}
globalThis.addEventListener('pagehide', keepAll)
globalThis.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll())

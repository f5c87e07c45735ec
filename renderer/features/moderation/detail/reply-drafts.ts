/**
 * Answers as they are typed, by conversation. They are kept in the ledger a moment later, so that neither another conversation nor a restart
 * loses a word; until then they stand here.
 */
import { create } from 'zustand'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { api, client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { showError } from '../../../lib/undo-actions.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface ReplyDrafts {
  /** What is done shows no field until somebody wants to write; and keeps it while they do. */
  readonly writingIn: number | null
  /** Typed, and not kept in the ledger yet. */
  readonly typed: Readonly<Record<number, string>>
  /** When the answer was given, where that was earlier. */
  readonly givenAt: Readonly<Record<number, Instant>>
}

const useDrafts = create<ReplyDrafts>()(() => ({ writingIn: null, typed: {}, givenAt: {} }))
forgetWithLedger(useDrafts)

const SAVE_AFTER_MS = 300
const timers = new Map<number, ReturnType<typeof setTimeout>>()
const saving = new Map<number, Promise<void>>()

function without<Value>(record: Readonly<Record<number, Value>>, id: number): Record<number, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== String(id)))
}

export function useReplyText({ id, draft }: Pick<ConversationDetail, 'id' | 'draft'>): string {
  return useDrafts(({ typed }) => typed[id] ?? draft)
}

/** What stands in the field right now. */
export function replyTextOf({ id, draft }: Pick<ConversationDetail, 'id' | 'draft'>): string {
  return useDrafts.getState().typed[id] ?? draft
}

export function typeReply(id: number, text: string): void {
  useDrafts.setState(({ typed }) => ({ typed: { ...typed, [id]: text } }))
  clearTimeout(timers.get(id))
  timers.set(
    id,
    setTimeout(() => void keepReply(id), SAVE_AFTER_MS),
  )
}

/** Resolves once what was typed is in the ledger. What could not be kept stays typed, and is tried again with the next letter. */
export async function keepReply(id: number): Promise<void> {
  clearTimeout(timers.get(id))
  await saving.get(id)
  const text = useDrafts.getState().typed[id]
  if (text === undefined) return
  const save = send(id, text)
  saving.set(id, save)
  await save
  saving.delete(id)
}

async function send(id: number, text: string): Promise<void> {
  try {
    await withReconnect(() => client.moderation.saveDraft({ id, text }))
    const { queryKey } = api.moderation.detail.queryOptions({ input: { id } })
    queryClient.setQueryData(queryKey, (detail) => detail && { ...detail, draft: text })
    useDrafts.setState(({ typed }) => (typed[id] === text ? { typed: without(typed, id) } : {}))
  } catch (error) {
    showError(error)
  }
}

/** It was answered: what stands in the ledger holds from now on. */
export function forgetReply(id: number): void {
  clearTimeout(timers.get(id))
  useDrafts.setState(({ typed, givenAt }) => ({
    writingIn: null,
    typed: without(typed, id),
    givenAt: without(givenAt, id),
  }))
}

export function useIsWriting(id: number): boolean {
  return useDrafts(({ writingIn }) => writingIn === id)
}

export function setWriting(id: number | null): void {
  useDrafts.setState({ writingIn: id })
}

/** Null: now. */
export function useGivenAt(id: number): Instant | null {
  return useDrafts(({ givenAt }) => givenAt[id] ?? null)
}

export function givenAtOf(id: number): Instant | null {
  return useDrafts.getState().givenAt[id] ?? null
}

export function setGivenAt(id: number, at: Instant | null): void {
  useDrafts.setState(({ givenAt }) => ({ givenAt: at === null ? without(givenAt, id) : { ...givenAt, [id]: at } }))
}

/** A window that goes away keeps what it can. */
function keepAll(): void {
  for (const id of Object.keys(useDrafts.getState().typed)) void keepReply(Number(id))
}
globalThis.addEventListener('pagehide', keepAll)
globalThis.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll())

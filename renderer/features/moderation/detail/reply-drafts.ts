/**
 * Answers as they are typed, by conversation. They are kept in the ledger a moment later, so that neither another conversation nor a restart
 * loses a word; until then they stand here.
 */
import { notifyManager } from '@tanstack/react-query'
import { create } from 'zustand'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { gapsIn } from '../../../../shared/domain/snippet.ts'
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
  /** Gaps that snippets brought into an answer, whether they still stand there or not. What somebody typed in brackets is none. */
  readonly gaps: Readonly<Record<number, readonly string[]>>
}

const useDrafts = create<ReplyDrafts>()(() => ({ writingIn: null, typed: {}, givenAt: {}, gaps: {} }))
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

/** Puts a snippet behind what is written already. Answers the first gap it brought, as a stretch of the answer; null: it has none. */
export function insertSnippet(detail: Pick<ConversationDetail, 'id' | 'draft'>, snippet: string): Stretch | null {
  const { id } = detail
  const written = replyTextOf(detail).trimEnd()
  const before = written === '' ? '' : `${written}\n\n`
  const brought = gapsIn(snippet)
  typeReply(id, `${before}${snippet}`)
  useDrafts.setState(({ gaps }) => ({ gaps: { ...gaps, [id]: [...new Set([...(gaps[id] ?? []), ...brought])] } }))
  const [first] = brought
  return first === undefined ? null : stretchOf(first, snippet, before.length)
}

/** A draft of an earlier time may hold gaps of a snippet: nobody remembers whose brackets they are, so they are taken for gaps. */
export function rememberGaps({ id, draft }: Pick<ConversationDetail, 'id' | 'draft'>): void {
  useDrafts.setState(({ gaps }) => (id in gaps ? {} : { gaps: { ...gaps, [id]: gapsIn(draft) } }))
}

/** Gaps of snippets that nobody has filled in yet, in the order of the answer. */
export function openGapsOf(detail: Pick<ConversationDetail, 'id' | 'draft'>): readonly string[] {
  return openGaps(useDrafts.getState().gaps[detail.id], replyTextOf(detail))
}

export function useOpenGaps(detail: Pick<ConversationDetail, 'id' | 'draft'>): readonly string[] {
  return openGaps(
    useDrafts(({ gaps }) => gaps[detail.id]),
    useReplyText(detail),
  )
}

function openGaps(brought: readonly string[] | undefined, text: string): readonly string[] {
  return gapsIn(text).filter((gap) => brought?.includes(gap) === true)
}

/** A part of the answer: from (included) to (not included). */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export function stretchOf(part: string, text: string, offset = 0): Stretch {
  const from = text.indexOf(part) + offset
  return { from, to: from + part.length }
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
    // Who shows the conversation is told a moment later: without the words until then, the field would lose its caret.
    await new Promise<void>((resolve) => notifyManager.schedule(resolve))
    useDrafts.setState(({ typed }) => (typed[id] === text ? { typed: without(typed, id) } : {}))
  } catch (error) {
    showError(error)
  }
}

/** It was answered: what stands in the ledger holds from now on. */
export function forgetReply(id: number): void {
  // Its gaps stay known: undo may bring the words back.
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

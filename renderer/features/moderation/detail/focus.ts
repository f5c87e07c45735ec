/** Where keys lead to in the conversation that is shown. */
import type { Stretch } from './reply-drafts.ts'

/** Ids of what can be led to. Only one conversation is shown at a time. */
export const PLACES = {
  reply: 'conversation-reply',
  topics: 'conversation-topics',
  priority: 'conversation-priority',
  evidence: 'conversation-evidence',
} as const

function replyField(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>(`#${PLACES.reply} textarea`)
}

/** False: it is not there yet. */
export function focusReply(): boolean {
  const field = replyField()
  field?.focus()
  return field !== null
}

/** What is typed next takes the place of this part of the answer. */
export function selectInReply({ from, to }: Stretch): void {
  const field = replyField()
  // Only a field that takes the focus scrolls to what is selected in it.
  field?.blur()
  field?.setSelectionRange(from, to)
  field?.focus()
}

export function focusTopics(): void {
  document.querySelector<HTMLElement>(`#${PLACES.topics} input`)?.focus()
}

export function openPriority(): void {
  const button = document.querySelector<HTMLElement>(`#${PLACES.priority} button`)
  button?.focus()
  button?.click()
}

export function chooseEvidence(): void {
  document.querySelector<HTMLElement>(`#${PLACES.evidence} input[type=file]`)?.click()
}

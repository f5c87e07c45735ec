/** Where keys lead to in the conversation that is shown. */

/** Ids of what can be led to. Only one conversation is shown at a time. */
export const PLACES = {
  reply: 'conversation-reply',
  topics: 'conversation-topics',
  priority: 'conversation-priority',
  evidence: 'conversation-evidence',
} as const

/** False: it is not there yet. */
export function focusReply(): boolean {
  const field = document.querySelector<HTMLElement>(`#${PLACES.reply} textarea`)
  field?.focus()
  return field !== null
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

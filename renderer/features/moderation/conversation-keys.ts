/**
 * The keys of the conversation that is shown. Letters that act on every screen (A, E, G, N, S, V, W, X) are not among them, so that none
 * means something else here.
 */
export const CONVERSATION_KEYS = {
  reply: 'r',
  answered: 'mod+enter',
  wait: 'b',
  snooze: 'z',
  handOver: 'h',
  returnHandover: 'y',
  topics: 't',
  moodPositive: '1',
  moodNeutral: '2',
  moodNegative: '3',
  moodAngry: '4',
  priority: 'p',
  done: 'd',
  reopen: 'o',
  wroteAgain: 'u',
  lead: 'l',
  crisis: 'c',
  note: 'm',
  edit: 'f2',
  next: 'j',
  previous: 'k',
  filter: 'f',
} as const
export type ConversationKey = keyof typeof CONVERSATION_KEYS

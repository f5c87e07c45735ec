import type { conversation as source } from '../de/conversation.ts'
import type { Texts } from '../texts.ts'

export const conversation = {
  untitled: 'Conversation of {{day}}',
  aside: {
    title: 'This conversation',
    work: 'Worked on',
    contact: 'Person',
    erasedOn: 'Erased from',
  },
  timeline: {
    label: 'What happened',
    received: 'came in',
    edited: 'edited',
    answered: 'answered',
    wrote_again: 'wrote again',
    waiting: 'waiting',
    snoozed: 'put off',
    woken: 'back again',
    handed_over: 'handed over',
    returned: 'came back',
    resolved: 'done',
    reopened: 'opened again',
    topics: 'topics changed',
    sentiment: 'mood changed',
    priority: 'priority changed',
    measure: 'measure taken',
    note: 'note',
    crisis: 'crisis',
    evidence: 'evidence changed',
    rule: 'rule applied',
    held: 'erasure put off',
    released: 'erasure allowed again',
    erased: 'text erased',
  },
} as const satisfies Texts<typeof source>

import type { moderation as source } from '../de/moderation.ts'
import type { Texts } from '../texts.ts'

export const moderation = {
  title: 'Moderation',
  sections: {
    label: 'Moderation',
    queue: 'Conversations',
    crises: 'Crises',
    setup: 'Set up',
  },
  lists: { label: 'List', open: 'Open', waiting: 'Waiting', done: 'Done' },
  queue: {
    label: 'Conversations',
    untitled: 'Conversation without text',
    choose: 'No conversation chosen',
    chooseHelp: 'Choose a conversation on the left: with the arrow keys or J and K.',
    empty: 'Nothing here',
  },
} as const satisfies Texts<typeof source>

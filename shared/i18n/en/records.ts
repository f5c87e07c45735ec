import type { records as source } from '../de/records.ts'
import type { Texts } from '../texts.ts'

export const records = {
  choose: {
    postPlaceholder: 'Type a title',
    conversationPlaceholder: 'Type a label',
    noDay: 'no day yet',
    unnamed: 'Conversation of {{day}}',
  },
} as const satisfies Texts<typeof source>

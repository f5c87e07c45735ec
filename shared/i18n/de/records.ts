/** Texts of the records: posts, conversations, campaigns, pillars, clients, departments, and assigning work to them. */
export const records = {
  choose: {
    postPlaceholder: 'Titel eintippen',
    conversationPlaceholder: 'Bezeichnung eintippen',
    noDay: 'noch ohne Tag',
    unnamed: 'Gespräch vom {{day}}',
  },
} as const

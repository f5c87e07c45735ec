/** Texts of the moderation log: its pages and the queue. */
export const moderation = {
  title: 'Moderation',
  sections: {
    label: 'Moderation',
    queue: 'Gespräche',
    crises: 'Krisen',
    setup: 'Einrichten',
  },
  lists: { label: 'Liste', open: 'Offen', waiting: 'Wartet', done: 'Erledigt' },
  queue: {
    label: 'Gespräche',
    untitled: 'Gespräch ohne Text',
    choose: 'Kein Gespräch gewählt',
    chooseHelp: 'Wählen Sie links ein Gespräch: mit den Pfeiltasten oder J und K.',
    empty: 'Hier ist nichts',
  },
} as const

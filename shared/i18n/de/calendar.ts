/** The calendar: its views and what is done in them. */
export const calendar = {
  title: 'Kalender',
  add: 'Beitrag',
  week: 'KW {{week}} · {{month}}',
  views: { label: 'Ansicht', month: 'Monat', week: 'Woche', board: 'Board', list: 'Liste' },
  step: {
    today: 'Heute',
    month: { back: 'Monat davor', on: 'Monat danach' },
    week: { back: 'Woche davor', on: 'Woche danach' },
  },
  filter: { clear: 'Filter aufheben' },
  status: {
    idea: 'Idee',
    draft: 'Entwurf',
    review: 'in Prüfung',
    ready: 'bereit',
    published: 'veröffentlicht',
    archived: 'archiviert',
    cancelled: 'abgesagt',
  },
  commands: { add: 'Beitrag notieren' },
  done: {
    moved_one: 'Beitrag verschoben',
    moved_other: '{{count}} Beiträge verschoben',
    shifted_one: 'Beitrag verschoben',
    shifted_other: '{{count}} Beiträge verschoben',
    copied: 'Beitrag kopiert',
    status_one: 'Beitrag ist jetzt: {{status}}',
    status_other: '{{count}} Beiträge sind jetzt: {{status}}',
    published: 'Als veröffentlicht vermerkt',
  },
} as const

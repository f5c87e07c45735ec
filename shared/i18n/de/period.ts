/** Periods as they are chosen and as they stand in a sentence. */
export const period = {
  label: 'Zeitraum',
  presets: {
    all: 'Alle Daten',
    thisMonth: 'Dieser Monat',
    lastMonth: 'Letzter Monat',
    thisQuarter: 'Dieses Quartal',
    lastQuarter: 'Letztes Quartal',
    thisYear: 'Dieses Jahr',
    lastYear: 'Letztes Jahr',
    last12Months: 'Letzte 12 Monate',
  },
  own: 'Eigener Zeitraum',
  anchored: 'Gerechnet vom letzten Tag mit Daten, dem {{day}}.',
  /** After "hat", before the figure. */
  within: {
    day: 'am {{day}}',
    days: 'vom {{from}} bis {{to}}',
    month: 'im {{month}}',
    months: 'von {{from}} bis {{to}}',
    year: 'im Jahr {{year}}',
  },
} as const

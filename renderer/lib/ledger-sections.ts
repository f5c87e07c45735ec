/** The pages of Hauptbuch: routes of their own under one entry of the navigation. Texts: ledger.sections.<key>. */
export const LEDGER_SECTIONS = [
  { key: 'lines', path: '/ledger' },
  { key: 'costs', path: '/ledger/costs' },
  { key: 'revenue', path: '/ledger/revenue' },
  { key: 'leads', path: '/ledger/leads' },
  { key: 'months', path: '/ledger/months' },
] as const

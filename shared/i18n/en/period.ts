import type { period as source } from '../de/period.ts'
import type { Texts } from '../texts.ts'

export const period = {
  label: 'Period',
  presets: {
    all: 'All data',
    thisMonth: 'This month',
    lastMonth: 'Last month',
    thisQuarter: 'This quarter',
    lastQuarter: 'Last quarter',
    thisYear: 'This year',
    lastYear: 'Last year',
    last12Months: 'Last 12 months',
  },
  own: 'Other period',
  anchored: 'Counted from the last day with data, {{day}}.',
  within: {
    day: 'on {{day}}',
    days: 'from {{from}} to {{to}}',
    month: 'in {{month}}',
    months: 'from {{from}} to {{to}}',
    year: 'in {{year}}',
  },
} as const satisfies Texts<typeof source>

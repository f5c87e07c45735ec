// The calendar: a month and a week around today.
import type { Shot } from './screenshot-list.ts'

export const calendarShots: readonly Shot[] = [
  { name: 'calendar-month', state: 'planned', path: '/calendar' },
  { name: 'calendar-month-beside', state: 'planned', path: '/calendar?post=22' },
  {
    name: 'calendar-month-day',
    state: 'planned',
    path: '/calendar',
    prepare: (page) =>
      page
        .locator('[data-more]')
        .last()
        .click({ timeout: 2_000 })
        .catch(() => undefined),
  },
  { name: 'calendar-month-empty', state: 'empty', path: '/calendar' },
  { name: 'calendar-week', state: 'planned', path: '/calendar?view=week' },
  { name: 'calendar-week-empty', state: 'empty', path: '/calendar?view=week' },
]

import type { calendar as source } from '../de/calendar.ts'
import type { Texts } from '../texts.ts'

export const calendar = {
  title: 'Calendar',
  add: 'Post',
  week: 'Week {{week}} · {{month}}',
  views: { label: 'View', month: 'Month', week: 'Week', board: 'Board', list: 'List' },
  step: {
    today: 'Today',
    month: { back: 'Month before', on: 'Month after' },
    week: { back: 'Week before', on: 'Week after' },
  },
  filter: { clear: 'Clear filters' },
  status: {
    idea: 'idea',
    draft: 'draft',
    review: 'in review',
    ready: 'ready',
    published: 'published',
    archived: 'archived',
    cancelled: 'cancelled',
  },
  hints: {
    count_one: '1 hint',
    count_other: '{{count}} hints',
    silent: '{{channel}}: {{count}} days without a post, {{days}}',
    same_hour: '{{channel}}: “{{first}}” and “{{second}}” within an hour, {{day}}',
    same_text: '{{channel}}: the same text twice, “{{first}}” and “{{second}}”, {{days}}',
    more: 'There are more; choose a shorter period.',
  },
  commands: { add: 'Note a post' },
  done: {
    moved_one: 'Post moved',
    moved_other: '{{count}} posts moved',
    shifted_one: 'Post moved',
    shifted_other: '{{count}} posts moved',
    copied: 'Post copied',
    status_one: 'Post is now: {{status}}',
    status_other: '{{count}} posts are now: {{status}}',
    published: 'Noted as published',
  },
} satisfies Texts<typeof source>

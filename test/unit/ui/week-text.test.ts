import { expect, test } from 'vitest'
import { weekText } from '../../../renderer/features/moderation/detail/week-text.ts'

const names = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']
const office = [{ from: '08:00', to: '18:00' }]
const divided = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]

test.each([
  ['days of the same hours together', [office, office, office, office, office, [], []], 'Mo–Fr 08:00–18:00'],
  [
    'a day of its own',
    [office, office, office, office, office, divided, []],
    'Mo–Fr 08:00–18:00, Sa 09:00–12:00 13:00–17:00',
  ],
  [
    'a free day between',
    [office, office, [], office, [], [], office],
    'Mo–Di 08:00–18:00, Do 08:00–18:00, So 08:00–18:00',
  ],
  ['no hours at all', [[], [], [], [], [], [], []], ''],
])('%s', (_, week, text) => {
  expect(weekText(week, names)).toBe(text)
})

import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'

beforeAll(startI18n)

test.each([
  ['de', '12.500 Gespräche'],
  ['en', '12,500 conversations'],
])('counts in sentences are grouped as figures are (%s)', (lng, text) => {
  expect(i18next.t('privacy:backups.conversations', { count: 12_500, lng })).toBe(text)
})

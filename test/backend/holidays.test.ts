import { afterEach, expect, test } from 'vitest'
import type { Day } from '../../shared/domain/day.ts'
import { openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
afterEach(() => host.close())

const period = (from: string, to: string) => ({ period: { from: from as Day, to: to as Day } })

test('holidays are those of the Land, named in the language of the ledger, also over New Year', async () => {
  host = await openDirectHost({ holidayRegion: { country: 'DE', state: 'BY' }, language: 'de' })
  const { settings } = host.client
  expect(await settings.holidays(period('2026-10-26', '2026-11-01'))).toEqual([
    { day: '2026-11-01', name: 'Allerheiligen' },
  ])
  expect(await settings.holidays(period('2026-12-26', '2027-01-06'))).toEqual([
    { day: '2026-12-26', name: '2. Weihnachtstag' },
    { day: '2027-01-01', name: 'Neujahr' },
    { day: '2027-01-06', name: 'Heilige Drei Könige' },
  ])
  await settings.update({
    commandId: crypto.randomUUID(),
    patch: { holidayRegion: { country: 'DE', state: 'HH' }, language: 'en' },
  })
  expect(await settings.holidays(period('2026-10-26', '2026-11-01'))).toEqual([
    { day: '2026-10-31', name: 'Reformation Day' },
  ])
})

test('what a year has of weekdays and holidays follows the same list', async () => {
  host = await openDirectHost({ holidayRegion: { country: 'DE', state: 'BY' } })
  const { settings } = host.client
  const year = await settings.holidays(period('2026-01-01', '2026-12-31'))
  const onWeekdays = year.filter(({ day }) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))
  expect(await settings.workingDays({ year: 2026 })).toEqual({
    year: 2026,
    weekdays: 261,
    holidaysOnWeekdays: onWeekdays.length,
    region: 'DE-BY',
  })
})

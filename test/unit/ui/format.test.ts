import { describe, expect, test } from 'vitest'
import { formatFor } from '../../../renderer/lib/format.ts'

const de = formatFor('de', 'EUR')
const en = formatFor('en', 'EUR')
/** Which kind of space stands before a unit is the formatter's affair. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('figures', () => {
  test('money from integer cents, with the typographic minus', () => {
    expect(plain(de.money(712734))).toBe('7.127,34 €')
    expect(plain(de.money(-1340))).toBe('\u221213,40 €')
    expect(en.money(-712734)).toBe('\u2212€7,127.34')
    expect(plain(de.money(0, 'always'))).toBe('0,00 €')
    expect(plain(de.money(1, 'always'))).toBe('+0,01 €')
  })

  test('whole units round half away from zero and never show a signed zero', () => {
    expect(plain(de.moneyRounded(150))).toBe('2 €')
    expect(plain(de.moneyRounded(-150))).toBe('\u22122 €')
    expect(plain(de.moneyRounded(-40))).toBe('0 €')
    expect(plain(de.moneyRounded(1227834, 'always'))).toBe('+12.278 €')
  })

  test('hours as a sum and as a clock', () => {
    expect(de.hours(163.6 * 3600)).toBe('163,6')
    expect(en.hours(163.6 * 3600)).toBe('163.6')
    expect(plain(de.duration(4 * 3600 + 38 * 60))).toBe('4:38 h')
    expect(plain(de.duration(3599))).toBe('1:00 h')
    expect(plain(de.duration(-72 * 60))).toBe('\u22121:12 h')
    expect(plain(de.duration(-10))).toBe('0:00 h')
  })

  test('shares and basis points', () => {
    expect(plain(de.percent(0.64))).toBe('64 %')
    expect(en.percent(-0.22, 0, 'always')).toBe('\u221222%')
    expect(plain(de.basisPoints(2130))).toBe('21,3 %')
  })
})

describe('days', () => {
  test('a day is the same day in every zone', () => {
    expect(de.day('2026-03-29')).toBe('29.03.2026')
    expect(en.day('2026-03-29')).toBe('29/03/2026')
    expect(de.dayLong('2026-10-28')).toBe('Mittwoch, 28. Oktober')
    expect(de.dayLong('2026-10-28', '2026-01-01')).toBe('Mittwoch, 28. Oktober')
    expect(de.dayLong('2027-10-28', '2026-12-31')).toBe('Donnerstag, 28. Oktober 2027')
    expect(de.month('2026-10')).toBe('Oktober 2026')
  })

  test.each([
    ['2026-01-01', '2026-10-31', 'Jan – Okt 2026'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['2026-02-01', '2026-02-28', 'Februar 2026'],
    ['2025-11-01', '2026-02-28', 'Nov 2025 – Feb 2026'],
    ['2026-03-05', '2026-10-28', '5.3. – 28.10.2026'],
    ['2025-12-30', '2026-01-02', '30.12.2025 – 2.1.2026'],
    ['2026-03-05', '2026-03-05', '05.03.2026'],
    ['2028-02-01', '2028-02-28', '1.2. – 28.2.2028'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(de.dayRange(from, to)).toBe(text)
  })

  test.each([
    ['2026-10-26', '2026-11-01', '26.10. – 1.11.'],
    ['2025-12-29', '2026-01-04', '29.12.2025 – 4.1.2026'],
    ['2025-10-27', '2025-11-02', '27.10. – 2.11.2025'],
  ])('seen from November 2026, %s to %s is %s', (from, to, text) => {
    expect(de.dayRange(from, to, '2026-11-02')).toBe(text)
  })

  test('an instant is shown in the zone of the ledger', () => {
    const instantMs = Date.UTC(2026, 9, 28, 10, 30)
    expect(de.instant(instantMs, 'Europe/Berlin')).toBe('28.10.2026, 11:30')
    expect(de.instant(instantMs, 'America/Los_Angeles')).toBe('28.10.2026, 03:30')
  })
})

test('formatters are made once', () => {
  expect(formatFor('de', 'EUR')).toBe(de)
  expect(plain(formatFor('de', 'CHF').money(100))).toBe('1,00 CHF')
})

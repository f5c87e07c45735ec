import { describe, expect, test } from 'vitest'
import { NO_ROUNDING, type Rounding } from '../../../shared/domain/billing-rounding.ts'
import {
  billMonths,
  sumLines,
  type BillableEntry,
  type BillingTerms,
} from '../../../shared/domain/billing-statement.ts'
import type { Day, Month } from '../../../shared/domain/day.ts'

const entry = (day: string, minutes: number, extra: Partial<BillableEntry> = {}): BillableEntry => ({
  day: day as Day,
  personId: 1,
  seconds: minutes * 60,
  isBillable: true,
  together: 'open',
  ...extra,
})
const terms = (extra: Partial<BillingTerms> = {}): BillingTerms => ({
  clientId: 1,
  rounding: NO_ROUNDING,
  rates: [{ clientId: 1, personId: null, validFrom: '2026-01-01' as Day, centsPerHour: 7_500 }],
  retainers: [],
  ...extra,
})
const october = (entries: BillableEntry[], of: BillingTerms) => billMonths(entries, of, '2026-10' as Month).at(-1)!
const quarter: Rounding = { way: 'up', minutes: 15, of: 'entry' }
const total: Rounding = { way: 'up', minutes: 30, of: 'total' }

describe('amounts', () => {
  test('14:20 measured are 14:30 billed and 1,087.50 at 75', () => {
    const { lines } = october([entry('2026-10-01', 860)], terms({ rounding: { ...quarter, minutes: 30 } }))
    expect(sumLines(lines)).toMatchObject({ rawSeconds: 860 * 60, billedSeconds: 870 * 60, cents: 108_750 })
  })

  test('each line is rounded to the cent where entries are rounded', () => {
    const odd = terms({ rates: [{ clientId: null, personId: null, validFrom: '2026-01-01' as Day, centsPerHour: 1 }] })
    // Half a cent three times: three cents line by line.
    const three = [1, 2, 3].map((day) => entry(`2026-10-0${day}`, 30))
    expect(sumLines(october(three, odd).lines).cents).toBe(3)
    // 1:30 h at one cent an hour, once: two cents.
    expect(sumLines(october(three, { ...odd, rounding: { ...total, way: 'down' } }).lines).cents).toBe(2)
  })

  test('what is not billable is listed and costs nothing', () => {
    const { lines } = october([entry('2026-10-01', 50, { isBillable: false })], terms({ rounding: quarter }))
    expect(lines[0]).toMatchObject({ billedSeconds: 0, cents: 0 })
    expect(sumLines(lines)).toMatchObject({ rawSeconds: 3_000, billableSeconds: 0 })
  })

  test('the rate is that of the day; without one the amount is not known', () => {
    const raised = terms({
      rates: [
        { clientId: 1, personId: null, validFrom: '2026-10-02' as Day, centsPerHour: 6_000 },
        { clientId: 1, personId: null, validFrom: '2026-10-03' as Day, centsPerHour: 9_000 },
      ],
    })
    const { lines } = october(
      [1, 2, 3].map((day) => entry(`2026-10-0${day}`, 60)),
      raised,
    )
    expect(lines.map(({ cents }) => cents)).toEqual([null, 6_000, 9_000])
    expect(sumLines(lines)).toMatchObject({ cents: 15_000, unpricedSeconds: 3_600 })
  })
})

describe('a retainer', () => {
  const retainer = {
    fromMonth: '2026-10' as Month,
    toMonth: null,
    monthlySeconds: 2 * 3_600,
    feeCents: 10_000,
    carryOverCapSeconds: 0,
    carryOverMonths: null,
    excessCentsPerHour: null,
  }

  test('covers the first hours; a line may be covered in part', () => {
    const { lines, retainer: state } = october(
      [entry('2026-10-01', 90), entry('2026-10-02', 60)],
      terms({ retainers: [retainer] }),
    )
    expect(lines.map(({ coveredSeconds, chargedSeconds, cents }) => [coveredSeconds, chargedSeconds, cents])).toEqual([
      [5_400, 0, 0],
      [1_800, 1_800, 3_750],
    ])
    expect(state).toMatchObject({ usedSeconds: 9_000, excessSeconds: 1_800 })
  })

  test('hours beyond cost what was agreed for them', () => {
    const agreed = terms({ retainers: [{ ...retainer, excessCentsPerHour: 10_000 }], rates: [] })
    const { lines } = october([entry('2026-10-01', 180)], agreed)
    expect(lines).toMatchObject([{ centsPerHour: 10_000 }])
    expect(sumLines(lines)).toMatchObject({ cents: 10_000, unpricedSeconds: 0 })
  })

  test('counts the hours as they are billed', () => {
    const rounded = terms({ retainers: [retainer], rounding: { way: 'up', minutes: 60, of: 'entry' } })
    const { retainer: state } = october([entry('2026-10-01', 61), entry('2026-10-02', 1)], rounded)
    expect(state).toMatchObject({ usedSeconds: 3 * 3_600, excessSeconds: 3_600 })
  })

  test('months without an entry belong to it as well', () => {
    const months = billMonths([entry('2026-12-01', 10)], terms({ retainers: [retainer] }), '2026-11' as Month)
    expect(months.map(({ month, retainer: state }) => [month, state?.usedSeconds ?? null])).toEqual([
      ['2026-10', 0],
      ['2026-11', 0],
      ['2026-12', null],
    ])
  })
})

/** The calculator's sheet: what is typed, and the basis of a rate that follows from it. Pure. */
import {
  DEFAULT_EMPLOYER_SHARE_BASIS_POINTS,
  hourlyCostCents,
  paidWorkingDays,
} from '../../../shared/domain/hourly-cost.ts'
import type { RateBasis } from '../../../shared/contract/people.ts'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'

export type SheetKind = 'salary' | 'freelancer'

/** Null: the field is empty or cannot be read. */
export interface RateSheet {
  readonly kind: SheetKind
  readonly grossCents: number | null
  readonly employerShareBasisPoints: number | null
  readonly leviesBasisPoints: number | null
  readonly accidentBasisPoints: number | null
  readonly otherCents: number | null
  readonly livingCents: number | null
  readonly insuranceCents: number | null
  readonly toolsCents: number | null
  readonly profitCents: number | null
  readonly leaveDays: number | null
  readonly sickDays: number | null
  /** Null: the days are worked out. */
  readonly ownDays: number | null
  readonly hoursPerDay: number | null
  readonly trackedShareBasisPoints: number | null
}

/** What the calendar of a year says; null while it is read. */
export interface YearDays {
  readonly weekdays: number
  readonly holidaysOnWeekdays: number
}

const usualLeave = { salary: 28, freelancer: 25 } as const
const usualSickDays = 10

export function newSheet(settings: Pick<LedgerSettings, 'businessKind' | 'holidayRegion'>): RateSheet {
  const kind = settings.businessKind === 'freelancer' ? 'freelancer' : 'salary'
  return {
    kind,
    grossCents: null,
    employerShareBasisPoints: settings.holidayRegion.country === 'DE' ? DEFAULT_EMPLOYER_SHARE_BASIS_POINTS : null,
    leviesBasisPoints: null,
    accidentBasisPoints: null,
    otherCents: null,
    livingCents: null,
    insuranceCents: null,
    toolsCents: null,
    profitCents: null,
    leaveDays: usualLeave[kind],
    sickDays: usualSickDays,
    ownDays: null,
    hoursPerDay: 8,
    trackedShareBasisPoints: 10_000,
  }
}

/** Opens a stored basis again. Without a worksheet (made by a script) only the sums are known. */
export function sheetOf(basis: RateBasis, empty: RateSheet): RateSheet {
  const { worksheet } = basis
  const kind = worksheet?.kind ?? 'salary'
  const levies = worksheet?.leviesBasisPoints ?? 0
  const accident = worksheet?.accidentBasisPoints ?? 0
  const insurance = worksheet?.insuranceCents ?? 0
  const profit = worksheet?.profitCents ?? 0
  const common = {
    ...empty,
    kind,
    leaveDays: worksheet?.daysOff?.leave ?? empty.leaveDays,
    sickDays: worksheet?.daysOff?.sick ?? empty.sickDays,
    ownDays: worksheet?.daysOff ? null : basis.paidWorkingDays,
    hoursPerDay: basis.hoursPerDay,
    trackedShareBasisPoints: basis.trackedShareBasisPoints,
  }
  if (kind === 'freelancer') {
    return {
      ...common,
      livingCents: basis.yearlyPayCents - insurance - profit,
      insuranceCents: insurance || null,
      profitCents: profit || null,
      toolsCents: basis.otherYearlyCents || null,
    }
  }
  return {
    ...common,
    grossCents: basis.yearlyPayCents,
    employerShareBasisPoints: basis.employerShareBasisPoints - levies - accident,
    leviesBasisPoints: levies || null,
    accidentBasisPoints: accident || null,
    otherCents: basis.otherYearlyCents || null,
  }
}

export function daysOfSheet(sheet: RateSheet, year: YearDays | null): number | null {
  if (sheet.ownDays !== null) return sheet.ownDays
  if (year === null) return null
  return paidWorkingDays({ ...year, leaveDays: sheet.leaveDays ?? 0, sickDays: sheet.sickDays ?? 0 })
}

/** The employer's share with its optional parts, in basis points. */
export function shareOfSheet(sheet: RateSheet): number | null {
  if (sheet.kind === 'freelancer') return 0
  if (sheet.employerShareBasisPoints === null) return null
  return sheet.employerShareBasisPoints + (sheet.leviesBasisPoints ?? 0) + (sheet.accidentBasisPoints ?? 0)
}

export interface SheetResult {
  readonly basis: RateBasis
  readonly centsPerHour: number
  readonly yearlyCents: number
  /** Hours that end up in the log, in seconds. */
  readonly loggedSeconds: number
}

/** Null while something is missing or no hours are left to divide by. */
export function resultOf(sheet: RateSheet, year: YearDays | null): SheetResult | null {
  const days = daysOfSheet(sheet, year)
  const share = shareOfSheet(sheet)
  const { hoursPerDay, trackedShareBasisPoints } = sheet
  const pay = sheet.kind === 'salary' ? sheet.grossCents : sheet.livingCents
  if (days === null || days < 1 || share === null || pay === null) return null
  if (hoursPerDay === null || trackedShareBasisPoints === null) return null
  const isSalary = sheet.kind === 'salary'
  const insuranceCents = isSalary ? 0 : (sheet.insuranceCents ?? 0)
  const profitCents = isSalary ? 0 : (sheet.profitCents ?? 0)
  const basis: RateBasis = {
    yearlyPayCents: pay + insuranceCents + profitCents,
    employerShareBasisPoints: share,
    otherYearlyCents: (isSalary ? sheet.otherCents : sheet.toolsCents) ?? 0,
    paidWorkingDays: days,
    hoursPerDay,
    trackedShareBasisPoints,
    worksheet: {
      kind: sheet.kind,
      daysOff: sheet.ownDays === null ? { leave: sheet.leaveDays ?? 0, sick: sheet.sickDays ?? 0 } : null,
      leviesBasisPoints: isSalary ? (sheet.leviesBasisPoints ?? 0) : 0,
      accidentBasisPoints: isSalary ? (sheet.accidentBasisPoints ?? 0) : 0,
      insuranceCents,
      profitCents,
    },
  }
  return {
    basis,
    centsPerHour: hourlyCostCents(basis),
    yearlyCents: Math.round((basis.yearlyPayCents * (10_000 + share)) / 10_000) + basis.otherYearlyCents,
    loggedSeconds: (days * hoursPerDay * 3600 * trackedShareBasisPoints) / 10_000,
  }
}

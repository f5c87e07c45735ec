/** The calculator of the first start: few fields, the rest assumed and said so. Pure. */
import type { RateBasis } from '../../../shared/contract/people.ts'
import {
  DEFAULT_EMPLOYER_SHARE_BASIS_POINTS,
  hourlyCostCents,
  paidWorkingDays,
} from '../../../shared/domain/hourly-cost.ts'

/** Null: the field is empty or cannot be read. */
export interface StartSheet {
  readonly grossCents: number | null
  readonly employerShareBasisPoints: number | null
  readonly livingCents: number | null
  readonly insuranceCents: number | null
  readonly toolsCents: number | null
  readonly profitCents: number | null
  readonly leaveDays: number | null
  readonly sickDays: number | null
  readonly hoursPerDay: number | null
  readonly trackedShareBasisPoints: number | null
}

export const emptySheet: StartSheet = {
  grossCents: null,
  employerShareBasisPoints: DEFAULT_EMPLOYER_SHARE_BASIS_POINTS,
  livingCents: null,
  insuranceCents: null,
  toolsCents: null,
  profitCents: null,
  leaveDays: 28,
  sickDays: 10,
  hoursPerDay: 8,
  trackedShareBasisPoints: 10_000,
}

export interface YearDays {
  readonly weekdays: number
  readonly holidaysOnWeekdays: number
}

export interface SheetResult {
  readonly basis: RateBasis
  readonly centsPerHour: number
  readonly yearlyCents: number
  readonly days: number
}

/** Null while something is missing or no hours are left to divide by. */
export function resultOf(sheet: StartSheet, isFreelancer: boolean, year: YearDays | undefined): SheetResult | null {
  const { hoursPerDay, trackedShareBasisPoints, leaveDays, sickDays } = sheet
  const pay = isFreelancer ? sheet.livingCents : sheet.grossCents
  const share = isFreelancer ? 0 : sheet.employerShareBasisPoints
  if (!year || pay === null || share === null || !hoursPerDay || !trackedShareBasisPoints) return null
  const daysOff = { leave: leaveDays ?? 0, sick: sickDays ?? 0 }
  const days = paidWorkingDays({ ...year, leaveDays: daysOff.leave, sickDays: daysOff.sick })
  if (days < 1) return null
  const insuranceCents = isFreelancer ? (sheet.insuranceCents ?? 0) : 0
  const profitCents = isFreelancer ? (sheet.profitCents ?? 0) : 0
  const basis: RateBasis = {
    yearlyPayCents: pay + insuranceCents + profitCents,
    employerShareBasisPoints: share,
    otherYearlyCents: isFreelancer ? (sheet.toolsCents ?? 0) : 0,
    paidWorkingDays: days,
    hoursPerDay,
    trackedShareBasisPoints,
    worksheet: {
      kind: isFreelancer ? 'freelancer' : 'salary',
      daysOff,
      leviesBasisPoints: 0,
      accidentBasisPoints: 0,
      insuranceCents,
      profitCents,
    },
  }
  const centsPerHour = hourlyCostCents(basis)
  const yearlyCents = Math.round((basis.yearlyPayCents * (10_000 + share)) / 10_000) + basis.otherYearlyCents
  return centsPerHour > maximumCentsPerHour ? null : { basis, centsPerHour, yearlyCents, days }
}

/** The contract takes no more. */
const maximumCentsPerHour = 10_000_000

/** From entries to what a client is billed: rounded, priced, and what a retainer covers taken off. */
import { allocate } from './allocation.ts'
import { billingRateOn, type BillingRate } from './billing-rate.ts'
import { billedSeconds, type Rounding } from './billing-rounding.ts'
import { monthOf, type Day, type Month } from './day.ts'
import { labourCents } from './labour-cost.ts'
import { retainerMonths, type Retainer, type RetainerMonth } from './retainer.ts'

/** Entries one timesheet lists. */
export const MAX_TIMESHEET_ENTRIES = 2_000

export interface BillableEntry {
  /** The local day it starts: an entry over midnight counts there. */
  readonly day: Day
  readonly personId: number
  /** As measured. */
  readonly seconds: number
  readonly isBillable: boolean
  /** Where the total is rounded: entries of one month that are rounded together, e.g. those of one invoice. */
  readonly together: string
}

export interface PricedRetainer extends Retainer {
  readonly feeCents: number
  /** Of an hour beyond; null: the rate of its entry. */
  readonly excessCentsPerHour: number | null
}

export interface BillingTerms {
  readonly clientId: number
  readonly rounding: Rounding
  readonly rates: readonly BillingRate[]
  readonly retainers: readonly PricedRetainer[]
}

export interface BilledLine<Entry extends BillableEntry = BillableEntry> {
  readonly entry: Entry
  /** 0 for what is not billable. */
  readonly billedSeconds: number
  /** What an hour of it is charged at: as the retainer of its month says, or the billing rate of its day; null: neither is agreed. */
  readonly centsPerHour: number | null
  /** Of the billed ones, what a retainer covers; the rest is charged. */
  readonly coveredSeconds: number
  readonly chargedSeconds: number
  /** Null: something is charged, but no price is known. */
  readonly cents: number | null
}

export interface BilledMonth<Entry extends BillableEntry = BillableEntry> {
  readonly month: Month
  readonly lines: readonly BilledLine<Entry>[]
  readonly retainer: RetainerMonth<PricedRetainer> | null
}

/**
 * The months of a client up to `until`, in order: those with entries and those of a retainer. Entries in the order in which they use up
 * a retainer; lines keep it. An amount is charged seconds × rate ÷ 3600, half a cent up, rounded once: for each line where entries are
 * rounded, where the total is, for all that is rounded together at one price, and divided over the lines by largest remainder. Throws
 * RangeError on negative or unsafe input. Source: the terms agreed with the client; see docs/decisions/032.
 */
export function billMonths<Entry extends BillableEntry>(
  entries: readonly Entry[],
  terms: BillingTerms,
  until: Month,
): BilledMonth<Entry>[] {
  const priced = new Map(
    [...Map.groupBy(entries, ({ day }) => monthOf(day))].map(([month, own]) => [month, priceEntries(own, terms)]),
  )
  const used = new Map([...priced].map(([month, lines]) => [month, sumSeconds(lines)]))
  const retained = new Map(retainerMonths(terms.retainers, used, until).map((month) => [month.month, month]))
  const months = [...new Set([...priced.keys(), ...retained.keys()])].toSorted()
  return months.map((month) => {
    const retainer = retained.get(month) ?? null
    return { month, retainer, lines: chargeLines(priced.get(month) ?? [], retainer, terms.rounding) }
  })
}

interface PricedLine<Entry extends BillableEntry> {
  readonly entry: Entry
  readonly billedSeconds: number
  readonly centsPerHour: number | null
}

function priceEntries<Entry extends BillableEntry>(
  entries: readonly Entry[],
  { clientId, rates, rounding }: BillingTerms,
): PricedLine<Entry>[] {
  const lines = entries.map((entry) => ({
    entry,
    centsPerHour: billingRateOn(entry.day, clientId, entry.personId, rates)?.centsPerHour ?? null,
  }))
  const billable = lines.filter(({ entry }) => entry.isBillable)
  const seconds = billedSeconds(
    billable.map(({ entry, centsPerHour }) => ({
      seconds: entry.seconds,
      group: String(centsPerHour),
      together: entry.together,
    })),
    rounding,
  )
  const billed = new Map(billable.map((line, index) => [line, seconds[index] ?? 0]))
  return lines.map((line) => ({ ...line, billedSeconds: billed.get(line) ?? 0 }))
}

function sumSeconds(lines: readonly { readonly billedSeconds: number }[]): number {
  return lines.reduce((sum, line) => sum + line.billedSeconds, 0)
}

function chargeLines<Entry extends BillableEntry>(
  lines: readonly PricedLine<Entry>[],
  retained: RetainerMonth<PricedRetainer> | null,
  rounding: Rounding,
): BilledLine<Entry>[] {
  let left = retained?.availableSeconds ?? 0
  const excess = retained?.retainer.excessCentsPerHour ?? null
  const charged = lines.map((line) => {
    const coveredSeconds = Math.min(left, line.billedSeconds)
    left -= coveredSeconds
    const chargedSeconds = line.billedSeconds - coveredSeconds
    return { ...line, centsPerHour: excess ?? line.centsPerHour, coveredSeconds, chargedSeconds }
  })
  const cents = amountsOf(charged, rounding)
  return charged.map((line, index) => ({ ...line, cents: cents[index] ?? null }))
}

type ChargedLine = Pick<BilledLine, 'entry' | 'chargedSeconds' | 'centsPerHour'>

function amountsOf(lines: readonly ChargedLine[], { of, way }: Rounding): (number | null)[] {
  const amounts = lines.map(({ chargedSeconds, centsPerHour }): number | null =>
    chargedSeconds === 0 ? 0 : centsPerHour === null ? null : labourCents(chargedSeconds, centsPerHour),
  )
  if (of === 'entry' || way === 'none') return amounts
  const indexed = lines.flatMap((line, index) =>
    line.chargedSeconds > 0 && line.centsPerHour !== null ? [{ ...line, index }] : [],
  )
  for (const group of Map.groupBy(indexed, ({ entry, centsPerHour }) => `${centsPerHour} ${entry.together}`).values()) {
    const seconds = group.map((line) => line.chargedSeconds)
    const whole = labourCents(
      seconds.reduce((sum, each) => sum + each, 0),
      group[0]?.centsPerHour ?? 0,
    )
    const parts = allocate(whole, seconds)
    for (const [place, { index }] of group.entries()) amounts[index] = parts[place] ?? 0
  }
  return amounts
}

/** Sums of lines. Seconds and cents add up whichever way the lines are grouped. */
export interface BilledSums {
  readonly count: number
  readonly rawSeconds: number
  /** Measured seconds of what is billable. */
  readonly billableSeconds: number
  readonly billedSeconds: number
  readonly coveredSeconds: number
  readonly chargedSeconds: number
  readonly cents: number
  /** Charged seconds without a price: `cents` lacks them. */
  readonly unpricedSeconds: number
}

export function sumLines(lines: readonly BilledLine[]): BilledSums {
  const sums = { ...NO_SUMS }
  for (const { entry, cents, ...line } of lines) {
    sums.count += 1
    sums.rawSeconds += entry.seconds
    if (entry.isBillable) sums.billableSeconds += entry.seconds
    sums.billedSeconds += line.billedSeconds
    sums.coveredSeconds += line.coveredSeconds
    sums.chargedSeconds += line.chargedSeconds
    if (cents === null) sums.unpricedSeconds += line.chargedSeconds
    else sums.cents += cents
  }
  return sums
}

const NO_SUMS: BilledSums = {
  count: 0,
  rawSeconds: 0,
  billableSeconds: 0,
  billedSeconds: 0,
  coveredSeconds: 0,
  chargedSeconds: 0,
  cents: 0,
  unpricedSeconds: 0,
}

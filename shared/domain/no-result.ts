/** What is said where there is nothing to say it of. */

/** Figures of a row that does not exist. */
export const NO_FIGURES = {
  seconds: 0,
  labourCents: 0,
  unpricedSeconds: 0,
  adsCents: 0,
  otherCostCents: 0,
  orders: 0,
  grossCents: 0,
  netCents: 0,
  contributionCents: 0,
  resultCents: 0,
  returnPerHourCents: null,
}

/** No verdict, no range, no way to zero: what goes into the result is not all known. */
export const NO_CONFIDENCE = {
  total: null,
  rows: [],
  byModel: [],
  breakEvenRevenueCents: null,
  purchasesMissing: null,
  cumulative: [],
  payback: null,
}

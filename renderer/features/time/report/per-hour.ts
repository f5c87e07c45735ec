import { multiplyDivide } from '../../../../shared/domain/money.ts'

/** Cents an hour of the hours that have a price, rounded half away from zero; null where none has. */
export function perHour(sum: {
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
}): number | null {
  const priced = sum.seconds - sum.unpricedSeconds
  return priced > 0 ? multiplyDivide(sum.cents, 3_600, priced) : null
}

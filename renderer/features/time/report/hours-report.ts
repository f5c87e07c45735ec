import type { HoursRow } from './report-rows.ts'

/** What `time.report` answers. */
export interface HoursReport {
  readonly rows: readonly HoursRow[]
  readonly sums: {
    readonly count: number
    readonly seconds: number
    readonly cents: number
    readonly unpricedSeconds: number
  }
  readonly byHand: { readonly seconds: number; readonly cents: number }
  readonly dialogueShareBasisPoints: number | null
}

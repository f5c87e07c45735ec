/** What was answered so far. It outlives the screen: a look elsewhere, or a dropped file, must not lose it. */
import { create } from 'zustand'
import type { Network } from '../../../shared/domain/network.ts'
import { emptySheet, type StartSheet } from './start-sheet.ts'

export interface StartAnswers {
  /** Of the company; empty: not said. */
  readonly name: string
  /** Of the one who answers; empty: not said. */
  readonly ownName: string
  readonly businessKind: 'company' | 'freelancer' | null
  /** Null: asked for later. */
  readonly rateWay: 'calculated' | 'known' | null
  readonly knownCentsPerHour: number | null
  readonly sheet: StartSheet
  /** Null: the first day of this year. */
  readonly validFrom: string | null
  readonly marginBasisPoints: number | null
  readonly networks: readonly Network[]
}

export const useStartAnswers = create<StartAnswers>()(() => ({
  name: '',
  ownName: '',
  businessKind: null,
  rateWay: null,
  knownCentsPerHour: null,
  sheet: emptySheet,
  validFrom: null,
  marginBasisPoints: null,
  networks: [],
}))

export function answer(patch: Partial<StartAnswers>): void {
  useStartAnswers.setState(patch)
}

export function fillSheet(patch: Partial<StartSheet>): void {
  useStartAnswers.setState(({ sheet }) => ({ sheet: { ...sheet, ...patch } }))
}

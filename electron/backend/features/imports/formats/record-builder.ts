/** How rows of one kind become records. A new kind of record adds a builder; a new format of a known kind does not. */
import type { Day } from '../../../../../shared/domain/day.ts'
import type { CellReader } from '../reader/cell-reader.ts'
import type { RecordSet } from '../reader/read-result.ts'
import type { FormatDeclaration } from './format.ts'
import type { RecordBase } from './records.ts'

/**
 * `added`: as a record of its own; `merged`: into the one of the same identity; `zero`: nothing to count; `not_work`: a break or a
 * holiday; `failed`: see problems.
 */
export type Outcome = 'added' | 'merged' | 'zero' | 'not_work' | 'duplicate' | 'failed'

export interface RecordBuilder {
  /** Reads the row the reader stands on. */
  add(row: CellReader): Outcome
  /** A further line of the group `key`; false when there is no record it could belong to. */
  extend?(key: string, row: CellReader): boolean
  finish(): { readonly content: RecordSet; readonly period: { readonly from: Day; readonly to: Day } | null }
}

export type BuilderFactory = (format: FormatDeclaration) => RecordBuilder

/** First and last day of records, gathered while they are built. */
export class PeriodTracker {
  #from: Day | null = null
  #to: Day | null = null

  include(from: Day, to: Day): void {
    if (this.#from === null || from < this.#from) this.#from = from
    if (this.#to === null || to > this.#to) this.#to = to
  }

  get period(): { from: Day; to: Day } | null {
    return this.#from && this.#to ? { from: this.#from, to: this.#to } : null
  }
}

/** Gives the second, third … record of the same identity a number, in the order of the file. */
export class IdentityCounter {
  readonly #seen = new Map<string, number>()

  /** How often the identity came before. */
  countOf(identity: RecordBase['identity']): number {
    const before = this.#seen.get(identity) ?? 0
    this.#seen.set(identity, before + 1)
    return before
  }
}

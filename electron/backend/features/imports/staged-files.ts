/** Files handed over by the page, in memory until they are imported or forgotten, and what reading them came to. */
import { StagedUploads } from '../../staged-uploads.ts'
import { MAX_FILE_BYTES } from './reader/limits.ts'
import { readFile, type ReadOptions } from './reader/read-file.ts'
import type { ReadAnswers, ReadResult } from './reader/read-result.ts'

interface Reading {
  readonly key: string
  readonly result: ReadResult
}

/** All staged files together. */
const MAX_STAGED_BYTES = 2 * MAX_FILE_BYTES

export class StagedFiles {
  readonly #uploads = new StagedUploads({ ofOne: MAX_FILE_BYTES, ofAll: MAX_STAGED_BYTES })
  readonly #readings = new Map<string, Reading>()

  stage(name: string, bytes: number): string {
    return this.#uploads.stage(name, bytes, (handle) => this.#readings.delete(handle))
  }

  append(handle: string, base64: string): number {
    this.#readings.delete(handle)
    return this.#uploads.append(handle, base64)
  }

  discard(handle: string): void {
    this.#readings.delete(handle)
    this.#uploads.discard(handle)
  }

  describe(handle: string): { name: string; bytes: number } {
    return this.#uploads.describe(handle)
  }

  /** Reads a staged file; asked again with the same answers, the first reading is given. */
  async read(handle: string, options: ReadOptions): Promise<ReadResult> {
    const key = JSON.stringify([options.timeZone, options.baseCurrency, options.answers ?? {}])
    const content = this.#uploads.content(handle)
    const known = this.#readings.get(handle)
    if (known?.key === key) return known.result
    const result = await readFile(content, this.#uploads.describe(handle).name, options)
    this.#readings.set(handle, { key, result })
    return result
  }
}

/** Answers as the contract has them, without absent keys. */
export function readAnswers(answers: {
  numberFormat?: 'comma' | 'dot' | undefined
  dateOrder?: 'day-first' | 'month-first' | undefined
}): ReadAnswers {
  return {
    ...(answers.numberFormat ? { numberFormat: answers.numberFormat } : {}),
    ...(answers.dateOrder ? { dateOrder: answers.dateOrder } : {}),
  }
}

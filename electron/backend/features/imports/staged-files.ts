/** Files handed over by the page, in memory until they are imported or forgotten, and what reading them came to. */
import { randomUUID } from 'node:crypto'
import { expected } from '../../database/expected.ts'
import { MAX_FILE_BYTES } from './reader/limits.ts'
import { readFile, type ReadOptions } from './reader/read-file.ts'
import type { ReadAnswers, ReadResult } from './reader/read-result.ts'

interface StagedFile {
  readonly name: string
  readonly bytes: number
  pieces: Buffer[]
  receivedBytes: number
  reading: { readonly key: string; readonly result: ReadResult } | null
}

/** All staged files together. */
const MAX_STAGED_BYTES = 2 * MAX_FILE_BYTES

export class StagedFiles {
  readonly #files = new Map<string, StagedFile>()

  stage(name: string, bytes: number): string {
    if (bytes > MAX_FILE_BYTES) throw expected('file_too_large', { name, bytes, limitBytes: MAX_FILE_BYTES })
    this.#makeRoomFor(bytes)
    const handle = randomUUID()
    this.#files.set(handle, { name, bytes, pieces: [], receivedBytes: 0, reading: null })
    return handle
  }

  /** A page that was reloaded never says goodbye to its files: the oldest make room. One that is still wanted is handed over again. */
  #makeRoomFor(bytes: number): void {
    let stagedBytes = [...this.#files.values()].reduce((sum, file) => sum + file.bytes, 0)
    for (const [handle, file] of this.#files) {
      if (stagedBytes + bytes <= MAX_STAGED_BYTES) return
      this.#files.delete(handle)
      stagedBytes -= file.bytes
    }
  }

  append(handle: string, base64: string): number {
    const file = this.#find(handle)
    const piece = Buffer.from(base64, 'base64')
    if (file.receivedBytes + piece.length > file.bytes) {
      throw expected('file_too_large', {
        name: file.name,
        bytes: file.receivedBytes + piece.length,
        limitBytes: file.bytes,
      })
    }
    file.pieces.push(piece)
    file.receivedBytes += piece.length
    file.reading = null
    return file.receivedBytes
  }

  discard(handle: string): void {
    this.#files.delete(handle)
  }

  describe(handle: string): { name: string; bytes: number } {
    const { name, bytes } = this.#find(handle)
    return { name, bytes }
  }

  /** Reads a staged file; asked again with the same answers, the first reading is given. */
  async read(handle: string, options: ReadOptions): Promise<ReadResult> {
    const file = this.#find(handle)
    const key = JSON.stringify([options.timeZone, options.baseCurrency, options.answers ?? {}])
    if (file.reading?.key === key) return file.reading.result
    // Half a file would read as one whose other rows are gone.
    if (file.receivedBytes !== file.bytes) throw expected('file_gone', { handle })
    if (file.pieces.length > 1) file.pieces = [Buffer.concat(file.pieces)]
    const result = await readFile(file.pieces[0] ?? Buffer.alloc(0), file.name, options)
    file.reading = { key, result }
    return result
  }

  #find(handle: string): StagedFile {
    const file = this.#files.get(handle)
    if (!file) throw expected('file_gone', { handle })
    return file
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

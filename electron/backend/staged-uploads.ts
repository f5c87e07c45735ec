/** Files handed over by the page in pieces, in memory until they are used or forgotten. */
import { randomUUID } from 'node:crypto'
import { expected } from './database/expected.ts'

interface Upload {
  readonly name: string
  readonly bytes: number
  pieces: Buffer[]
  receivedBytes: number
}

export interface UploadLimits {
  /** Of one file, in bytes. */
  readonly ofOne: number
  /** Of all that are staged at a time. */
  readonly ofAll: number
}

export class StagedUploads {
  readonly #files = new Map<string, Upload>()
  readonly #limits: UploadLimits

  constructor(limits: UploadLimits) {
    this.#limits = limits
  }

  /** Answers the handle; `onForgotten` hears of files that had to make room. */
  stage(name: string, bytes: number, onForgotten?: (handle: string) => void): string {
    if (bytes > this.#limits.ofOne) throw expected('file_too_large', { name, bytes, limitBytes: this.#limits.ofOne })
    this.#makeRoomFor(bytes, onForgotten)
    const handle = randomUUID()
    this.#files.set(handle, { name, bytes, pieces: [], receivedBytes: 0 })
    return handle
  }

  /** A page that was reloaded never says goodbye to its files: the oldest make room. One that is still wanted is handed over again. */
  #makeRoomFor(bytes: number, onForgotten?: (handle: string) => void): void {
    let stagedBytes = [...this.#files.values()].reduce((sum, file) => sum + file.bytes, 0)
    for (const [handle, file] of this.#files) {
      if (stagedBytes + bytes <= this.#limits.ofAll) return
      this.#files.delete(handle)
      onForgotten?.(handle)
      stagedBytes -= file.bytes
    }
  }

  /** Answers how many bytes are there now. */
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
    return file.receivedBytes
  }

  discard(handle: string): void {
    this.#files.delete(handle)
  }

  describe(handle: string): { name: string; bytes: number } {
    const { name, bytes } = this.#find(handle)
    return { name, bytes }
  }

  /** The whole file. Half a file is not there yet: it fails like one that is gone. */
  content(handle: string): Buffer {
    const file = this.#find(handle)
    if (file.receivedBytes !== file.bytes) throw expected('file_gone', { handle })
    if (file.pieces.length > 1) file.pieces = [Buffer.concat(file.pieces)]
    return file.pieces[0] ?? Buffer.alloc(0)
  }

  #find(handle: string): Upload {
    const file = this.#files.get(handle)
    if (!file) throw expected('file_gone', { handle })
    return file
  }
}

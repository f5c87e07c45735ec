/** The little of zip archives that workbooks need: reading named parts within limits, and writing a few small ones. */
import { promisify } from 'node:util'
import { crc32, deflateRawSync, inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

export type ZipProblem = 'broken' | 'too_large'

/** What is wrong with an archive; its text is for logs, `problem` for whoever handed the file over. */
export class ZipError extends Error {
  readonly problem: ZipProblem

  constructor(problem: ZipProblem, message: string) {
    super(message)
    this.problem = problem
  }
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
const MAX_PARTS = 2_000
const STORED = 0
const DEFLATED = 8

interface Part {
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedBytes: number
  readonly offset: number
}

export class ZipArchive {
  readonly #bytes: Buffer
  readonly #parts: ReadonlyMap<string, Part>

  /** Throws `ZipError` where the directory cannot be read. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#parts = readDirectory(this.#bytes)
  }

  has(name: string): boolean {
    return this.#parts.has(name)
  }

  /**
   * Text of a part; null where there is none. What the archive says about its size is not believed: unpacking ends at the limit.
   * Rejects with `ZipError`.
   */
  async readText(name: string, limitBytes: number): Promise<string | null> {
    const part = this.#parts.get(name)
    if (part === undefined) return null
    const packed = this.#packed(part)
    if (part.isEncrypted) throw new ZipError('broken', `${name} is encrypted`)
    if (part.method === STORED) return textWithin(packed, limitBytes)
    if (part.method !== DEFLATED) throw new ZipError('broken', `${name} is packed by method ${part.method}`)
    return textWithin(await this.#unpack(name, packed, limitBytes), limitBytes)
  }

  async #unpack(name: string, packed: Buffer, limitBytes: number): Promise<Buffer> {
    try {
      return await inflate(packed, { maxOutputLength: limitBytes + 1 })
    } catch (error) {
      const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      throw new ZipError(isTooLarge ? 'too_large' : 'broken', `${name}: ${String(error)}`)
    }
  }

  #packed({ offset, packedBytes }: Part): Buffer {
    const bytes = this.#bytes
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
      throw new ZipError('broken', `no part at ${offset}`)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    if (start + packedBytes > bytes.length) throw new ZipError('broken', 'the file ends within a part')
    return bytes.subarray(start, start + packedBytes)
  }
}

function textWithin(bytes: Buffer, limitBytes: number): string {
  if (bytes.length > limitBytes) throw new ZipError('too_large', `more than ${limitBytes} bytes`)
  return bytes.toString('utf8')
}

function readDirectory(bytes: Buffer): Map<string, Part> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_PARTS) throw new ZipError('too_large', `${count} parts`)
  const parts = new Map<string, Part>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new ZipError('broken', `no entry at ${at}`)
    const nameBytes = bytes.readUInt16LE(at + 28)
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameBytes), {
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at
  throw new ZipError('broken', 'no directory')
}

/** 1 January 1980: a file made twice from the same content is the same. */
const DOS_DATE = 0x21
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x800

/** An archive of small texts, in the order given. */
export function zipTexts(texts: readonly (readonly [name: string, text: string])[]): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of texts) {
    const nameBytes = Buffer.from(name, 'utf8')
    const content = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(content)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(VERSION, 0)
    facts.writeUInt16LE(FLAGS, 2)
    facts.writeUInt16LE(DEFLATED, 4)
    facts.writeUInt16LE(DOS_DATE, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    chunks.push(number32(LOCAL), facts, nameBytes, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(number32(CENTRAL), number16(VERSION), facts, rest, nameBytes)
    offset += 4 + facts.length + nameBytes.length + packed.length
  }
  const directoryBytes = directory.reduce((sum, chunk) => sum + chunk.length, 0)
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(texts.length, 8)
  end.writeUInt16LE(texts.length, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...directory, end])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

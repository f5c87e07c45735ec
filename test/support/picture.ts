/** Pictures for tests: a real PNG of two colours, different for each seed. */
import { crc32, deflateSync } from 'node:zlib'

export function pngPicture(seed = 1, width = 320, height = 200): Buffer {
  const [ground, ink] = [colour(seed, false), colour(seed, true)]
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => (isInk(x, y, width, seed) ? ink : ground)).flat()]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...parts])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** Light ones for the ground, dark ones for what is written on it. */
function colour(seed: number, isInk: boolean): number[] {
  return [53, 97, 31].map((factor) => (isInk ? 60 : 228) + ((seed * factor) % 26))
}

/** Something like lines of text, so that a thumbnail looks like a screenshot. */
function isInk(x: number, y: number, width: number, seed: number): boolean {
  const line = Math.floor(y / 22)
  return y % 22 > 8 && y % 22 < 17 && x > 18 && x < width * (0.5 + (((line + seed) * 37) % 45) / 100)
}

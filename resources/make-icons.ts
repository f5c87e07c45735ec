// Draws the app's icon, a rounded square of cost and return, and writes it in every format a platform asks for: `npm run icons`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

const cost: Colour = [0xb0, 0x4e, 0x26]
const gain: Colour = [0x1b, 0x75, 0x58]
const paper: Colour = [0xf6, 0xf3, 0xec]
/** Shares of the edge length. */
const margin = 0.06
const radius = 0.2
const seam = 0.022
/** Each pixel is the mean of this many samples in each direction. */
const samples = 4

const folder = import.meta.dirname
mkdirSync(join(folder, 'icons'), { recursive: true })
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const images = new Map(sizes.map((size) => [size, encodePng(size, drawIcon(size))]))
for (const size of sizes) writeFileSync(join(folder, 'icons', `${size}x${size}.png`), imageOf(size))
writeFileSync(join(folder, 'icon.png'), imageOf(512))
writeFileSync(join(folder, 'icon.svg'), drawSvg())
writeFileSync(join(folder, 'icon.ico'), encodeIco([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(join(folder, 'icon.icns'), encodeIcns())

function imageOf(size: number): Buffer {
  const image = images.get(size)
  if (image === undefined) throw new RangeError(`no image of ${size} pixels`)
  return image
}

function drawIcon(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) drawPixel(pixels, size, x, y)
  return pixels
}

function drawPixel(pixels: Buffer, size: number, x: number, y: number): void {
  const sum = [0, 0, 0]
  let covered = 0
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const u = (x + ((sample % samples) + 0.5) / samples) / size
    const v = (y + (Math.floor(sample / samples) + 0.5) / samples) / size
    if (!isInsideSquare(u, v)) continue
    covered += 1
    for (const [channel, value] of colourAt(u, v).entries()) sum[channel] = (sum[channel] ?? 0) + value
  }
  const at = (y * size + x) * 4
  for (const [channel, value] of sum.entries()) pixels[at + channel] = covered === 0 ? 0 : Math.round(value / covered)
  pixels[at + 3] = Math.round((255 * covered) / (samples * samples))
}

/** Rust above the rising diagonal, green below, a seam of paper between them. */
function colourAt(u: number, v: number): Colour {
  const fromDiagonal = (u + v - 1) / Math.SQRT2
  if (Math.abs(fromDiagonal) < seam / 2) return paper
  return fromDiagonal < 0 ? cost : gain
}

function isInsideSquare(u: number, v: number): boolean {
  const beyond = (w: number) => Math.max(Math.abs(w - 0.5) - (0.5 - margin - radius), 0)
  return Math.hypot(beyond(u), beyond(v)) <= radius
}

function drawSvg(): string {
  const hex = (colour: Colour) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
  const side = 1 - 2 * margin
  const scaled = (share: number) => Math.round(share * 512 * 100) / 100
  const square = `x="${scaled(margin)}" y="${scaled(margin)}" width="${scaled(side)}" height="${scaled(side)}" rx="${scaled(radius)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <clipPath id="square"><rect ${square}/></clipPath>
  <g clip-path="url(#square)">
    <path fill="${hex(cost)}" d="M0 0H512L0 512Z"/>
    <path fill="${hex(gain)}" d="M512 0V512H0Z"/>
    <path stroke="${hex(paper)}" stroke-width="${scaled(seam)}" d="M512 0L0 512"/>
  </g>
</svg>
`
}

/** 8 bits per channel with alpha, no filter. */
function encodePng(size: number, pixels: Buffer): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y += 1) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  return Buffer.concat([uint32(content.length), body, uint32(crc32(body))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A directory of PNG images; 256 pixels are written as 0. */
function encodeIco(iconSizes: readonly number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * iconSizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(iconSizes.length, 4)
  let offset = head.length
  for (const [index, size] of iconSizes.entries()) {
    const at = 6 + 16 * index
    head.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at)
    head.writeUInt32LE(imageOf(size).length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += imageOf(size).length
  }
  return Buffer.concat([head, ...iconSizes.map(imageOf)])
}

/** Apple's four-letter names for PNG images of a size; several name the same size at double density. */
function encodeIcns(): Buffer {
  const names: readonly (readonly [string, number])[] = [
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
    ['ic11', 32],
    ['ic12', 64],
    ['ic13', 256],
    ['ic14', 512],
  ]
  const entries = names.map(([name, size]) =>
    Buffer.concat([Buffer.from(name, 'latin1'), uint32(imageOf(size).length + 8), imageOf(size)]),
  )
  const body = Buffer.concat(entries)
  return Buffer.concat([Buffer.from('icns', 'latin1'), uint32(body.length + 8), body])
}

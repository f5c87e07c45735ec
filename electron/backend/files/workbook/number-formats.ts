/** How a workbook shows a number: as an amount, a day, a time of day, or a length of time. */
import { attributeOf, xmlEvents } from './xml-events.ts'

export type NumberKind = 'number' | 'day' | 'clock' | 'moment' | 'length'

/** Formats every workbook has without saying so (ECMA-376, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'clock'] as const),
  [22, 'moment'],
  [46, 'length'],
])

/** Kind of number of each cell style, by its place in the part `styles.xml`. */
export function readNumberKinds(styles: string): NumberKind[] {
  const own = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let isInCells = false
  for (const event of xmlEvents(styles)) {
    if (event.kind === 'text') continue
    if (event.name === 'cellXfs') isInCells = event.kind === 'open' && !event.isEmpty
    if (event.kind !== 'open') continue
    if (event.name === 'numFmt') {
      const code = attributeOf(event.attributes, 'formatCode') ?? ''
      own.set(Number(attributeOf(event.attributes, 'numFmtId')), kindOfCode(code))
    } else if (event.name === 'xf' && isInCells) {
      const id = Number(attributeOf(event.attributes, 'numFmtId') ?? 0)
      kinds.push(own.get(id) ?? BUILT_IN.get(id) ?? 'number')
    }
  }
  return kinds
}

export function kindOfCode(code: string): NumberKind {
  const [first = ''] = code.split(';')
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase()
  if (/\[(?:h+|m+|s+)\]/.test(bare)) return 'length'
  const letters = bare.replace(/\[[^\]]*\]/g, '')
  const hasDay = /[yd]/.test(letters) || (/m/.test(letters) && !/[hs]/.test(letters))
  const hasClock = /[hs]/.test(letters)
  if (hasDay) return hasClock ? 'moment' : 'day'
  return hasClock ? 'clock' : 'number'
}

const DAY_MS = 86_400_000
/** Day 0 of the count from 1900 (which has a 29 February 1900 that never was), and of the one from 1904. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** A number as one would type it: `2026-10-26`, `09:30:00`, `26:15:00`, `1.5`. */
export function numberText(value: number, kind: NumberKind, isFrom1904: boolean): string {
  if (kind === 'number' || !Number.isFinite(value) || value < 0 || value > 2_958_465) return plainNumber(value)
  const seconds = Math.round(value * 86_400)
  if (kind === 'length' || (kind === 'clock' && value >= 1)) return clockText(seconds)
  if (kind === 'clock') return clockText(seconds % 86_400)
  const moment = new Date((isFrom1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000)
  const day = moment.toISOString().slice(0, 10)
  const isMidnight = moment.getTime() % DAY_MS === 0
  return kind === 'day' || isMidnight ? day : `${day} ${moment.toISOString().slice(11, 19)}`
}

function clockText(seconds: number): string {
  const pad = (count: number) => String(count).padStart(2, '0')
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(15).replace(/\.?0+$/, '') : text
}

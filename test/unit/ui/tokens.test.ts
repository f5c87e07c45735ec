import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'

/** The values of the first `:root` block, i.e. the themes without the high-contrast overrides. */
function coloursOf(theme: Theme): Map<string, string> {
  const block = css.slice(css.indexOf(':root {'), css.indexOf('\n}\n'))
  const pairs = block.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]))
}

/** WCAG 2.2: relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'surface', 'raised', 'sunken', 'hover']
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'cost', 'return', 'warn', 'danger']
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) => inks.map((ink): [string, string] => [ink, ground])),
  ...['accent', 'cost', 'return', 'warn', 'danger'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['ink-2', `${tone}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger-fill'],
]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const colours = coloursOf(theme)
  const colour = (name: string) => {
    const value = colours.get(name)
    if (!value) throw new Error(`--${name} is not a light-dark pair of six-digit colours`)
    return value
  }

  test.each(textPairs)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  const marks = [...colours.keys()].filter((name) => /^(channel-|series-[1])|-fill$|^line-field$/.test(name))
  test.each(marks)('%s stands out from the sheet and the ground (3 : 1)', (mark) => {
    expect(contrast(colour(mark), colour('surface'))).toBeGreaterThanOrEqual(3)
    expect(contrast(colour(mark), colour('paper'))).toBeGreaterThanOrEqual(3)
  })
})

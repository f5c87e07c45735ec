/** Words of a command line: names, --flags and --keys=values. */
export interface Flags {
  readonly names: readonly string[]
  readonly values: ReadonlyMap<string, string>
  has(flag: string): boolean
}

export function readFlags(words: readonly string[]): Flags {
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2))
  const values = new Map(
    flags
      .filter((flag) => flag.includes('='))
      .map((flag) => [flag.split('=', 1)[0] ?? '', flag.slice(flag.indexOf('=') + 1)]),
  )
  return {
    names: words.filter((word) => !word.startsWith('--')),
    values,
    has: (flag) => flags.includes(flag) || values.has(flag),
  }
}

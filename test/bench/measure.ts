/** Timing and the table it is shown in. */

export interface Measurement {
  readonly what: string
  readonly figure: string
  /** What it is compared with, where there is something. */
  readonly against?: string
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** With `--processor` what this process has used of the processor: on a machine with other work the clock mostly says what that takes. */
export const isProcessorTime = process.argv.includes('--processor')

export function nowMs(): number {
  if (!isProcessorTime) return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export async function timeMs(work: () => unknown): Promise<number> {
  const start = nowMs()
  await work()
  return nowMs() - start
}

/** Median of several runs after one that does not count. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  return (await repeatMs(runs, work)).median
}

/** What is slow is repeated less often. */
const PATIENCE_MS = 1_000
const MIN_RUNS = 3

/** The same with the quickest of them, which says more where the machine has other work. */
export async function repeatMs(runs: number, work: () => unknown): Promise<{ median: number; best: number }> {
  await work()
  const times: number[] = []
  let spent = 0
  while (times.length < runs && (spent < PATIENCE_MS || times.length < MIN_RUNS)) {
    const took = await timeMs(work)
    times.push(took)
    spent += took
  }
  return { median: median(times), best: Math.min(...times) }
}

export function inMs(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : Math.round(milliseconds)} ms`
}

export function inKb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}

export function inMb(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}

export function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

export function ratio(value: number, base: number): string {
  return `${(value / base).toFixed(2)} ×`
}

export function printTable(title: string, rows: readonly Measurement[]): void {
  const width = Math.max(...rows.map((row) => row.what.length))
  const figureWidth = Math.max(...rows.map((row) => row.figure.length))
  console.log(`\n${title}`)
  for (const { what, figure, against = '' } of rows)
    console.log(`  ${what.padEnd(width)}  ${figure.padStart(figureWidth)}  ${against}`.trimEnd())
}

/** Another program's run: its answer, how long it took and what memory it needed – or why it gave up. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ToolRun {
  readonly ms: number
  /** Null where the system does not tell. */
  readonly peakBytes: number | null
  readonly output: string
  readonly gaveUp: string | null
}

export interface Limits {
  readonly seconds: number
  readonly bytes: number
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

const LOOK_EVERY_MS = 100

/** `input` is what the program reads. */
export function runTool(program: string, words: readonly string[], limits: Limits, input = ''): Promise<ToolRun> {
  const { promise, resolve, reject } = Promise.withResolvers<ToolRun>()
  const start = performance.now()
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined).end(input)
  const pieces: Buffer[] = []
  let errors = ''
  let peakBytes: number | null = null
  let gaveUp: string | null = null
  const stop = (reason: string) => {
    gaveUp = reason
    child.kill('SIGKILL')
  }
  const watch = setInterval(() => {
    peakBytes = memoryOf(child.pid) ?? peakBytes
    if ((peakBytes ?? 0) > limits.bytes) stop(`gave up: needs more than ${gigabytes(limits.bytes)}`)
    if (performance.now() - start > limits.seconds * 1000) stop(`gave up after ${limits.seconds} s`)
  }, LOOK_EVERY_MS)
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()))
  child.on('error', (error) => {
    clearInterval(watch)
    reject(error)
  })
  child.on('close', (code) => {
    clearInterval(watch)
    const ms = performance.now() - start
    if (code !== 0) gaveUp ??= `failed: ${errors.trim().split('\n')[0] ?? `code ${code}`}`
    resolve({ ms, peakBytes, output: Buffer.concat(pieces).toString(), gaveUp })
  })
  return promise
}

export function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`
}

/** Highest resident memory so far. */
function memoryOf(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    const kibibytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kibibytes === undefined ? null : Number(kibibytes) * 1024
  } catch {
    return null // It has ended.
  }
}

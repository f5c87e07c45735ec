import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const projectFolder = join(import.meta.dirname, '..', '..', '..')

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** Longer than any step takes on a slow machine; a step that hangs must not hang the whole run. */
  readonly limitMs?: number
}

const usualLimitMs = 30 * 60_000

/** Runs a program with its output streamed. Tells whether it ended well; never throws. */
export async function runCommand(words: readonly string[], options: CommandOptions = {}): Promise<boolean> {
  const [program = '', ...rest] = words
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const child = spawn(program, rest, {
    cwd: projectFolder,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that nothing it has started outlives it.
    detached: true,
  })
  const endAll = () => endGroup(child)
  const limit = setTimeout(() => {
    console.error(`${words.join(' ')} was ended: it took too long.`)
    endAll()
  }, options.limitMs ?? usualLimitMs)
  const endWithAll = () => {
    endAll()
    process.exit(1)
  }
  process.once('SIGINT', endWithAll).once('SIGTERM', endWithAll)
  child.on('error', (error) => {
    console.error(error.message)
    resolve(false)
  })
  child.on('exit', (code) => resolve(code === 0))
  try {
    return await promise
  } finally {
    clearTimeout(limit)
    process.off('SIGINT', endWithAll).off('SIGTERM', endWithAll)
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

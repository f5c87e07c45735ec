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
    timeout: options.limitMs ?? usualLimitMs,
  })
  child.on('error', (error) => {
    console.error(error.message)
    resolve(false)
  })
  child.on('exit', (code) => resolve(code === 0))
  return promise
}

/**
 * The contract as this backend implements it: procedures are built on one base that carries the context. Expected errors go
 * to the caller as they are; anything else is a bug: it is logged under a number, and the caller gets the number only.
 */
import { randomBytes } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { Receipt } from '../../shared/contract/fields.ts'
import type { Backend, BackendContext } from './backend.ts'
import type { Connection } from './database/connection.ts'
import type { CommandContext } from './database/ledger-file.ts'

/** Calls that take longer are worth a line where one asked for it (GEGENWERT_LOG_SLOW=1). */
const SLOW_CALL_MS = 40
const isLoggingSlowCalls = process.env['GEGENWERT_LOG_SLOW'] === '1'

export const procedures = implement(contract)
  .$context<BackendContext>()
  .use(async ({ next, context, path }) => {
    const startedAt = performance.now()
    try {
      return await next()
    } catch (error) {
      throw explain(error, path, context.backend)
    } finally {
      const tookMs = performance.now() - startedAt
      if (isLoggingSlowCalls && tookMs > SLOW_CALL_MS)
        context.backend.options.log?.(`slow: ${path.join('.')} took ${Math.round(tookMs)} ms`)
    }
  })

interface CommandCall<Input> {
  readonly input: Input
  readonly context: BackendContext
  readonly path: readonly string[]
}

/** A handler that runs its work as a command of the ledger, named like the procedure. The work answers the record it made, or null. */
export function command<Input extends { readonly commandId: string }>(
  work: (db: Connection, input: Input, command: CommandContext) => number | null,
) {
  return ({ input, context, path }: CommandCall<Input>): Promise<Receipt> =>
    context.backend.ledger.run(path.join('.'), input.commandId, (db, running) => work(db, input, running))
}

/** The same for work on the record that is named: the receipt is about it. */
export function commandOn<Input extends { readonly commandId: string; readonly id: number }>(
  work: (db: Connection, input: Input, command: CommandContext) => void,
) {
  return command<Input>((db, input, running) => {
    work(db, input, running)
    return input.id
  })
}

/** What a caller is told: an expected error as it is, a bug by its number. Streams fail outside of the middleware: they ask here. */
export function explain(error: unknown, path: readonly string[], { options }: Backend): unknown {
  if (isExpected(error) || isAbort(error)) return error
  const id = randomBytes(4).toString('hex')
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  options.log?.(`error ${id} in ${path.join('.')}: ${text}`)
  return new ORPCError('INTERNAL_SERVER_ERROR', { data: { id } })
}

/** What a procedure answers outside of its contract is a bug as well, although the library has a word for it. */
function isExpected(error: unknown): boolean {
  return error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR'
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

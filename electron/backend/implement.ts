/**
 * The contract as this backend implements it: procedures are built on one base that carries the context. Expected errors go
 * to the caller as they are; anything else is a bug: it is logged under a number, and the caller gets the number only.
 */
import { randomBytes } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { BackendContext } from './backend.ts'

/** Calls that take longer are worth a line where one asked for it (GEGENWERT_LOG_SLOW=1). */
const SLOW_CALL_MS = 40
const isLoggingSlowCalls = process.env['GEGENWERT_LOG_SLOW'] === '1'

export const procedures = implement(contract)
  .$context<BackendContext>()
  .use(async ({ next, context, path }) => {
    const log = context.backend.options.log
    const startedAt = performance.now()
    try {
      return await next()
    } catch (error) {
      if (error instanceof ORPCError || isAbort(error)) throw error
      const id = randomBytes(4).toString('hex')
      log?.(
        `error ${id} in ${path.join('.')}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      throw new ORPCError('INTERNAL_SERVER_ERROR', { data: { id } })
    } finally {
      const tookMs = performance.now() - startedAt
      if (isLoggingSlowCalls && tookMs > SLOW_CALL_MS) log?.(`slow: ${path.join('.')} took ${Math.round(tookMs)} ms`)
    }
  })

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** The backend called in its own process: for tests and the command line. */
import { createRouterClient } from '@orpc/server'
import type { Client } from '../../shared/contract/contract.ts'
import type { Backend } from './backend.ts'

export function directClient(backend: Backend): Client {
  return createRouterClient(backend.router, { context: backend.context })
}

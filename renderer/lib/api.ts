/** The one connection of this window and the query helpers over it. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { connectBackend } from './backend-link.ts'

export const backend = connectBackend()
export const client = backend.client

/** `useQuery(api.result.page.queryOptions({ input }))`; the first segment of every key is the feature. */
export const api = createTanstackQueryUtils(client)

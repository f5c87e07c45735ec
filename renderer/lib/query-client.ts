import { QueryClient } from '@tanstack/react-query'
import { isConnectionError } from './connection-error.ts'

/** The ledger is on this machine: calls must not pause when the laptop is offline, and change notices say when to read again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60 * 1000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // Only what was not answered is asked again; an error that was is an answer.
      retry: (failureCount, error) => failureCount < 2 && isConnectionError(error),
      retryDelay: 300,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Keys of oRPC start with the procedure's path: [['ledger', 'lines'], …]. Its first segment is the feature. */
export async function invalidateFeatures(features: readonly string[] | 'all'): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      if (features === 'all') return true
      const path = queryKey[0]
      return Array.isArray(path) && features.includes(String(path[0]))
    },
  })
}

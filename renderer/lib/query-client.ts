import { focusManager, type Query, QueryClient } from '@tanstack/react-query'
import { isConnectionError } from './connection-error.ts'

/** Shorter absences need no second reading. */
const oldAfterMs = 5_000

/** Another program, e.g. the command line, changes the ledger without a notice; whoever comes back from it sees the new state. */
function readAgainOnReturn({ queryKey, state }: Query): boolean | 'always' {
  // Reading staged files and adding everything up take long, and the one who asked asks again.
  const path = Array.isArray(queryKey[0]) ? queryKey[0].join('.') : ''
  if (path === 'imports.inspect' || path === 'ledger.verify') return false
  return Date.now() - state.dataUpdatedAt > oldAfterMs ? 'always' : false
}

// By itself it only notices hidden tabs; a window behind another one is not hidden.
focusManager.setEventListener((onFocus) => {
  const returned = () => onFocus()
  window.addEventListener('focus', returned)
  return () => window.removeEventListener('focus', returned)
})

/** The ledger is on this machine: calls must not pause when the laptop is offline, and change notices say when to read again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60 * 1000,
      refetchOnWindowFocus: readAgainOnReturn,
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

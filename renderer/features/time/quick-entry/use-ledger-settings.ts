import { useQuery } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'

/** The ledger's settings; undefined until they are read. */
export function useLedgerSettings() {
  return useQuery(api.settings.ledger.queryOptions()).data
}

import { useQuery } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'

/** The zone days and times of the ledger are meant in. */
export function useLedgerZone(): string {
  return useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
}

/** The ledger's settings, and changing something: at once, with undo, with the error beside the field. */
import { useQuery } from '@tanstack/react-query'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { api, client } from '../../lib/api.ts'
import { useChange } from '../../lib/use-change.ts'

export type SettingsPatch = Partial<Omit<LedgerSettings, 'currency'>>

export function useLedgerSettings() {
  return useQuery(api.settings.ledger.queryOptions())
}

export interface SettingSaver {
  save(patch: SettingsPatch, label: string): Promise<boolean>
  readonly errorText: string | undefined
}

/** One per field, so that each shows its own error. */
export function useSaveSetting(): SettingSaver {
  const change = useChange()
  return {
    save: async (patch, label) =>
      (await change.run((commandId) => client.settings.update({ commandId, patch }), label)) !== null,
    errorText: change.error === null ? undefined : `${change.error.title} ${change.error.advice}`,
  }
}

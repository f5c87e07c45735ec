import { client } from './api.ts'
import type { Language } from './format.ts'
import { showError } from './undo-actions.ts'
import { settle } from './use-command.ts'
import { useViewSettings } from './view-settings.ts'

/** Applies at once; the ledger is told, because reports, other windows and the sample follow it. `label` names it for undo. */
export async function changeLanguage(language: Language, label: string, hasLedger: boolean): Promise<void> {
  useViewSettings.getState().setLanguage(language)
  if (!hasLedger) return
  try {
    const receipt = await client.settings.update({ commandId: crypto.randomUUID(), patch: { language } })
    await settle(receipt, label, true)
  } catch (error) {
    showError(error)
  }
}

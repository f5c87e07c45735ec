/** Adds what the line says. It is read once more then: the answer on the screen may be of a moment ago, and "now" has moved on. */
import { useTranslation } from 'react-i18next'
import type { EntryDraft, Understanding } from '../../../../shared/contract/time-entries.ts'
import { client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { describeError } from '../../../lib/errors.ts'
import { showError } from '../../../lib/undo-actions.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useQuickEntry } from './quick-entry-store.ts'

type Added =
  /** It is in the ledger. */
  | { readonly kind: 'added'; readonly entry: EntryDraft; readonly id: number | null }
  /** Something is open or missing. */
  | { readonly kind: 'open'; readonly understanding: Understanding }
  /** The ledger refused; `error` says why. */
  | { readonly kind: 'refused' }

export function useAddEntry() {
  const { t } = useTranslation('quickEntry')
  const add = useCommand(client.time.add, { done: t('added'), errors: 'caller' })
  const addPerson = useCommand(client.settings.addPerson, { done: t('personAdded'), isQuiet: true })
  const saySelf = useCommand(client.settings.update, { done: t('personAdded'), isQuiet: true })

  async function understand(): Promise<Understanding | null> {
    const { text, choices } = useQuickEntry.getState()
    const input = { text, choices: { ...choices } }
    try {
      return await withReconnect(() => client.time.understand(input))
    } catch (error) {
      if (describeError(error).code !== 'bad_request') showError(error)
      return describeError(error).code === 'bad_request' ? UNREADABLE : null
    }
  }

  /** The first hours of a new ledger are one's own. */
  async function becomeSomebody(): Promise<boolean> {
    const personId = (await addPerson.run({ name: t('me') }))?.recordId ?? null
    return personId !== null && (await saySelf.run({ patch: { selfPersonId: personId } })) !== null
  }

  async function addLine(onOverlap: 'refuse' | 'keep' | 'trim'): Promise<Added> {
    let understanding = await understand()
    if (understanding?.missing === 'no_person' && (await becomeSomebody())) understanding = await understand()
    if (understanding === null) return { kind: 'refused' }
    const { entry } = understanding
    if (entry === null) return { kind: 'open', understanding }
    const receipt = await add.run({ entries: [entry], onOverlap })
    return receipt === null ? { kind: 'refused' } : { kind: 'added', entry, id: receipt.recordId }
  }

  return { addLine, isAdding: add.isRunning, error: add.error, clearError: add.clearError }
}

const UNREADABLE: Understanding = { parts: [], questions: [], entry: null, missing: 'unreadable' }

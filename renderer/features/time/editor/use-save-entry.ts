/** Sends the form of an entry: a new one, or what was changed of one. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { draftOf, type EntryForm, patchOf } from './entry-form.ts'

export type OverlapChoice = 'refuse' | 'keep' | 'trim'

export function useSaveEntry(entry: TimeEntry | null, form: EntryForm) {
  const { t } = useTranslation('time')
  const [personName, setPersonName] = useState(t('editor.me'))
  const hasPeople = (useQuery(api.settings.people.queryOptions()).data?.people.length ?? 0) > 0
  const addPerson = useCommand(client.settings.addPerson, { done: t('editor.personAdded'), isQuiet: true })
  const add = useCommand(client.time.add, { done: t('editor.added'), errors: 'caller' })
  const update = useCommand(client.time.update, { done: t('editor.updated'), errors: 'caller' })
  const remove = useCommand(client.time.remove, { done: t('editor.removed') })

  async function addNew(onOverlap: OverlapChoice) {
    const name = personName.trim()
    const isFirst = form.personId === null && !hasPeople && name !== ''
    const personId = isFirst ? ((await addPerson.run({ name }))?.recordId ?? null) : form.personId
    const draft = draftOf({ ...form, personId })
    return draft === null ? null : add.run({ entries: [draft], onOverlap })
  }

  async function save(onOverlap: OverlapChoice): Promise<boolean> {
    if (entry === null) return (await addNew(onOverlap)) !== null
    const patch = patchOf(form, entry)
    if (patch === null) return false
    if (Object.keys(patch).length === 0) return true
    return (await update.run({ id: entry.id, patch, onOverlap })) !== null
  }

  const command = entry === null ? add : update
  return {
    save,
    remove,
    isSaving: command.isRunning,
    answered: command.error,
    clearError: command.clearError,
    personName,
    setPersonName,
  }
}

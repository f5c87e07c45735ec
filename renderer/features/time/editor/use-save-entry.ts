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
  const stop = useCommand(client.time.stop, { done: t('editor.stopped'), errors: 'caller' })
  const remove = useCommand(client.time.remove, { done: t('editor.removed') })

  async function addNew(onOverlap: OverlapChoice) {
    const name = personName.trim()
    const isFirst = form.personId === null && !hasPeople && name !== ''
    const personId = isFirst ? ((await addPerson.run({ name }))?.recordId ?? null) : form.personId
    const draft = draftOf({ ...form, personId })
    return draft === null ? null : add.run({ entries: [draft], onOverlap })
  }

  async function change(changed: TimeEntry, onOverlap: OverlapChoice): Promise<boolean> {
    const patch = patchOf(form, changed)
    if (patch === null) return false
    const { id, endedAt } = changed
    if (Object.keys(patch).length > 0 && !(await update.run({ id, patch, onOverlap }))) return false
    const at = form.times.endedAt
    return endedAt !== null || at === null || (await stop.run({ id, at })) !== null
  }

  async function save(onOverlap: OverlapChoice): Promise<boolean> {
    return entry === null ? (await addNew(onOverlap)) !== null : change(entry, onOverlap)
  }

  const command = entry === null ? add : update
  return {
    save,
    remove,
    isSaving: command.isRunning || stop.isRunning,
    answered: command.error ?? stop.error,
    clearError: () => {
      command.clearError()
      stop.clearError()
    },
    personName,
    setPersonName,
  }
}

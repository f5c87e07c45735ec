/** Starting, switching and stopping a timer. */
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunningEntry, Work } from '../../../../shared/contract/time-entries.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { showElapsed } from '../editor/time-texts.ts'
import { MAX_ENTRY_SECONDS } from '../editor/times.ts'
import { useTimerStore } from './timer-store.ts'
import { elapsedSeconds, type Running } from './use-running.ts'

/** Starts or switches; where it is not known who oneself is, that is asked first. Resolves with whether it is settled. */
export function useStartTimer(running: Running | undefined): (work: Work) => Promise<boolean> {
  const { t } = useTranslation('timer')
  const people = useQuery(api.settings.people.queryOptions()).data?.people.length ?? 0
  const done = t(running?.own ? 'done.switched' : 'done.started')
  const { run } = useCommand(client.time.start, { done })
  return async (work) => {
    if (running?.own && askWhenItEnded(running.own)) return true
    if (running?.selfPersonId === null && people > 1) {
      useTimerStore.getState().askSelf(work)
      return true
    }
    return (await run({ personId: null, at: null, work })) !== null
  }
}

export function useStopTimer(): (running: RunningEntry) => Promise<void> {
  const { t } = useTranslation('timer')
  const elapsed = useRef('')
  const { run } = useCommand(client.time.stop, { done: () => t('done.stopped', { elapsed: elapsed.current }) })
  return async (running) => {
    if (askWhenItEnded(running)) return
    elapsed.current = showElapsed(elapsedSeconds(running, Date.now()))
    await run({ id: running.entry.id, at: null })
  }
}

/** Nobody works longer than a day: when that ended must be said. */
function askWhenItEnded(running: RunningEntry): boolean {
  const isTooLong = elapsedSeconds(running, Date.now()) > MAX_ENTRY_SECONDS
  if (isTooLong) useEntryEditor.getState().show({ kind: 'edit', entry: running.entry })
  return isTooLong
}

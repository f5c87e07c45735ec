import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../lib/api.ts'
import { useTimerStore } from './timer-store.ts'
import type { Running } from './use-running.ts'

let isListening = false

/** The desktop watches only while a timer runs, and says when somebody comes back. A browser cannot know. */
export function useAbsenceWatch(running: Running | undefined): void {
  const canNotice = useQuery(api.app.status.queryOptions()).data?.capabilities.noticeAbsence === true
  const minutes = useQuery(api.settings.ledger.queryOptions()).data?.awayAfterMinutes ?? null
  const isRunning = Boolean(running?.own)
  const isStopped = running !== undefined && running.own === null
  const afterMinutes = canNotice && isRunning ? minutes : null

  useEffect(() => {
    if (isListening || !window.gegenwertDesktop) return
    isListening = true
    window.gegenwertDesktop.onAbsence((span) => useTimerStore.getState().noteAbsence(span))
  }, [])

  useEffect(() => {
    if (canNotice) window.gegenwertDesktop?.watchAbsence(afterMinutes)
  }, [canNotice, afterMinutes])

  useEffect(() => {
    // Without a timer there is nothing to answer for.
    if (isStopped) useTimerStore.getState().forgetAbsences()
  }, [isStopped])
}

import { CalendarPlus, CirclePlay, CircleStop, Repeat } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { showError } from '../../../lib/undo-actions.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { useTimerStore } from './timer-store.ts'
import { readRunning, type Running } from './use-running.ts'
import { useStopTimer } from './use-timer.ts'

/** The keys of the timer; they stand in the palette and in the list of keys. */
export function useTimerCommands(running: Running | undefined): void {
  const { t } = useTranslation('timer')
  const stop = useStopTimer()
  const latestStop = useRef(stop)
  useEffect(() => {
    latestStop.current = stop
  })
  const isRunning = Boolean(running?.own)
  useAppCommands(
    useMemo((): AppCommand[] => {
      const group = t('title')
      const { open } = useTimerStore.getState()
      const change: AppCommand = {
        id: 'timer.change',
        title: t('commands.change'),
        group,
        keywords: ['notiz', 'note', 'beitrag', 'post'],
        run: () => open('change'),
      }
      const stopOwn = async () => {
        const { own } = await readRunning()
        if (own) await latestStop.current(own)
        else showToast({ message: t('bar.nothingRuns'), topic: 'timer' })
      }
      return [
        {
          id: 'timer.start',
          title: t('commands.start'),
          group,
          icon: CirclePlay,
          shortcut: 's',
          opensField: true,
          keywords: ['timer', 'uhr', 'stoppuhr', 'zeit', 'track'],
          run: () => open('start'),
        },
        {
          id: 'timer.switch',
          title: t('commands.switch'),
          group,
          icon: Repeat,
          shortcut: 'w',
          opensField: true,
          keywords: ['timer', 'uhr'],
          run: () => open('start'),
        },
        {
          id: 'timer.stop',
          title: t('commands.stop'),
          group,
          icon: CircleStop,
          shortcut: 'x',
          keywords: ['timer', 'uhr', 'anhalten', 'ende', 'end'],
          run: () => void stopOwn().catch(showError),
        },
        ...(isRunning ? [change] : []),
        {
          id: 'timer.addEntry',
          title: t('commands.add'),
          group,
          icon: CalendarPlus,
          keywords: ['nachtragen', 'zeiteintrag', 'entry', 'log'],
          run: () => useEntryEditor.getState().show({ kind: 'new', draft: {} }),
        },
      ]
    }, [t, isRunning]),
  )
}

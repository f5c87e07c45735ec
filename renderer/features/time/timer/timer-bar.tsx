import { CirclePlay, Repeat, Square, TriangleAlert, Users } from 'lucide-react'
import { lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import type { RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { Dot } from '../../../ui/dot.tsx'
import { Tooltip } from '../../../ui/tooltip.tsx'
import { showElapsed } from '../editor/time-texts.ts'
import { useClock } from './clock.ts'
import { useTimerStore } from './timer-store.ts'
import styles from './timer.module.css'
import { useAbsenceWatch } from './use-absence-watch.ts'
import { useAway } from './use-away.ts'
import { elapsedSeconds, type Running, runningCents, useRunning } from './use-running.ts'
import { useStopTimer } from './use-timer.ts'
import { useTimerCommands } from './use-timer-commands.ts'
import { labelOf } from './work-label.ts'

// What opens on demand has choosers and lists; the bar itself is on every screen and stays light.
const StartPanel = lazy(async () => ({ default: (await import('./start-panel.tsx')).StartPanel }))
const ChangePanel = lazy(async () => ({ default: (await import('./change-panel.tsx')).ChangePanel }))
const SelfDialog = lazy(async () => ({ default: (await import('./self-dialog.tsx')).SelfDialog }))
const AwayDialog = lazy(async () => ({ default: (await import('./away-dialog.tsx')).AwayDialog }))
const OthersPopover = lazy(async () => ({ default: (await import('./others-popover.tsx')).OthersPopover }))

/** The running timer in the top bar. */
export function TimerBar() {
  const running = useRunning()
  // The shell stands before its parts are loaded.
  const [place] = useState(() => document.querySelector('#top-bar-timer'))
  const anchor = useRef<HTMLDivElement>(null)
  useTimerCommands(running)
  useAbsenceWatch(running)
  if (!place || !running) return null
  return (
    <>
      {createPortal(
        <div ref={anchor} className={cx(styles.place)}>
          {running.others.length > 0 && (
            <Suspense fallback={null}>
              <OthersPopover others={running.others} icon={Users} />
            </Suspense>
          )}
          {running.own ? <RunningPill key={running.own.entry.id} running={running.own} /> : <StartButton />}
        </div>,
        place,
      )}
      <Opened running={running} anchor={anchor} />
    </>
  )
}

function Opened({ running, anchor }: { readonly running: Running; readonly anchor: RefObject<HTMLElement | null> }) {
  const { panel, waiting } = useTimerStore()
  return (
    <Suspense fallback={null}>
      {panel === 'start' && <StartPanel running={running} anchor={anchor} />}
      {panel === 'change' && running.own && <ChangePanel running={running.own} anchor={anchor} />}
      {waiting && <SelfDialog waiting={waiting} />}
      {running.own && <AwayQuestion running={running.own} />}
    </Suspense>
  )
}

/** Time without anybody at the timer: since the app was closed, or, on the desktop, while the person was away. */
function AwayQuestion({ running }: { readonly running: RunningEntry }) {
  const postponedId = useTimerStore((state) => state.postponedId)
  const away = useAway(running)
  if (away === null || postponedId === running.entry.id) return null
  return <AwayDialog key={`${running.entry.id} ${away.since}`} running={running} away={away} />
}

function StartButton() {
  const { t } = useTranslation('timer')
  const open = useTimerStore((state) => state.open)
  return (
    <Button icon={CirclePlay} shortcut="s" onPress={() => open('start')}>
      {t('bar.start')}
    </Button>
  )
}

function RunningPill({ running }: { readonly running: RunningEntry }) {
  const { t } = useTranslation('timer')
  const { language } = useFormat()
  const { open, postponedId, postpone } = useTimerStore()
  const stop = useStopTimer()
  const { entry } = running
  const away = useAway(running)
  const { title, detail } = labelOf(entry, language)
  const label = title || t('bar.unnamed')
  return (
    <div className={styles.pill} role="group" aria-label={t('bar.label')}>
      {away !== null && postponedId === entry.id && (
        <Button size="s" variant="quiet" icon={TriangleAlert} onPress={() => postpone(null)}>
          {t('bar.openQuestion')}
        </Button>
      )}
      <AriaButton className={cx(styles.what)} onPress={() => open('change')}>
        <Dot network={entry.network} />
        <span className={styles.label} title={detail || undefined}>
          {label}
        </span>
        <Ticking running={running} />
      </AriaButton>
      <Tooltip text={t('commands.switch')} shortcut="w">
        <AriaButton className={cx(styles.switch)} aria-label={t('commands.switch')} onPress={() => open('start')}>
          <Repeat size={14} aria-hidden />
        </AriaButton>
      </Tooltip>
      <Tooltip text={t('commands.stop')} shortcut="x">
        <AriaButton className={cx(styles.stop)} aria-label={t('commands.stop')} onPress={() => void stop(running)}>
          <Square size={11} strokeWidth={2.5} aria-hidden />
        </AriaButton>
      </Tooltip>
    </div>
  )
}

/** Apart, so that a second passing draws nothing else anew. */
function Ticking({ running }: { readonly running: RunningEntry }) {
  const now = useClock()
  const format = useFormat()
  const cents = runningCents(running, now)
  return (
    <>
      <span className={styles.elapsed} role="timer">
        {showElapsed(elapsedSeconds(running, now))}
      </span>
      {cents !== null && <span className={styles.cost}>{format.money(cents)}</span>}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryPatch, RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ClockField } from '../editor/clock-field.tsx'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { OverlapPanel } from '../editor/overlap-panel.tsx'
import { problemsOfTimes, type Times, timesOf, typeStart } from '../editor/times.ts'
import { useEntryErrors } from '../editor/use-entry-errors.ts'
import { changedWork, type WorkDraft, workDraftOf } from '../editor/work-draft.ts'
import { ActivitySelect, WorkBelonging, WorkChannelSelect } from '../editor/work-fields.tsx'
import { useClock } from './clock.ts'
import { PanelPopover } from './panel-popover.tsx'
import { useTimerStore } from './timer-store.ts'
import styles from './timer.module.css'
import { useFavourites } from './use-favourites.ts'
import { elapsedSeconds } from './use-running.ts'

const MAX_NOTE_LENGTH = 2_000

export interface ChangePanelProps {
  readonly running: RunningEntry
  readonly anchor: RefObject<HTMLElement | null>
}

/** What the running timer is for. Every choice is kept at once, text when it is left; closing loses nothing. */
export function ChangePanel({ running, anchor }: ChangePanelProps) {
  const { t } = useTranslation('timer')
  const zone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone
  const form = useRunningForm(running)
  if (zone === undefined) return null
  return (
    <PanelPopover label={t('change.title')} anchor={anchor} onClose={() => void form.leave()}>
      <ChangeForm key={running.entry.id} running={running} zone={zone} form={form} />
    </PanelPopover>
  )
}

type RunningForm = ReturnType<typeof useRunningForm>

function useRunningForm({ entry }: RunningEntry) {
  const { t } = useTranslation('timer')
  const [work, setWork] = useState<WorkDraft>(() => workDraftOf(entry))
  const [times, setTimes] = useState<Times>(() => timesOf(entry.startedAt, null))
  const kept = useRef({ work, startedAt: entry.startedAt })
  const update = useCommand(client.time.update, { done: t('done.changed'), errors: 'caller', isQuiet: true })
  const close = useTimerStore((state) => state.close)

  /** Whether the ledger has taken it, or there was nothing to take. */
  async function keep(next: WorkDraft, onOverlap: 'refuse' | 'keep' | 'trim' = 'refuse'): Promise<boolean> {
    const isStartSound = Object.keys(problemsOfTimes(times)).length === 0
    const startedAt = isStartSound ? Math.min(times.startedAt, Date.now()) : kept.current.startedAt
    const patch: EntryPatch = {
      ...changedWork(kept.current.work, next),
      ...(startedAt !== kept.current.startedAt && { startedAt }),
    }
    if (Object.keys(patch).length === 0) return true
    const isDone = (await update.run({ id: entry.id, patch, onOverlap })) !== null
    if (isDone) kept.current = { work: next, startedAt }
    return isDone
  }

  return {
    work,
    times,
    setTimes: (next: Times) => {
      update.clearError()
      setTimes(next)
    },
    error: update.error,
    /** Chosen, not typed: kept at once. */
    choose: (changes: Partial<WorkDraft>) => {
      const next = { ...work, ...changes }
      setWork(next)
      void keep(next)
    },
    type: (note: string) => {
      update.clearError()
      setWork({ ...work, note })
    },
    keepText: async (onOverlap?: 'keep' | 'trim') => void (await keep(work, onOverlap)),
    /** Stays open where the ledger refuses, so that it can be read; whoever has read it leaves. */
    leave: async (next?: () => void) => {
      if (!(await keep(work)) && update.error === null) return
      close()
      next?.()
    },
  }
}

interface ChangeFormProps {
  readonly running: RunningEntry
  readonly zone: string
  readonly form: RunningForm
}

function ChangeForm({ running, zone, form }: ChangeFormProps) {
  const { t } = useTranslation(['timer', 'time'])
  const { work, times, choose, type, keepText } = form
  const now = useClock()
  const errors = useEntryErrors(form.error)
  const isLater = times.startedAt > now
  const hasProblem = problemsOfTimes(times).start !== undefined
  const startError = hasProblem ? t('change.unreadable') : isLater ? t('change.later') : errors.times.start
  return (
    <div
      className={styles.panel}
      role="presentation"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        if (event.target.type === 'checkbox' || event.target.role === 'combobox') return
        event.preventDefault()
        void (hasProblem || isLater ? keepText() : form.leave())
      }}
    >
      <h2 className={styles.heading}>{t('change.title')}</h2>
      {errors.general && <ErrorPanel error={errors.general} />}
      {errors.overlaps && <OverlapPanel overlaps={errors.overlaps} zone={zone} onChoose={keepText} />}
      <TextField
        label={t('fields.note')}
        value={work.note}
        onChange={type}
        onBlur={() => void keepText()}
        maxLength={MAX_NOTE_LENGTH}
        autoFocus
        errorMessage={errors.note}
      />
      <div className={styles.pair}>
        <ActivitySelect work={work} onChange={choose} />
        <WorkChannelSelect work={work} onChange={choose} />
      </div>
      <StartField running={running} zone={zone} form={form} error={startError} />
      <Fold summary={t('start.more')} isOpen={hasMore(work)}>
        <div className={styles.more}>
          <WorkBelonging
            work={work}
            onChange={choose}
            seconds={elapsedSeconds(running, now)}
            centsPerHour={running.centsPerHour}
          />
        </div>
      </Fold>
      <ChangeFooter running={running} form={form} />
    </div>
  )
}

interface StartFieldProps extends ChangeFormProps {
  readonly error: string | undefined
}

/** For what was begun before the timer was started. */
function StartField({ running, zone, form, error }: StartFieldProps) {
  const { t } = useTranslation('timer')
  const { times, setTimes, keepText } = form
  return (
    <div role="presentation" onBlur={() => void keepText()} className={styles.pair}>
      <ClockField
        label={t('change.start')}
        settled={clockAt(times.startedAt, zone)}
        open={times.open.start?.text}
        errorMessage={error}
        onType={(text) => setTimes(typeStart(times, text, zone))}
      />
      <RateNote running={running} />
    </div>
  )
}

function ChangeFooter({ running, form }: Pick<ChangeFormProps, 'running' | 'form'>) {
  const { t } = useTranslation('timer')
  const showEditor = useEntryEditor((state) => state.show)
  const favourites = useFavourites()
  return (
    <div className={styles.foot}>
      <Button size="s" variant="quiet" onPress={() => favourites.keep(form.work)}>
        {t('start.keep')}
      </Button>
      <div className={styles.buttons}>
        <Button
          size="s"
          onPress={() => {
            const entry = { ...running.entry, ...form.work, targets: [...form.work.targets] }
            void form.leave(() => showEditor({ kind: 'edit', entry }))
          }}
        >
          {t('change.all')}
        </Button>
        <Button size="s" variant="primary" onPress={() => void form.leave()}>
          {t('change.done')}
        </Button>
      </div>
    </div>
  )
}

function hasMore({ targets, campaignId, clientId, projectId, departmentId, scope }: WorkDraft): boolean {
  return targets.length > 0 || scope === 'other' || [campaignId, clientId, projectId, departmentId].some(Boolean)
}

function RateNote({ running }: { readonly running: RunningEntry }) {
  const { t } = useTranslation('timer')
  const format = useFormat()
  const { centsPerHour, entry } = running
  const who = entry.person
  return (
    <p className={cx(styles.hint, styles.rate)}>
      {centsPerHour === null
        ? t('change.noRate', { who })
        : t('change.rate', { who, rate: format.money(centsPerHour) })}
    </p>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsenceChoice, RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { settledAbsence } from '../../../../shared/domain/absence.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { NO_WORK, toWork, type WorkDraft } from '../editor/work-draft.ts'
import { ActivitySelect, WorkChannelSelect, type WorkFieldsProps } from '../editor/work-fields.tsx'
import { useTimerStore } from './timer-store.ts'
import styles from './timer.module.css'
import type { Away } from './use-away.ts'
import { labelOf } from './work-label.ts'

const CHOICES: Readonly<Record<'leftRunning' | 'away', readonly AbsenceChoice[]>> = {
  leftRunning: ['keep', 'end', 'split', 'remove'],
  away: ['keep', 'end', 'endAndContinue', 'split'],
}
const MAX_NOTE_LENGTH = 2_000

export interface AwayDialogProps {
  readonly running: RunningEntry
  readonly away: Away
}

/** Asks what the time was in which nobody was at a running timer. Putting it off keeps the timer as it is. */
export function AwayDialog({ running, away }: AwayDialogProps) {
  const { t } = useTranslation('timer')
  const { entry } = running
  const zone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone
  const { postpone, settleAbsences } = useTimerStore()
  const [until] = useState(() => away.until ?? openedAfter(away.since))
  const span = { from: away.since, to: until }
  const choices = CHOICES[away.kind === 'leftRunning' ? 'leftRunning' : 'away'].filter(
    // What would be longer than a day cannot be.
    (each) => settledAbsence(each, entry.startedAt, span, until) !== null,
  )
  const [choice, setChoice] = useState<AbsenceChoice>(choices[0] ?? 'remove')
  const [between, setBetween] = useState<WorkDraft>(NO_WORK)
  const settle = useCommand(client.time.settleAbsence, { done: t(`away.done.${choice}`) })
  if (zone === undefined) return null

  async function send() {
    const work = choice === 'split' ? toWork(between) : null
    const isDone = await settle.run({ id: entry.id, choice, from: away.since, to: until, between: work })
    if (isDone && away.kind !== 'leftRunning') settleAbsences(until)
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && postpone(entry.id)}
      title={t(away.kind === 'leftRunning' ? 'away.leftTitle' : 'away.title')}
      onSubmit={() => void send()}
      footer={
        <>
          <Button onPress={() => postpone(entry.id)}>{t('away.later')}</Button>
          <Button type="submit" variant="primary" isPending={settle.isRunning}>
            {t('away.confirm')}
          </Button>
        </>
      }
    >
      <div
        ref={focusChoice}
        className={styles.question}
        role="presentation"
        onKeyDownCapture={(event) => {
          const chosen = choices[Number(event.key) - 1]
          if (!chosen || isText(event.target)) return
          event.preventDefault()
          event.currentTarget.querySelector<HTMLElement>(`input[type=radio][value=${chosen}]`)?.focus()
          setChoice(chosen)
        }}
      >
        <AwayLead running={running} away={away} until={until} zone={zone} />
        <RadioCards<AbsenceChoice>
          label={t('away.question')}
          isLabelHidden
          columns={1}
          value={choice}
          onChange={setChoice}
          cards={choices.map((value, index) => ({
            value,
            title: `${index + 1}  ${t(`away.choices.${value}.title`)}`,
            description: <ChoiceEffect choice={value} running={running} away={away} until={until} zone={zone} />,
          }))}
        />
        {choice === 'split' && (
          <BetweenFields work={between} onChange={(next) => setBetween({ ...between, ...next })} />
        )}
      </div>
    </Dialog>
  )
}

function BetweenFields({ work, onChange }: WorkFieldsProps) {
  const { t } = useTranslation('timer')
  return (
    <div className={styles.between}>
      <div className={styles.pair}>
        <ActivitySelect work={work} onChange={onChange} />
        <WorkChannelSelect work={work} onChange={onChange} />
      </div>
      <TextField
        label={t('fields.note')}
        value={work.note}
        onChange={(note) => onChange({ note })}
        maxLength={MAX_NOTE_LENGTH}
      />
    </div>
  )
}

/** The keys work at once: arrows, digits, Enter. Outside of `AwayDialog`, so that it acts only when the dialog opens. */
function focusChoice(question: HTMLElement | null): void {
  question?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus()
}

/** When the app was opened again; now, where another ledger was open in it meanwhile. */
function openedAfter(since: number): number {
  const opened = Math.floor(performance.timeOrigin)
  return opened > since ? opened : Date.now()
}

function isText(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=radio]), textarea') !== null
}

interface SpanProps extends AwayDialogProps {
  readonly until: number
  readonly zone: string
}

/** Clock times, with their day where that is not the day of `until`; alone, and as part of a sentence. */
function useMoments(zone: string, until: number) {
  const { t } = useTranslation('timer')
  const format = useFormat()
  const partsOf = (instant: number) => {
    const day = dayAt(instant, zone)
    const texts = { day: format.dayShort(day), clock: clockAt(instant, zone) }
    return { isToday: day === dayAt(until, zone), texts }
  }
  return {
    moment: (instant: number) => {
      const { isToday, texts } = partsOf(instant)
      return t(isToday ? 'away.clock' : 'away.dayAndClock', texts)
    },
    at: (instant: number) => {
      const { isToday, texts } = partsOf(instant)
      return t(isToday ? 'away.atClock' : 'away.atDayAndClock', texts)
    },
  }
}

function AwayLead({ running, away, until, zone }: SpanProps) {
  const { t } = useTranslation('timer')
  const format = useFormat()
  const { moment } = useMoments(zone, until)
  const what = labelOf(running.entry, format.language).title || t('bar.unnamed')
  return (
    <p className={styles.lead}>
      {t(`away.lead.${away.kind}`, {
        what,
        start: moment(running.entry.startedAt),
        from: moment(away.since),
        to: moment(until),
        length: format.duration((until - away.since) / 1000),
      })}
    </p>
  )
}

function ChoiceEffect({ choice, running, away, until, zone }: SpanProps & { readonly choice: AbsenceChoice }) {
  const { t } = useTranslation('timer')
  const format = useFormat()
  const { moment, at } = useMoments(zone, until)
  const { startedAt } = running.entry
  const end = choice === 'keep' ? until : away.since
  const seconds = Math.max(0, Math.round((end - startedAt) / 1000))
  const { centsPerHour } = running
  const cost = centsPerHour === null ? '' : ` · ${format.money(labourCents(seconds, centsPerHour))}`
  return t(`away.choices.${choice}.effect`, {
    at: at(away.since),
    from: moment(away.since),
    to: moment(until),
    sum: `${format.duration(seconds)}${cost}`,
  })
}

import { useQuery } from '@tanstack/react-query'
import { Play, Square } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'
import { api, client } from '../../../lib/api.ts'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { entriesAddress } from '../../../lib/time-address.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Popover } from '../../../ui/popover.tsx'
import styles from './aside.module.css'
import { lengthText } from './length-text.ts'
import { useConversationTimer } from './use-conversation-timer.ts'

interface Props {
  readonly detail: ConversationDetail
}

/** Work on it: the timer, minutes that are noted afterwards, and what is there. */
export function WorkCard({ detail }: Props) {
  const { t } = useTranslation('conversation')
  const timer = useConversationTimer(detail)
  const noting = useNotingWork(detail.id)
  const today = useQuery(api.app.status.queryOptions()).data?.today
  const error = timer.error ?? noting.error
  return (
    <Card title={t('work.title')} {...(detail.batchCount === null && { aside: <Clock timer={timer} /> })}>
      {error && <ErrorPanel error={error} />}
      <div className={styles.minutes} role="group" aria-label={t('work.add')}>
        {QUICK_MINUTES.map((count) => (
          <Button
            key={count}
            size="s"
            isDisabled={today === undefined || noting.isRunning}
            onPress={() => today !== undefined && void noting.add(today, count * 60)}
          >
            {t('work.minutes', { count })}
          </Button>
        ))}
        {today !== undefined && <OwnMinutes id={detail.id} today={today} />}
      </div>
      <Entries id={detail.id} />
    </Card>
  )
}

/** Work of which only the day and the length are known. */
function useNotingWork(id: number) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const { run, isRunning, error } = useChange()
  const once = useOneAtATime()

  async function add(day: Day, seconds: number): Promise<boolean> {
    const label = t('done.work', { length: lengthText(seconds, format) })
    const note = () => run((commandId) => client.moderation.addWork({ id, day, seconds, commandId }), label)
    return (await once(note)) !== null
  }

  return { add, isRunning, error }
}

const QUICK_MINUTES = [5, 10, 15] as const

function Clock({ timer }: { readonly timer: ReturnType<typeof useConversationTimer> }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const now = useNow()
  const { running, isBusy, toggle } = timer
  if (!running)
    return (
      <Button size="s" icon={Play} isDisabled={isBusy} onPress={toggle}>
        {t('work.start')}
      </Button>
    )
  const seconds = Math.max(0, Math.floor((now - running.entry.startedAt) / 1000))
  const { centsPerHour } = running
  const cost = centsPerHour === null ? '' : ` · ${format.money(labourCents(seconds, centsPerHour))}`
  return (
    <span className={styles.running}>
      {t('work.running')} {format.duration(seconds)}
      {cost}
      <Button size="s" icon={Square} isDisabled={isBusy} onPress={toggle}>
        {t('work.stop')}
      </Button>
    </span>
  )
}

interface OwnMinutesProps {
  readonly id: number
  readonly today: Day
}

function OwnMinutes({ id, today }: OwnMinutesProps) {
  const { t } = useTranslation('conversation')
  return (
    <Popover
      label={t('work.own')}
      placement="bottom end"
      trigger={
        <Button size="s" variant="quiet">
          {t('work.own')}
        </Button>
      }
    >
      {(close) => <OwnForm id={id} today={today} onClose={close} />}
    </Popover>
  )
}

const MAX_MINUTES = 1440

function OwnForm({ id, today, onClose }: OwnMinutesProps & { onClose(): void }) {
  const { t } = useTranslation('conversation')
  const [minutes, setMinutes] = useState<number | null>(null)
  const [day, setDay] = useState<string | null>(today)
  const [isSent, setIsSent] = useState(false)
  const noting = useNotingWork(id)
  const errors = useFieldErrors(['day'], {}, noting.error)
  const isLength = minutes !== null && minutes >= 1 && minutes <= MAX_MINUTES
  const dayProblem = day === null ? t('dialogs.required') : day > today ? t('work.futureDay') : undefined

  async function send(event: FormEvent) {
    event.preventDefault()
    setIsSent(true)
    if (minutes === null || !isLength || day === null || dayProblem !== undefined) return
    if (await noting.add(day as Day, Math.round(minutes) * 60)) onClose()
  }

  return (
    <form className={styles.own} onSubmit={(event) => void send(event)} noValidate>
      <NumberField
        autoFocus
        label={t('work.ownLabel')}
        value={minutes}
        onChange={setMinutes}
        errorMessage={isSent && !isLength ? t('work.minutesProblem') : undefined}
      />
      <DatePicker
        label={t('work.day')}
        value={day}
        maximumDay={today}
        onChange={setDay}
        errorMessage={isSent && dayProblem !== undefined ? dayProblem : errors.of('day').errorMessage}
      />
      {errors.general && <ErrorPanel error={errors.general} />}
      <Button type="submit" variant="primary" isPending={noting.isRunning}>
        {t('work.save')}
      </Button>
    </form>
  )
}

const ENTRIES_SHOWN = 5

function Entries({ id }: { readonly id: number }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const filter = { conversationId: id }
  const query = useQuery(api.time.list.queryOptions({ input: { filter, limit: ENTRIES_SHOWN } }))
  const { rows = [], sums } = query.data ?? {}
  if (rows.length === 0) return null
  return (
    <>
      <ul className={styles.entries} aria-label={t('work.entries')}>
        {rows.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {sums && sums.count > rows.length && (
        <TextLink href={entriesAddress(filter)}>{t('work.all', { formatted: format.number(sums.count) })}</TextLink>
      )}
    </>
  )
}

function Entry({ entry }: { readonly entry: TimeEntry }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const show = useEntryEditor((state) => state.show)
  const { day, person, seconds, endedAt, cents } = entry
  return (
    <li>
      <TextLink
        aria-label={t('work.edit', { day: format.day(day) })}
        onPress={() => show({ kind: 'edit', entry })}
      >{`${format.dayShort(day)}`}</TextLink>
      <span className={styles.person}>{person}</span>
      <span className={styles.figure}>
        {endedAt === null ? t('work.running') : lengthText(seconds, format)}
        {cents !== null && ` · ${format.money(cents)}`}
      </span>
    </li>
  )
}

import {
  ArrowUpRight,
  Ban,
  Bell,
  BellRing,
  CircleCheck,
  Clock,
  Eraser,
  Flag,
  Flame,
  ListFilter,
  LockKeyhole,
  LockKeyholeOpen,
  type LucideIcon,
  MessageSquareReply,
  Paperclip,
  Pencil,
  RotateCcw,
  Send,
  Smile,
  StickyNote,
  Tag,
  TimerReset,
  Undo2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail, TimelineKind } from '../../../../shared/contract/moderation-fields.ts'
import { calendarDayAt } from '../../../../shared/domain/instant.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { cx } from '../../../ui/class-names.ts'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import { FoldedText } from './message-text.tsx'
import styles from './timeline.module.css'
import { type TimelineLine, timelineLines } from './timeline-lines.ts'
import { useLedgerZone } from './use-ledger-zone.ts'

const ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  received: Clock,
  edited: Pencil,
  answered: Send,
  wrote_again: MessageSquareReply,
  waiting: Clock,
  snoozed: TimerReset,
  woken: Bell,
  handed_over: ArrowUpRight,
  returned: Undo2,
  resolved: CircleCheck,
  reopened: RotateCcw,
  topics: Tag,
  sentiment: Smile,
  priority: Flag,
  measure: Ban,
  note: StickyNote,
  crisis: Flame,
  evidence: Paperclip,
  rule: ListFilter,
  held: LockKeyhole,
  released: LockKeyholeOpen,
  erased: Eraser,
}

/** As many as the ledger answers with (MAX_TIMELINE_EVENTS of the contract). */
const MOST = 500

/** Everything that happened, oldest first, with the words that belong to it. */
export function Timeline({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const now = useNow()
  const timeZone = useLedgerZone()
  const moment = useMomentText()
  const lines = useMemo(
    () => timelineLines(detail, now, { t, names: conversationNames(format.language), moment, list: format.list }),
    [detail, now, t, format, moment],
  )
  const days = byDay(lines, timeZone)
  return (
    <section className={styles.timeline} aria-label={t('timeline.label')}>
      {detail.timeline.length >= MOST && (
        <p className={styles.shortened}>{t('timeline.shortened', { count: MOST, formatted: format.number(MOST) })}</p>
      )}
      {days.map(({ day, lines: ofDay }) => (
        <div key={day} role="group" aria-label={format.dayLong(day)}>
          {(days.length > 1 || day !== calendarDayAt(now, timeZone)) && (
            <h3 className={styles.day}>{format.dayLong(day)}</h3>
          )}
          <ol className={styles.lines}>
            {ofDay.map((line) => (
              <Line key={line.key} line={line} clock={clockAt(line.at, timeZone)} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function byDay(lines: readonly TimelineLine[], timeZone: string) {
  const days: { day: string; lines: TimelineLine[] }[] = []
  for (const line of lines) {
    const day = calendarDayAt(line.at, timeZone)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

function Line({ line, clock }: { readonly line: TimelineLine; readonly clock: string }) {
  const { t } = useTranslation('conversation')
  const { kind, sentence, person, words, isErased, isLate } = line
  const Icon = kind === null ? BellRing : ICONS[kind]
  return (
    <li className={cx(styles.line, isLate && styles.late)}>
      <Icon size={14} aria-hidden />
      <div className={styles.what}>
        <span>
          <time>{clock}</time> {sentence}
          {person !== null && <small className={styles.who}> · {person}</small>}
        </span>
        {words !== null && (
          <FoldedText text={words} className={cx(styles.words, kind === 'wrote_again' && styles.theirs)} />
        )}
        {isErased && <small className={styles.gone}>{t('timeline.words')}</small>}
      </div>
    </li>
  )
}

import { CalendarArrowDown, CalendarArrowUp, Lock, ReceiptText } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { Dot } from '../../../ui/dot.tsx'
import { cx } from '../../../ui/class-names.ts'
import { HOUR_MS } from '../../../lib/day-scale.ts'
import type { Segment } from './day-layout.ts'
import type { EntryWords } from './entry-words.ts'
import styles from './timeline.module.css'
import { entryKey, useTimeline } from './timeline-store.ts'

interface EntryBlockProps {
  readonly segment: Segment
  /** Hours from the top of the column. */
  readonly top: number
  readonly hours: number
  readonly words: EntryWords
  readonly isTabStop: boolean
  /** Of what runs. */
  readonly now: Instant
  /** False: an earlier part of it is on another day shown. */
  readonly isFirstShown: boolean
}

/** One entry, or the part of it that lies on this day. Pointer and keys are handled by the timeline around it. */
export const EntryBlock = memo(function EntryBlock(props: EntryBlockProps) {
  const { segment, top, hours, words, isTabStop, now, isFirstShown } = props
  const { entry, from, to, isContinued, goesOn, lane, span, lanes, isOverlapping } = segment
  const isDragged = useTimeline(({ drag }) => drag?.entry?.id === entry.id && drag.kind !== 'copy')
  const isPending = useTimeline(({ pending }) => pending.has(entry.id))
  const marks = useMarks(segment)
  const isRunning = entry.endedAt === null
  return (
    <div
      data-entry={entry.id}
      data-activity={entry.activity ?? 'none'}
      data-size={sizeOf(to - from)}
      className={cx(
        styles.entry,
        isRunning && styles.running,
        entry.isUntimed && styles.untimed,
        isOverlapping && styles.overlapping,
        isContinued && styles.continued,
        goesOn && styles.goesOn,
        isDragged && styles.dragged,
        isPending && styles.pending,
        isLocked(entry) && styles.locked,
      )}
      style={{
        top: `calc(${top} * var(--hour))`,
        height: `calc(${hours} * var(--hour) - 1px)`,
        left: `${(100 * lane) / lanes}%`,
        width: `calc(${(100 * span) / lanes}% - 2px)`,
      }}
      // What goes on from the day before is the same entry: it has one place for the keyboard.
      {...(isFirstShown
        ? {
            role: 'button',
            'data-item': entryKey(entry.id),
            tabIndex: isTabStop ? 0 : -1,
          }
        : { 'aria-hidden': true })}
    >
      {/* What is seen is said in full, times and marks with it. */}
      {isFirstShown && <span className={styles.said}>{words.label(entry, now, marks)}</span>}
      <Inside entry={entry} words={words} length={(entry.endedAt ?? now) - entry.startedAt} />
      <Icons segment={segment} />
      {!isLocked(entry) && !isContinued && <span className={styles.startEdge} data-edge="start" />}
      {!isLocked(entry) && !goesOn && !isRunning && <span className={styles.endEdge} data-edge="end" />}
    </div>
  )
})

interface InsideProps {
  readonly entry: TimeEntry
  readonly words: EntryWords
  readonly length: number
}

function Inside({ entry, words, length }: InsideProps) {
  const { t } = useTranslation('time')
  const place = words.place(entry)
  return (
    <>
      <span className={styles.entryTitle} title={words.title(entry)} aria-hidden>
        {words.title(entry)}
        {entry.endedAt === null && ` · ${t('timeline.running')}`}
      </span>
      <span className={styles.entryMeta} aria-hidden>
        {entry.network !== null && <Dot network={entry.network} size={6} />}
        {place !== '' && (
          <>
            <span className={styles.entryPlace}>{place}</span>
            <span className={styles.entryBetween}>·</span>
          </>
        )}
        <span className={styles.entryLength}>{words.length(length)}</span>
      </span>
      {entry.isEstimate && (
        <span className={styles.estimate} aria-hidden>
          {t('timeline.marks.estimate')}
        </span>
      )}
    </>
  )
}

function Icons({ segment: { entry, isContinued, goesOn } }: { readonly segment: Segment }) {
  const shown = [
    entry.isSealed ? Lock : null,
    entry.invoiceId === null ? null : ReceiptText,
    isContinued ? CalendarArrowUp : null,
    goesOn ? CalendarArrowDown : null,
  ].filter((Icon) => Icon !== null)
  if (shown.length === 0) return null
  return (
    <span className={styles.icons}>
      {shown.map((Icon, index) => (
        <Icon key={index} size={11} aria-hidden />
      ))}
    </span>
  )
}

function useMarks({ entry, isContinued, goesOn, isOverlapping }: Segment): string[] {
  const { t } = useTranslation('time')
  const marks = [
    entry.isEstimate && t('timeline.marks.estimate'),
    isOverlapping && t('timeline.marks.overlap'),
    entry.isSealed && t('timeline.marks.locked'),
    entry.invoiceId !== null && t('timeline.marks.invoiced'),
    isContinued && t('timeline.marks.continued'),
    goesOn && t('timeline.marks.goesOn'),
  ]
  return marks.filter((mark) => mark !== false)
}

/** Its times cannot be changed. */
export function isLocked(entry: TimeEntry): boolean {
  return entry.isSealed || entry.invoiceId !== null
}

/** How many lines of text there is room for. */
function sizeOf(ms: number): 'line' | 'lines' | 'tall' {
  if (ms < 0.55 * HOUR_MS) return 'line'
  return ms < 0.95 * HOUR_MS ? 'lines' : 'tall'
}

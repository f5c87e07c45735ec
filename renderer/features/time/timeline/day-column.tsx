import { Scissors } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Overlap } from '../../../../shared/domain/time-range.ts'
import { cx } from '../../../ui/class-names.ts'
import { HourLabels, MissingHours, NowLine } from '../../../ui/hour-grid.tsx'
import { HOUR_MS, hoursOf, offsetOf, scaleOf } from '../../../lib/day-scale.ts'
import { layOutDay, SHORTEST_SHOWN_MS } from './day-layout.ts'
import { EntryBlock } from './entry-block.tsx'
import type { EntryWords } from './entry-words.ts'
import { Ghosts } from './ghosts.tsx'
import styles from './timeline.module.css'
import { entryKey, type Gap, gapKey, type ItemKey } from './timeline-store.ts'

export interface DayColumnProps {
  readonly day: Day
  readonly timeZone: string
  readonly axisTop: number
  readonly axisBottom: number
  readonly isToday: boolean
  /** The first one shown. */
  readonly isFirst: boolean
  /** What touches the day. */
  readonly entries: readonly TimeEntry[]
  readonly gaps: readonly Gap[]
  /** The item Tab comes to, where it lies on this day. */
  readonly tabStop: ItemKey | null
  /** Where nothing runs on this day it does not matter, and stays the same. */
  readonly now: Instant
  readonly words: EntryWords
  readonly hasOwnHours: boolean
  onTrim(ids: readonly number[]): void
  onFill(gap: Gap): void
}

/** One day. Drawn anew only when something on it changes: not while something is dragged. */
export const DayColumn = memo(DayColumnPlain, (before, after) => {
  const names = Object.keys(after) as (keyof DayColumnProps)[]
  return names.every((name) => {
    if (name !== 'entries' && name !== 'gaps') return before[name] === after[name]
    return areSameLists(before[name], after[name])
  })
})

function areSameLists(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
}

function DayColumnPlain(props: DayColumnProps) {
  const { t } = useTranslation('time')
  const { day, timeZone, axisTop, axisBottom, isToday, isFirst, entries, gaps, tabStop, now, words, hasOwnHours } =
    props
  const scale = scaleOf(day, timeZone)
  const axis = { top: axisTop, bottom: axisBottom }
  const { segments, overlaps } = useMemo(
    () => layOutDay(entries, scaleOf(day, timeZone), now),
    [entries, day, timeZone, now],
  )
  const hasOwnLabels = hasOwnHours && hoursOf(scale) !== 24
  const top = (at: Instant) => offsetOf(scale, at) - axisTop
  return (
    <div className={styles.column} data-day={day}>
      <MissingHours axis={axis} scale={scale} />
      {hasOwnLabels && <HourLabels scale={scale} axisTop={axisTop} timeZone={timeZone} isInColumn />}
      {isToday && (
        <NowLine scale={scale} axisTop={axisTop} label={(at) => t('timeline.now', { time: words.clock(at) })} />
      )}
      <div className={cx(styles.blocks, hasOwnLabels && styles.besideHours)}>
        {gaps.map((gap) => (
          <GapBlock
            key={gap.from}
            gap={gap}
            top={top(gap.from)}
            words={words}
            tabStop={tabStop}
            onFill={props.onFill}
          />
        ))}
        {segments.map((segment) => (
          <EntryBlock
            key={segment.entry.id}
            segment={segment}
            top={top(segment.from)}
            hours={Math.max(segment.to - segment.from, SHORTEST_SHOWN_MS) / HOUR_MS}
            words={words}
            isTabStop={tabStop === entryKey(segment.entry.id)}
            now={now}
            isFirstShown={isFirst || !segment.isContinued}
          />
        ))}
        {overlaps.map((overlap) => (
          <TrimButton
            key={overlap.ids.join(' ')}
            overlap={overlap}
            top={top(overlap.from)}
            entries={entries}
            words={words}
            onTrim={props.onTrim}
          />
        ))}
        <Ghosts scale={scale} axisTop={axisTop} words={words} />
      </div>
    </div>
  )
}

interface GapBlockProps {
  readonly gap: Gap
  readonly top: number
  readonly words: EntryWords
  readonly tabStop: ItemKey | null
  onFill(gap: Gap): void
}

const GapBlock = memo(function GapBlock({ gap, top, words, tabStop, onFill }: GapBlockProps) {
  const { t } = useTranslation('time')
  const key = gapKey(gap)
  const duration = words.duration(gap.to - gap.from)
  return (
    <button
      type="button"
      data-item={key}
      tabIndex={tabStop === key ? 0 : -1}
      className={styles.gap}
      style={{
        top: `calc(${top} * var(--hour))`,
        height: `calc(${(gap.to - gap.from) / HOUR_MS} * var(--hour) - 1px)`,
      }}
      aria-haspopup="menu"
      aria-label={t('timeline.gapLabel', { duration, from: words.clock(gap.from), to: words.clock(gap.to) })}
      onClick={() => onFill(gap)}
    >
      <span>{t('timeline.gap', { duration })}</span>
    </button>
  )
})

interface TrimButtonProps {
  readonly overlap: Overlap
  readonly top: number
  readonly entries: readonly TimeEntry[]
  readonly words: EntryWords
  onTrim(ids: readonly number[]): void
}

/** Beside what is logged twice. By keyboard the same is a key on either entry. */
function TrimButton({ overlap, top, entries, words, onTrim }: TrimButtonProps) {
  const { t } = useTranslation('time')
  const [first, second] = overlap.ids.map((id) => {
    const entry = entries.find((one) => one.id === id)
    return entry ? words.title(entry) : ''
  })
  const label = t('overlaps.trimLabel', { duration: words.duration(overlap.to - overlap.from), first, second })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.trim}
      style={{ top: `calc(${top} * var(--hour))` }}
      title={label}
      aria-label={label}
      onClick={() => onTrim(overlap.ids)}
    >
      <Scissors size={12} aria-hidden />
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { type DayScale, HOUR_MS, offsetOf } from '../../../lib/day-scale.ts'
import type { Times } from './drag-times.ts'
import type { EntryWords } from './entry-words.ts'
import styles from './timeline.module.css'
import { type Coming, type Drag, useTimeline } from './timeline-store.ts'
import { useNow } from '../../../lib/use-now.ts'

interface GhostsProps {
  readonly scale: DayScale
  readonly axisTop: number
  readonly words: EntryWords
}

/** What is being dragged, entered or saved, as far as it touches this day. */
export function Ghosts({ scale, axisTop, words }: GhostsProps) {
  const { t } = useTranslation('time')
  const drag = useTimeline((state): Drag | null => (touches(scale, state.drag?.times) ? state.drag : null))
  const coming = useTimeline((state) => state.coming)
  const draft = useEntryEditor(({ editor }) => (editor?.kind === 'new' ? editor.draft : null))
  const drafted = draft && timesOf(draft.startedAt, draft.endedAt)
  const place = { scale, axisTop, words }
  const isDrawn = drag?.entry === null
  return (
    <>
      {coming
        .filter((entry) => touches(scale, entry))
        .map((entry) => (
          <Ghost key={entry.key} {...place} times={entry} title={entry.title} activity={activityOf(entry)} isPale />
        ))}
      {drafted && touches(scale, drafted) && <Ghost {...place} times={drafted} title="" isPale />}
      {drag && (
        <Ghost
          {...place}
          times={drag.times}
          title={drag.entry ? words.title(drag.entry) : t('timeline.work')}
          activity={isDrawn ? 'new' : (drag.entry?.activity ?? 'none')}
        />
      )}
    </>
  )
}

function activityOf({ entry }: Coming): string {
  return entry?.activity ?? 'none'
}

function timesOf(startedAt: number | undefined, endedAt: number | undefined): Times | null {
  return startedAt === undefined || endedAt === undefined ? null : { startedAt, endedAt }
}

function touches(scale: DayScale, times: Times | undefined): boolean {
  return times !== undefined && times.startedAt < scale.end && (times.endedAt ?? scale.end) > scale.start
}

interface GhostProps extends GhostsProps {
  readonly times: Times
  readonly title: string
  readonly activity?: string
  readonly isPale?: boolean
}

function Ghost({ scale, axisTop, words, times, title, activity = 'new', isPale = false }: GhostProps) {
  const now = useNow()
  const end = times.endedAt ?? Math.max(now, times.startedAt + 60_000)
  const from = Math.max(times.startedAt, scale.start)
  const to = Math.min(end, scale.end)
  if (from >= to) return null
  return (
    <div
      className={styles.ghost}
      data-activity={activity}
      data-pale={isPale ? '' : undefined}
      style={{
        top: `calc(${offsetOf(scale, from) - axisTop} * var(--hour))`,
        height: `calc(${(to - from) / HOUR_MS} * var(--hour) - 1px)`,
      }}
    >
      {/* Where it starts stands when it is. */}
      {times.startedAt >= scale.start && (
        <>
          <span className={styles.ghostTimes}>
            {words.range(times)} · {words.duration(end - times.startedAt)}
          </span>
          <span className={styles.entryTitle}>{title}</span>
        </>
      )}
    </div>
  )
}

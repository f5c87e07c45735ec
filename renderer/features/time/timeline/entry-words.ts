/** How an entry is called, on its sheet and by a screen reader. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Combination, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { clockText } from '../../../lib/clock-text.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { Times } from './drag-times.ts'

type Named = Combination | TimeEntry

export interface EntryWords {
  /** What was done: the note, the post, else the activity. */
  title(entry: Named): string
  /** Where: the channel, else what comes next. */
  place(entry: Named): string
  /** All of it in a sentence. */
  label(entry: TimeEntry, now: Instant, marks: readonly string[]): string
  /** "14:05"; with the zone's name where the clock shows it twice. */
  clock(at: Instant): string
  /** "14:05 – 15:20" */
  range(times: Times): string
  /** "1:15", and with its unit. */
  length(ms: number): string
  duration(ms: number): string
  /** "Mittwoch, 28. Oktober" */
  day(at: Instant): string
}

export function useEntryWords(timeZone: string): EntryWords {
  const { t } = useTranslation('time')
  const format = useFormat()
  return useMemo(() => {
    const activities = activityNames(format.language)
    const clock = (at: Instant) => clockText(at, timeZone, format.locale)
    const duration = (ms: number) => format.duration(ms / 1000)
    const activityOf = (entry: Named) => (entry.activity === null ? null : activities[entry.activity])
    const title = (entry: Named): string => {
      const line = entry.note.trim().split('\n')[0] ?? ''
      if (line !== '') return line
      const [target, ...more] = entry.targets
      if (target && target.name !== '') {
        return more.length === 0 ? target.name : t('timeline.targets', { name: target.name, count: more.length })
      }
      const others = [entry.project, entry.campaign, entry.client, entry.department, entry.channel]
      return activityOf(entry) ?? others.find((name) => name !== null) ?? t('timeline.work')
    }
    const around = (entry: Named) => {
      const names = [entry.channel, activityOf(entry), entry.client, entry.project, entry.department, entry.campaign]
      return names.filter((name): name is string => name !== null && name !== title(entry))
    }
    return {
      title,
      place: (entry) => around(entry)[0] ?? '',
      label(entry, now, marks) {
        const { startedAt, endedAt, isUntimed } = entry
        const details = [...around(entry), ...marks].join(', ') || t('timeline.work')
        const texts = { title: title(entry), details, from: clock(startedAt) }
        const length = { duration: duration((endedAt ?? now) - startedAt) }
        if (endedAt === null) return t('timeline.entryRunning', { ...texts, ...length })
        return t(isUntimed ? 'timeline.entryUntimed' : 'timeline.entry', { ...texts, ...length, to: clock(endedAt) })
      },
      clock,
      range: ({ startedAt, endedAt }) => `${clock(startedAt)} – ${endedAt === null ? '…' : clock(endedAt)}`,
      length: (ms) => duration(ms).replace(/\s.*$/u, ''),
      duration,
      day: (at) => format.dayLong(dayAt(at, timeZone)),
    }
  }, [t, format, timeZone])
}

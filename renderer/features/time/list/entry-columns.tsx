import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { daysBetween } from '../../../../shared/domain/day.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNarrow } from '../../../lib/use-media.ts'
import { cx } from '../../../ui/class-names.ts'
import { CheckMark } from '../../../ui/check-mark.tsx'
import { ChannelName } from '../../../ui/dot.tsx'
import { Money } from '../../../ui/money.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import { clockText } from '../../../lib/clock-text.ts'
import { EntryMarks } from './entry-marks.tsx'
import styles from './time-list.module.css'
import { useEntryTexts } from './use-entry-texts.ts'

export interface EntryColumnsOptions {
  readonly timeZone: string
  readonly hasSeveralPeople: boolean
  isChosen(entry: TimeEntry): boolean
  /** First of its day in the list. */
  isFirstOfDay(entry: TimeEntry): boolean
  onOpen(entry: TimeEntry): void
}

/** Rows say themselves whether they are chosen; the box only shows it. */
export function useEntryColumns(options: EntryColumnsOptions): readonly Column<TimeEntry>[] {
  const { timeZone, hasSeveralPeople, isChosen, isFirstOfDay, onOpen } = options
  const { t } = useTranslation('timeList')
  const format = useFormat()
  const texts = useEntryTexts()
  const isNarrow = useNarrow()
  return useMemo(() => {
    return [
      {
        id: 'chosen',
        header: '',
        headerDescription: t('columns.selection'),
        width: '32px',
        cell: (entry) => <CheckMark isOn={isChosen(entry)} />,
      },
      {
        id: 'day',
        header: t('columns.day'),
        cell: (entry) => (
          <span className={isFirstOfDay(entry) ? styles.day : styles.quiet}>{texts.day(entry.day)}</span>
        ),
      },
      { id: 'time', header: t('columns.time'), cell: (entry) => <Times entry={entry} timeZone={timeZone} /> },
      {
        id: 'duration',
        header: t('columns.duration'),
        align: 'end',
        cell: (entry) => (entry.endedAt === null ? '–' : format.duration(entry.seconds)),
      },
      {
        id: 'what',
        header: t('columns.what'),
        isRowHeader: true,
        width: '60%',
        cell: (entry) => <What entry={entry} onOpen={onOpen} />,
      },
      {
        id: 'channel',
        header: t('columns.channel'),
        cell: ({ channel, network }) =>
          channel === null ? <Dash /> : <ChannelName network={network}>{channel}</ChannelName>,
      },
      {
        id: 'for',
        header: t('columns.for'),
        width: '40%',
        cell: (entry) => <Cut text={texts.purpose(entry)} />,
      },
      ...(hasSeveralPeople && !isNarrow ? [personColumn(t('columns.person'))] : []),
      {
        id: 'cost',
        header: t('columns.cost'),
        align: 'end',
        cell: ({ cents, endedAt }) =>
          endedAt === null ? <Dash /> : cents === null ? <Quiet text={t('noRate')} /> : <Money cents={cents} />,
      },
      { id: 'marks', header: '', cell: (entry) => <EntryMarks entry={entry} /> },
    ]
  }, [t, format, texts, isNarrow, timeZone, hasSeveralPeople, isChosen, isFirstOfDay, onOpen])
}

function personColumn(header: string): Column<TimeEntry> {
  return {
    id: 'person',
    header,
    cell: ({ person }) => (
      <span className={styles.person} title={person}>
        {person}
      </span>
    ),
  }
}

function Dash() {
  return <span className={styles.quiet}>–</span>
}

function Quiet({ text }: { readonly text: string }) {
  return <span className={styles.quiet}>{text}</span>
}

/** Names give way to figures: as wide as the column, no wider. */
function Cut({ text }: { readonly text: string }) {
  if (text === '') return <Dash />
  return (
    <span className={styles.cut} title={text}>
      {text}
    </span>
  )
}

function What({ entry, onOpen }: { readonly entry: TimeEntry; onOpen(entry: TimeEntry): void }) {
  const { t } = useTranslation('timeList')
  const names = activityNames(useFormat().language)
  const activity = entry.activity === null ? t('noActivity') : names[entry.activity]
  return (
    <span className={styles.cut} title={entry.note === '' ? activity : `${activity} · ${entry.note}`}>
      {/* The row opens by Enter; this is the way of the mouse. */}
      <button
        type="button"
        tabIndex={-1}
        className={cx(styles.activity, entry.activity === null && styles.quiet)}
        aria-label={t('open', { what: activity })}
        onClick={() => onOpen(entry)}
      >
        {activity}
      </button>
      {entry.note !== '' && <span className={styles.note}>{entry.note}</span>}
    </span>
  )
}

function Times({ entry, timeZone }: { readonly entry: TimeEntry; readonly timeZone: string }) {
  const { t } = useTranslation('timeList')
  const { locale } = useFormat()
  const { startedAt, endedAt, isUntimed } = entry
  if (isUntimed) return <Quiet text={t('untimed')} />
  const from = clockText(startedAt, timeZone, locale)
  if (endedAt === null) return `${from} –`
  const later = daysBetween(dayAt(startedAt, timeZone), dayAt(endedAt, timeZone))
  return (
    <span className={styles.times}>
      {from} – {clockText(endedAt, timeZone, locale)}
      {later > 0 && <sup>+{later}</sup>}
    </span>
  )
}

import { ChevronLeft, ChevronRight, FileText, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarContext } from 'react-aria-components'
import { addDays, type Day, isoWeekOf, toDay } from '../../../../shared/domain/day.ts'
import { type AppCommand, useAppCommands, useCommandRegistry } from '../../../lib/commands.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { MonthSheet } from '../../../ui/calendar.tsx'
import { toDateValue } from '../../../ui/date-strings.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import styles from './time-head.module.css'
import { TIME_VIEWS, type TimeView } from './time-view.ts'

/** Beside the title: which day or week, of whom. */
export function TimeStepper({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const { choose, day, today } = view
  const step = view.view === 'day' ? 1 : 7
  const kind = view.view === 'day' ? 'day' : 'week'
  useStepCommands(view, step)
  if (!hasDays(view)) return null
  return (
    <div className={styles.stepper}>
      <IconButton
        icon={ChevronLeft}
        label={t(`head.previous.${kind}`)}
        shortcut="arrowleft"
        onPress={() => choose({ day: addDays(day, -step) })}
      />
      <DayButton view={view} />
      <IconButton
        icon={ChevronRight}
        label={t(`head.next.${kind}`)}
        shortcut="arrowright"
        onPress={() => choose({ day: addDays(day, step) })}
      />
      <Button variant="quiet" shortcut="t" onPress={() => choose({ day: today })}>
        {t('head.today')}
      </Button>
      <PersonSelect view={view} />
    </div>
  )
}

/** Lists and reports have a period and people of their own. */
function hasDays({ view }: TimeView): boolean {
  return view === 'day' || view === 'week'
}

function DayButton({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const { day, period, today, choose } = view
  const text =
    view.view === 'day'
      ? dayText(day, today, format.dayLong, format.day)
      : t('head.week', { week: isoWeekOf(day).week, range: format.dayRange(period.from, period.to, today) })
  return (
    <Popover
      label={t('head.chooseDay')}
      trigger={
        <Button aria-label={`${t('head.chooseDay')}: ${text}`}>
          <span className={styles.day}>{text}</span>
        </Button>
      }
    >
      {(close) => (
        <CalendarContext.Provider
          value={{
            'aria-label': t('head.chooseDay'),
            value: toDateValue(day),
            autoFocus: true,
            onChange: (next) => {
              if (!Array.isArray(next) && next !== null) choose({ day: toDay(next.toString()) })
              close()
            },
          }}
        >
          <MonthSheet />
        </CalendarContext.Provider>
      )}
    </Popover>
  )
}

/** The weekday, and the year where it is not this one. */
function dayText(day: Day, today: Day, long: (day: string) => string, full: (day: string) => string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? long(day) : `${long(day).split(',')[0] ?? ''}, ${full(day)}`
}

function PersonSelect({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const { people, personId, isAll, choose } = view
  if (people.length < 2) return null
  return (
    <Select
      label={t('head.person')}
      isLabelHidden
      width="auto"
      value={isAll ? 'all' : String(personId)}
      options={[
        ...people.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: 'all', label: t('head.everyone') },
      ]}
      onChange={(value) => choose({ person: value === 'all' ? 'all' : Number(value) })}
    />
  )
}

export function TimeActions({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const enter = useCommandRegistry((state) => state.commands.find(({ shortcut }) => shortcut === 'n'))
  return (
    <>
      <Segmented
        label={t('head.view')}
        value={view.view}
        options={TIME_VIEWS.map((value) => ({ value, label: t(`head.views.${value}`) }))}
        onChange={(value) => view.choose({ view: value })}
      />
      <LinkButton href="/time/billing?view=timesheet" icon={FileText}>
        {t('head.timesheet')}
      </LinkButton>
      {enter && (
        <Button variant="primary" icon={Plus} shortcut="n" onPress={() => enter.run()}>
          {t('head.enter')}
        </Button>
      )}
    </>
  )
}

function useStepCommands(view: TimeView, step: number): void {
  const { t } = useTranslation('time')
  const commands = useMemo((): AppCommand[] => {
    const { choose, day, today } = view
    const group = t('title')
    const kind = step === 1 ? 'day' : 'week'
    const go = (id: string, title: string, shortcut: string, to: Day): AppCommand => ({
      id: `time.${id}`,
      title,
      group,
      shortcut,
      run: () => choose({ day: to }),
    })
    return [
      ...(hasDays(view)
        ? [
            go('previous', t(`head.previous.${kind}`), 'arrowleft', addDays(day, -step)),
            go('next', t(`head.next.${kind}`), 'arrowright', addDays(day, step)),
            go('today', t('head.goToday'), 't', today),
          ]
        : []),
      ...TIME_VIEWS.map((name, index) => ({
        id: `time.view.${name}`,
        title: t('head.showView', { view: t(`head.views.${name}`) }),
        group,
        shortcut: String(index + 1),
        run: () => choose({ view: name }),
      })),
    ]
  }, [view, step, t])
  useAppCommands(commands)
}

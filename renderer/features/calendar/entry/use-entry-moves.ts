/** Moving and copying in month and week: shown at once, said with what the clock makes of it, followed by view and focus. */
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { calendarDayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { useCalendarAddress } from '../calendar-address.ts'
import { usePlanChanges } from '../use-plan-changes.ts'
import { usePlanDrag } from './plan-drag.ts'
import { usePlanFocus } from './plan-focus.ts'
import { findClockMove, isFixed, type PlannedMove } from './plan-moment.ts'
import type { PlanWords } from './plan-words.ts'

export interface EntryMoves {
  /** Why it cannot be moved; null: it can. */
  refusal(row: PlanRow, by: 'pointer' | 'keys'): string | null
  tell(reason: string): void
  /** `about`: the one that was grasped. */
  move(moves: readonly PlannedMove[], about: PlanRow): void
  copy(row: PlanRow, at: Instant): void
  /** Goes there with the focus; the view follows where the day is not shown. */
  goTo(day: Day, id: number | null): void
  say(row: PlanRow, at: Instant): void
  sayCanceled(): void
}

export function useEntryMoves(words: PlanWords, days: readonly Day[]): EntryMoves {
  const { t } = useTranslation('calendarViews')
  const format = useFormat()
  const outer = { changes: usePlanChanges(), showDay: useCalendarAddress().showDay, days }
  const latest = useRef(outer)
  useEffect(() => {
    latest.current = outer
  })
  return useMemo(() => {
    const { timeZone } = words
    const { announce, expect } = usePlanDrag.getState()
    const goTo = (day: Day, id: number | null) => {
      usePlanFocus.getState().go({ day, id })
      if (!latest.current.days.includes(day)) latest.current.showDay(day)
    }
    const clockNote = (moves: readonly PlannedMove[]) => {
      const found = findClockMove(moves, timeZone)
      if (!found) return undefined
      const day = format.dayShort(calendarDayAt(found.at, timeZone))
      return t('clockMoved', { before: words.clockOf(found.row.plannedAt ?? 0), after: words.clockOf(found.at), day })
    }
    return {
      refusal: (row, by) => (isFixed(row) ? t(by === 'keys' ? 'drag.publishedKeys' : 'drag.published') : null),
      tell: (message) => showToast({ message, topic: 'calendar' }),
      move(moves, about) {
        const changed = moves.filter(({ row, at }) => row.plannedAt !== at)
        if (changed.length === 0) return
        const done = expect(changed)
        const own = changed.find(({ row }) => row.id === about.id)
        if (own) goTo(calendarDayAt(own.at, timeZone), about.id)
        const wanted = changed.map(({ row: { id }, at }) => ({ id, plannedAt: at }))
        void latest.current.changes.move(wanted, clockNote(changed)).finally(done)
      },
      copy(row, at) {
        const note = clockNote([{ row, at, keepsClock: false }])
        void latest.current.changes.copy(row, at, note).then((postId) => {
          if (postId !== null) usePlanFocus.getState().awaitPost(postId)
        })
      },
      goTo,
      say(row, at) {
        const day = words.dayLong(calendarDayAt(at, timeZone))
        announce(t('said.moved', { title: row.title, day, time: words.clockOf(at) }))
      },
      sayCanceled: () => announce(t('said.canceled')),
    }
  }, [t, format, words])
}

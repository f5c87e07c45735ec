/** Keys for what is chosen; they mean nothing while nothing is. */
import { CalendarRange, CircleDot } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'

export const BULK_KEYS = { shift: 'm', status: 't' } as const

interface BulkTargets {
  shift(): void
  status(): void
}

export function useBulkCommands(count: number, targets: BulkTargets): void {
  const { t } = useTranslation(['calendarLists', 'calendar'])
  const latest = useRef(targets)
  useEffect(() => {
    latest.current = targets
  })
  useAppCommands(
    useMemo((): readonly AppCommand[] => {
      if (count === 0) return []
      const group = t('calendar:title')
      return [
        {
          id: 'calendar.bulk.shift',
          title: t('bulk.commandShift', { count }),
          group,
          icon: CalendarRange,
          shortcut: BULK_KEYS.shift,
          opensField: true,
          run: () => latest.current.shift(),
        },
        {
          id: 'calendar.bulk.status',
          title: t('bulk.commandStatus', { count }),
          group,
          icon: CircleDot,
          shortcut: BULK_KEYS.status,
          run: () => latest.current.status(),
        },
      ]
    }, [t, count]),
  )
}

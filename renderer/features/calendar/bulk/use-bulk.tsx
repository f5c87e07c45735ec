/** What can be done with several posts at once, each in one step that can be taken back. */
import { type ReactNode, useState } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { PostStatus } from '../../../../shared/domain/post-status.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { isFixed } from '../entry/plan-moment.ts'
import { commonStatuses } from '../status-moves.ts'
import { usePlanChanges } from '../use-plan-changes.ts'
import { ShiftDialog } from './shift-dialog.tsx'

export interface Bulk {
  /** Those chosen that have a time that can be moved. */
  readonly movable: readonly PlanRow[]
  /** Where all of them can go, and not all of them are. */
  readonly statuses: readonly PostStatus[]
  shift(days: number): void
  /** Asks by how many days. */
  askDays(): void
  setStatus(status: PostStatus): void
  readonly dialog: ReactNode
}

export function useBulk(chosen: readonly PlanRow[], timeZone: string): Bulk {
  const changes = usePlanChanges()
  const oneAtATime = useOneAtATime()
  const [isAsking, setAsking] = useState(false)
  const movable = chosen.filter((row) => row.plannedAt !== null && !isFixed(row))
  return {
    movable,
    statuses: commonStatuses(chosen),
    shift: (days) => void (movable.length > 0 && oneAtATime(() => changes.shift(movable, days))),
    askDays: () => setAsking(movable.length > 0),
    setStatus: (status) =>
      void oneAtATime(() =>
        changes.setStatus(
          chosen.filter((row) => row.status !== status),
          status,
        ),
      ),
    dialog: isAsking && (
      <ShiftDialog
        rows={movable}
        staying={chosen.length - movable.length}
        timeZone={timeZone}
        onShift={(days) => changes.shift(movable, days)}
        onClose={() => setAsking(false)}
      />
    ),
  }
}

/** Cards that are taken to another column, by mouse or by key. */
import { useCallback, useRef, useState } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { PostStatus } from '../../../../shared/domain/post-status.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { canAllMove } from '../status-moves.ts'
import { usePlanChanges } from '../use-plan-changes.ts'

const NOTHING: readonly PlanRow[] = []

export interface StatusMoves {
  /** What hangs on the pointer. */
  readonly dragged: readonly PlanRow[]
  /** Whether a column takes what hangs on the pointer. */
  accepts(status: PostStatus): boolean
  begin(rows: readonly PlanRow[]): void
  drop(status: PostStatus): void
  end(): void
  move(rows: readonly PlanRow[], status: PostStatus): void
}

export function useStatusMoves(): StatusMoves {
  const changes = usePlanChanges()
  const oneAtATime = useOneAtATime()
  const [dragged, setDragged] = useState(NOTHING)
  const frame = useRef(0)
  const end = useCallback(() => {
    cancelAnimationFrame(frame.current)
    setDragged(NOTHING)
  }, [])

  function move(rows: readonly PlanRow[], status: PostStatus) {
    if (!canAllMove(rows, status)) return
    const others = rows.filter((row) => row.status !== status)
    void oneAtATime(() => changes.setStatus(others, status))
  }

  return {
    dragged,
    accepts: (status) => canAllMove(dragged, status),
    // Browsers give up a drag whose card changes while it begins.
    begin: (rows) => {
      frame.current = requestAnimationFrame(() => setDragged(rows))
    },
    drop: (status) => {
      move(dragged, status)
      end()
    },
    end,
    move,
  }
}

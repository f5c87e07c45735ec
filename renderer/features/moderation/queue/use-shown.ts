/** Which conversation is shown beside the list. Follows the address, and a moment ahead of it while arrows run through the list. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useModerationAddress } from '../moderation-address.ts'
import type { Queue } from './use-queue.ts'

/** Browsers slow down pages that write the address with every repeated key. */
const PAUSE_MS = 150

export interface Shown {
  /** Null: there is nothing to show. Without one in the address it is the first of the list. */
  readonly id: number | null
  /** Its place in the list; −1: it is not in it. */
  readonly index: number
  show(id: number | null): void
  /** To the next or a previous one; stays at the ends. */
  step(by: number): void
}

export function useShown(queue: Queue): Shown {
  const { key, rows, isBehind } = queue
  const { id: inAddress, select } = useModerationAddress()
  const [ahead, show] = useAhead(key, inAddress, select)
  const id = ahead ?? inAddress ?? rows[0]?.id ?? null
  const index = rows.findIndex((row) => row.id === id)
  useSuccessor({ key, id, index, isBehind }, rows, show)
  const step = useCallback(
    (by: number) => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, index === -1 ? 0 : index + by))]
      if (next) show(next.id)
    },
    [rows, index, show],
  )
  return { id, index, show, step }
}

/** What was chosen and does not stand in the address yet. */
function useAhead(key: string, inAddress: number | null, select: (id: number | null) => void) {
  const [ahead, setAhead] = useState<number | null>(null)
  const latest = useRef(select)
  const written = useRef(inAddress)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => {
    latest.current = select
  })
  useEffect(() => {
    // The address was changed by something else: a link, going back.
    if (inAddress === written.current) return
    written.current = inAddress
    window.clearTimeout(timer.current)
    setAhead(null)
  }, [inAddress])
  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      setAhead(null)
    },
    [key],
  )
  const show = useCallback((id: number | null) => {
    setAhead(id)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      written.current = id
      latest.current(id)
    }, PAUSE_MS)
  }, [])
  return [ahead, show] as const
}

interface Place {
  readonly key: string
  readonly id: number | null
  readonly index: number
  readonly isBehind: boolean
}

/** What was answered leaves the list: the one that takes its place is shown. */
function useSuccessor(place: Place, rows: Queue['rows'], show: Shown['show']): void {
  const before = useRef<Place | null>(null)
  const { key, id, index, isBehind } = place
  useEffect(() => {
    if (isBehind) return
    const last = before.current
    if (index !== -1) before.current = { key, id, index, isBehind }
    else if (last?.key === key && last.id === id) {
      before.current = null
      show(rows[Math.min(last.index, rows.length - 1)]?.id ?? null)
    }
  }, [key, id, index, isBehind, rows, show])
}

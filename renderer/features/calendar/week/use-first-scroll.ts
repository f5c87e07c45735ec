/** Begins where the working day does, and stays where one has scrolled to while the window is open. */
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import { api } from '../../../lib/api.ts'
import type { Axis, DayScale } from '../../../lib/day-scale.ts'
import { type DayPosts, firstOffset } from './week-layout.ts'

interface Shown {
  readonly posts: readonly DayPosts[]
  readonly scales: readonly DayScale[]
  readonly axis: Axis
}

let scrolledTo: number | undefined

export function useFirstScroll(scroller: RefObject<HTMLElement | null>, shown: Shown): void {
  const workingHours = useQuery(api.settings.ledger.queryOptions()).data?.workingHours
  const first = useRef(shown)
  const isKnown = workingHours !== undefined
  useEffect(() => {
    const element = scroller.current
    if (!element || workingHours === undefined) return
    const { posts, scales, axis } = first.current
    const workFrom = workingHours.flatMap((stretches) => stretches.map(({ from }) => Number(from.slice(0, 2)) - 12))
    const height = element.querySelector('[data-day]')?.getBoundingClientRect().height ?? 0
    const wanted = ((firstOffset(posts, scales, workFrom) - 0.3 - axis.top) * height) / (axis.bottom - axis.top)
    element.scrollTo({ top: scrolledTo ?? Math.max(0, wanted) })
    const remember = () => (scrolledTo = element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
    // Once, as soon as the working hours are known.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scroller, isKnown])
}

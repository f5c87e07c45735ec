import { type RefObject, useLayoutEffect, useState } from 'react'

/** As in month.module.css. */
const HEAD_PX = 25
const LINE_PX = 22

/** How many posts a day has room for, as high as its weeks are. */
export function useDayLines(body: RefObject<HTMLElement | null>, weeks: number): number {
  const [lines, setLines] = useState(4)
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const measure = () => setLines(Math.max(1, Math.floor((element.clientHeight / weeks - HEAD_PX) / LINE_PX)))
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(element)
    return () => observer.disconnect()
  }, [body, weeks])
  return lines
}

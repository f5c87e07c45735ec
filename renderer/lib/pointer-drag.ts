/** Following a pressed mouse or pen until it is let go, whatever is dragged. Escape puts back, the edges scroll, a drag is no click. */

export interface Pointer {
  readonly x: number
  readonly y: number
  readonly isAlt: boolean
  readonly isShift: boolean
}

export interface PointerDrag {
  /** The press has become a drag. False: it may not, and ends here. */
  begin(pointer: Pointer): boolean
  /** The pointer, a key held with it or the ground under it has moved. */
  update(pointer: Pointer): void
  /** However it ended: what showed it goes. */
  end(): void
  /** Let go. Is asked before `end`; what it returns is done after. */
  drop(): () => void
  /** Given up by Escape, or because the window lost the focus. */
  cancel(): void
  /** What scrolls by itself while the pointer is near its upper or lower edge; what is marked data-heads in it stays. */
  scroller?(): HTMLElement | null
}

/** Below this a press is a click. */
const SLACK_PX = 4
const EDGE_PX = 40
const FASTEST_PX = 14

/** Returns what ends it without a drop. */
export function followPointer(press: PointerEvent, drag: PointerDrag): () => void {
  const listening = new AbortController()
  let pointer = pointerOf(press, press)
  let isActive = false
  let frame = 0
  const end = () => {
    cancelAnimationFrame(frame)
    listening.abort()
    drag.end()
  }
  const scroll = () => {
    frame = requestAnimationFrame(scroll)
    if (scrollAtEdge(drag.scroller?.() ?? null, pointer.y)) drag.update(pointer)
  }
  const move = (event: PointerEvent) => {
    pointer = pointerOf(event, event)
    const distance = Math.hypot(pointer.x - press.clientX, pointer.y - press.clientY)
    if (!isActive && distance >= SLACK_PX) {
      if (!drag.begin(pointer)) return end()
      isActive = true
      frame = requestAnimationFrame(scroll)
    }
    if (isActive) drag.update(pointer)
  }
  const drop = () => {
    const done = isActive ? drag.drop() : undefined
    end()
    if (done === undefined) return
    swallowClick()
    done()
  }
  const cancel = () => {
    end()
    if (isActive) drag.cancel()
  }
  const readKey = (event: KeyboardEvent) => {
    if (!isActive) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      cancel()
      window.addEventListener('pointerup', swallowClick, { once: true })
      return
    }
    pointer = pointerOf({ clientX: pointer.x, clientY: pointer.y }, event)
    drag.update(pointer)
  }
  const { signal } = listening
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener('blur', cancel, { signal })
  window.addEventListener('keydown', readKey, { signal, capture: true })
  window.addEventListener('keyup', readKey, { signal, capture: true })
  return end
}

function pointerOf(
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
  { altKey, shiftKey }: Pick<KeyboardEvent, 'altKey' | 'shiftKey'>,
): Pointer {
  return { x: clientX, y: clientY, isAlt: altKey, isShift: shiftKey }
}

/** The faster the nearer to the edge. True when it moved. */
function scrollAtEdge(scroller: HTMLElement | null, y: number): boolean {
  if (!scroller) return false
  const box = scroller.getBoundingClientRect()
  const head = scroller.querySelector('[data-heads]')?.getBoundingClientRect().height ?? 0
  const above = box.top + head + EDGE_PX - y
  const below = y - (box.bottom - EDGE_PX)
  const speed = above > 0 ? -above : below > 0 ? below : 0
  if (speed === 0) return false
  const before = scroller.scrollTop
  scroller.scrollTop += Math.max(-FASTEST_PX, Math.min(FASTEST_PX, speed / 3))
  return scroller.scrollTop !== before
}

/** The click that follows a drag means nothing to what lies under it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

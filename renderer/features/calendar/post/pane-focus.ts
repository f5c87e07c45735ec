/** The way from a view into the pane beside it, and back. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { create } from 'zustand'

interface PaneFocus {
  /** The pane is to take the focus as soon as it is there. */
  readonly isWanted: boolean
  /** What has it again afterwards. */
  readonly from: Element | null
}

const usePaneFocus = create<PaneFocus>()(() => ({ isWanted: false, from: null }))

export const PANE_ID = 'post-pane'

/** Enter on a post in a view. */
export function enterPane(): void {
  usePaneFocus.setState({ isWanted: true, from: document.activeElement })
}

/** For what has the view in it: which post is shown by Enter, and not by an arrow or a click. */
export function useEntering() {
  const isEnter = useRef(false)
  return {
    isEntering: () => isEnter.current,
    handlers: {
      onKeyDownCapture({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
        const isInPane = target instanceof Element && target.closest(`#${PANE_ID}`) !== null
        isEnter.current = key === 'Enter' && !isInPane && !(ctrlKey || metaKey || altKey)
        if (!isEnter.current) usePaneFocus.setState({ isWanted: false })
      },
      onPointerDownCapture() {
        isEnter.current = false
      },
    },
  }
}

export function useEnteredPane(): void {
  const isWanted = usePaneFocus((state) => state.isWanted)
  useEffect(() => {
    if (!isWanted) return
    usePaneFocus.setState({ isWanted: false })
    document.querySelector<HTMLElement>(`#${PANE_ID} [role=tabpanel] textarea`)?.focus()
  }, [isWanted])
}

/** Escape in the pane. False: nobody knows where from. */
export function leavePane(): boolean {
  const { from } = usePaneFocus.getState()
  const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body
  const view = document.querySelector<HTMLElement>('[data-calendar] > :first-child')
  const target = isThere
    ? from
    : view?.querySelector<HTMLElement>('[aria-selected=true][tabindex], [aria-current=true], [tabindex="0"], button')
  target?.focus()
  return target !== undefined && target !== null
}

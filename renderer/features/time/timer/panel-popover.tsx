import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { cx } from '../../../ui/class-names.ts'
import overlay from '../../../ui/overlay.module.css'

export interface PanelPopoverProps {
  readonly label: string
  readonly anchor: RefObject<HTMLElement | null>
  onClose(): void
  readonly children: ReactNode
}

/** A sheet at the timer that is opened by a key as well as by its button. */
export function PanelPopover({ label, anchor, onClose, children }: PanelPopoverProps) {
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom end"
      offset={6}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={cx(overlay.popover)}
    >
      <Dialog aria-label={label} className={cx(overlay.padded)}>
        {children}
      </Dialog>
    </Popover>
  )
}

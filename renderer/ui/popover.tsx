import type { ReactElement, ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { cx } from './class-names.ts'
import overlay from './overlay.module.css'

export interface PopoverProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly placement?: NonNullable<AriaPopoverProps['placement']>
  /** Where something else opens it as well. */
  readonly isOpen?: boolean
  onOpenChange?(isOpen: boolean): void
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A small sheet at its button, for filters and short explanations. */
export function Popover({ label, trigger, placement = 'bottom start', children, isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <AriaPopover className={cx(overlay.popover)} placement={placement} offset={5}>
        <Dialog aria-label={label} className={cx(overlay.padded)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}

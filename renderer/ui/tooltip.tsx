import type { ReactElement } from 'react'
import {
  OverlayArrow,
  Tooltip as AriaTooltip,
  type TooltipProps as AriaTooltipProps,
  TooltipTrigger,
} from 'react-aria-components'
import { cx } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

export interface TooltipProps {
  readonly text: string
  readonly shortcut?: string
  readonly placement?: NonNullable<AriaTooltipProps['placement']>
  /** One focusable React Aria element, e.g. a Button or a Link. */
  readonly children: ReactElement
}

/** Repeats or shortens what is said elsewhere; nothing may be found in a tooltip only. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={cx(styles.tooltip)} placement={placement} offset={7}>
        <OverlayArrow>
          <svg width={10} height={5} viewBox="0 0 10 5" className={styles.arrow} aria-hidden>
            <path d="M0 0 L5 5 L10 0" />
          </svg>
        </OverlayArrow>
        {text}
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

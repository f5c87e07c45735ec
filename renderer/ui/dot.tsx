import type { ReactNode } from 'react'
import type { Network } from '../../shared/domain/network.ts'
import { cx } from './class-names.ts'
import styles from './dot.module.css'

export interface DotProps {
  /** Null (several channels, none) gets the neutral colour. */
  readonly network: Network | null
  readonly size?: number
}

/** The colour of a network, for Dot and for edges. */
export function channelColour(network: Network | null): string {
  return `var(--channel-${network ?? 'other'})`
}

/** Says nothing by itself: it stands beside the channel's name. */
export function Dot({ network, size = 8 }: DotProps) {
  return (
    <span
      aria-hidden
      className={styles.dot}
      style={{ background: channelColour(network), width: size, height: size }}
    />
  )
}

export interface ChannelNameProps extends DotProps {
  readonly children: ReactNode
}

export function ChannelName({ network, children }: ChannelNameProps) {
  return (
    <span className={cx(styles.channel)}>
      <Dot network={network} />
      {children}
    </span>
  )
}

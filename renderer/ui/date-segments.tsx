import type { ReactNode } from 'react'
import { DateInput, DateSegment } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './field.module.css'

/** The parts of a day or a time, each typed for itself. */
export function DateSegments({ watcher }: { readonly watcher: ReactNode }) {
  return (
    <DateInput className={cx(styles.dates)}>
      {(segment) => (
        <>
          <DateSegment segment={segment} className={cx(styles.segment)} />
          {segment.type === 'year' && watcher}
        </>
      )}
    </DateInput>
  )
}

import { DateInput, DateSegment } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './field.module.css'

/** The parts of a day or a time, each typed for itself, in the box of a field. */
export function DateSegments() {
  return (
    <div className={styles.box}>
      <DateInput className={cx(styles.dates)}>
        {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
      </DateInput>
    </div>
  )
}

import { cx } from './class-names.ts'
import styles from './skeleton.module.css'

export interface SkeletonProps {
  readonly lines?: number
  readonly height?: number
}

/** Stands where content will be, at its size, so that nothing jumps. Shown only after a moment: most reads are faster. */
export function Skeleton({ lines = 1, height = 14 }: SkeletonProps) {
  return (
    <span className={cx(styles.skeleton)} data-skeleton aria-hidden>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          className={styles.line}
          style={{ height, width: index === lines - 1 && lines > 1 ? '62%' : '100%' }}
        />
      ))}
    </span>
  )
}

import type { ReactNode } from 'react'
import styles from './key-values.module.css'

export interface KeyValue {
  readonly label: ReactNode
  readonly value: ReactNode
  /** A quieter remark after the value: "bei 43,51 € Kosten". */
  readonly remark?: ReactNode
}

export interface KeyValuesProps {
  readonly items: readonly (KeyValue | null)[]
}

/** Names on the left, figures on the right, a hairline between. `null` items are left out. */
export function KeyValues({ items }: KeyValuesProps) {
  return (
    <dl className={styles.list}>
      {items.map(
        (item, index) =>
          item && (
            <div key={index} className={styles.row}>
              <dt>{item.label}</dt>
              <dd>
                {item.value}
                {item.remark !== undefined && <small>{item.remark}</small>}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

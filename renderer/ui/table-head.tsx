import { ArrowDown, ArrowUp } from 'lucide-react'
import { cx } from './class-names.ts'
import { type Column, nextSort, type Sort } from './table-sort.ts'
import styles from './table.module.css'

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | null
  onSort(sort: Sort): void
}

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isEnd = column.align === 'end'
          const direction = sort?.columnId === column.id ? sort.direction : null
          const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown
          return (
            <th
              key={column.id}
              scope="col"
              className={cx(styles.head, isEnd && styles.end)}
              style={column.width === undefined ? {} : { width: column.width }}
              aria-sort={column.sortValue ? (direction ?? 'none') : undefined}
            >
              {column.sortValue ? (
                <button
                  type="button"
                  className={cx(styles.sort, direction !== null && styles.sorted)}
                  onClick={() => onSort(nextSort(column, sort))}
                >
                  {column.header}
                  <Arrow size={12} aria-hidden className={cx(styles.arrow, direction !== null && styles.arrowOn)} />
                </button>
              ) : (
                column.header
              )}
              {column.headerDescription !== undefined && (
                <span className={styles.spoken}>{column.headerDescription}</span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

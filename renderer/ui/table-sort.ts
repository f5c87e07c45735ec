import { type ReactNode, useState } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  cell(row: Row): ReactNode
  /** Numbers, money, hours: at the end. */
  readonly align?: 'start' | 'end'
  /** Makes the column sortable. Null sorts last in both directions. */
  sortValue?(row: Row): string | number | null
  readonly footer?: ReactNode
  /** Any CSS width; without one the content decides. */
  readonly width?: string
  /** Names the row for screen readers; usually the first column. */
  readonly isRowHeader?: boolean
  readonly isWrapping?: boolean
  /** Read out after the header; needed where it is empty, e.g. over a column of buttons. */
  readonly headerDescription?: string
}

export interface Sort {
  readonly columnId: string
  readonly direction: 'ascending' | 'descending'
}

interface SortProps {
  readonly initialSort?: Sort
  readonly sort?: Sort | null
  onSortChange?(sort: Sort): void
}

export function useSort(props: SortProps): readonly [Sort | null, (sort: Sort) => void] {
  const [own, setOwn] = useState<Sort | null>(props.initialSort ?? null)
  if (props.onSortChange) return [props.sort ?? null, props.onSortChange]
  return [own, setOwn]
}

/** The other way round if it is sorted by this column already; figures start with the largest. */
export function nextSort<Row>(column: Column<Row>, sort: Sort | null): Sort {
  if (sort?.columnId === column.id) {
    return { columnId: column.id, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
  }
  return { columnId: column.id, direction: column.align === 'end' ? 'descending' : 'ascending' }
}

const collator = new Intl.Collator(['de', 'en'], { numeric: true })

/** Stable; rows without a value stay at the end either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const valueOf = sort && columns.find((column) => column.id === sort.columnId)?.sortValue
  if (!sort || !valueOf) return rows
  const factor = sort.direction === 'ascending' ? 1 : -1
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    if (typeof a === 'number' && typeof b === 'number') return factor * (a - b)
    return factor * collator.compare(String(a), String(b))
  })
}

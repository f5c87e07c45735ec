import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef } from 'react'
import { cx } from './class-names.ts'
import { Skeleton } from './skeleton.tsx'
import { TableHead } from './table-head.tsx'
import { type Column, type Sort, sortRows, useSort } from './table-sort.ts'
import { type RowKeys, useRowKeys } from './table-keys.ts'
import styles from './table.module.css'
import { useRememberedScroll } from './use-remembered-scroll.ts'

export interface TableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  rowKey(row: Row): string
  /** Makes rows focusable: arrows move, Enter or a click acts. */
  onRowAction?(row: Row): void
  /** The row whose detail is open. */
  readonly selectedKey?: string | null
  /** Rows chosen for something that is done to all of them; then `onRowAction` usually chooses. */
  isSelected?(row: Row): boolean
  /** Sorts itself unless `onSortChange` is given; then the caller sorts. */
  readonly initialSort?: Sort
  readonly sort?: Sort | null
  onSortChange?(sort: Sort): void
  /** Shows a total line when a column has a `footer`. */
  readonly isLoading?: boolean
  readonly empty?: ReactNode
  /** 'natural' grows with its rows; a number or 'fill' scrolls inside with a fixed head. Over 100 rows it always scrolls inside. */
  readonly height?: number | 'natural' | 'fill'
  readonly rowHeight?: number
  /** Told when the end of the rows comes near, for lists that are read page by page. */
  onNearEnd?(): void
  rowTone?(row: Row): 'muted' | 'cost' | undefined
  /** The first row of a group, e.g. of a day: a stronger line stands over it. */
  startsGroup?(row: Row): boolean
}

const virtualFrom = 100
const defaultScrollHeight = 560
const defaultRowHeight = 37

export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, isLoading = false, empty, rowHeight = defaultRowHeight } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [sort, changeSort] = useSort(props)
  useRememberedScroll(`${window.location.pathname} ${props.label}`, scroller)
  const isSortedHere = props.onSortChange === undefined
  const sorted = useMemo(
    () => (isSortedHere ? sortRows(rows, columns, sort) : rows),
    [rows, columns, sort, isSortedHere],
  )
  const isVirtual = sorted.length > virtualFrom
  const height = (props.height ?? 'natural') === 'natural' && isVirtual ? defaultScrollHeight : props.height

  // oxlint-disable-next-line react/incompatible-library -- we do not use the React compiler
  const virtualizer = useVirtualizer({
    count: isVirtual ? sorted.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const keys = useRowKeys(scroller, sorted.length, isVirtual ? (index) => virtualizer.scrollToIndex(index) : undefined)
  const items = virtualizer.getVirtualItems()
  const first = isVirtual ? (items[0]?.index ?? 0) : 0
  const last = isVirtual ? (items.at(-1)?.index ?? -1) : sorted.length - 1

  const hasFooter = columns.some((column) => column.footer !== undefined)
  const isInteractive = props.onRowAction !== undefined
  const shown = sorted.slice(first, last + 1)
  return (
    <div
      ref={scroller}
      onScroll={props.onNearEnd && ((event) => isNearEnd(event.currentTarget, rowHeight) && props.onNearEnd?.())}
      className={cx(styles.scroller, height === 'fill' && styles.fill)}
      style={typeof height === 'number' ? { maxHeight: height } : {}}
      // Rows that take no focus leave the scrolling to the keyboard only if the list itself takes it.
      {...(height !== 'natural' && !isInteractive && { tabIndex: 0, role: 'group', 'aria-label': props.label })}
    >
      <table
        className={styles.table}
        aria-label={props.label}
        aria-busy={isLoading}
        role={isInteractive ? 'grid' : undefined}
        aria-multiselectable={props.isSelected ? true : undefined}
        aria-rowcount={isVirtual ? sorted.length + 1 + (hasFooter ? 1 : 0) : undefined}
      >
        <TableHead columns={columns} sort={sort} onSort={changeSort} />
        <tbody>
          <Spacer height={first * rowHeight} />
          {shown.map((row, offset) => (
            <TableRow
              key={props.rowKey(row)}
              {...props}
              row={row}
              index={first + offset}
              isVirtual={isVirtual}
              isTabStop={first + offset === Math.min(Math.max(keys.active, first), last)}
              keys={keys}
            />
          ))}
          <Spacer height={(sorted.length - 1 - last) * rowHeight} />
          {isLoading && rows.length === 0 && <LoadingRows columns={columns.length} />}
        </tbody>
        {hasFooter && sorted.length > 0 && <TableFoot columns={columns} />}
      </table>
      {!isLoading && rows.length === 0 && <div className={styles.empty}>{empty}</div>}
    </div>
  )
}

function isNearEnd(element: HTMLElement, rowHeight: number): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < 12 * rowHeight
}

interface RowProps<Row> extends TableProps<Row> {
  readonly row: Row
  readonly index: number
  readonly isVirtual: boolean
  readonly isTabStop: boolean
  readonly keys: RowKeys
}

function TableRow<Row>(props: RowProps<Row>) {
  const { row, index, columns, onRowAction, rowKey, selectedKey, rowTone, rowHeight = defaultRowHeight } = props
  const tone = rowTone?.(row)
  const isSelected =
    props.isSelected?.(row) ?? (selectedKey !== undefined && selectedKey !== null && selectedKey === rowKey(row))
  return (
    <tr
      className={cx(
        styles.row,
        onRowAction && styles.action,
        tone && styles[tone],
        isSelected && styles.selected,
        props.startsGroup?.(row) === true && styles.group,
      )}
      style={props.isVirtual ? { height: rowHeight } : {}}
      data-row-index={index}
      aria-rowindex={props.isVirtual ? index + 2 : undefined}
      aria-selected={onRowAction ? isSelected : undefined}
      tabIndex={onRowAction ? (props.isTabStop ? 0 : -1) : undefined}
      onFocus={onRowAction ? () => props.keys.setActive(index) : undefined}
      onClick={
        onRowAction
          ? (event) => {
              // A button or link within the row acts for itself, as does what it opened elsewhere; selecting text is not a click.
              const target = event.target as Element
              const isOnControl =
                !event.currentTarget.contains(target) || target.closest('button, a, input, label') !== null
              if (!isOnControl && window.getSelection()?.isCollapsed !== false) onRowAction(row)
            }
          : undefined
      }
      onKeyDown={
        onRowAction
          ? (event) => {
              if (event.target !== event.currentTarget) return
              if (event.key !== 'Enter' && event.key !== ' ') return props.keys.onKeyDown(event)
              event.preventDefault()
              onRowAction(row)
            }
          : undefined
      }
    >
      {columns.map((column) => {
        const Cell = column.isRowHeader ? 'th' : 'td'
        return (
          <Cell
            key={column.id}
            {...(column.isRowHeader && { scope: 'row' })}
            className={cx(styles.cell, column.align === 'end' && styles.end, column.isWrapping && styles.wrapping)}
          >
            {column.cell(row)}
          </Cell>
        )
      })}
    </tr>
  )
}

function TableFoot<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.id} className={cx(styles.cell, column.align === 'end' && styles.end)}>
            {column.footer}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null
}

function LoadingRows({ columns }: { readonly columns: number }) {
  return Array.from({ length: 6 }, (_, index) => (
    <tr key={index} aria-hidden>
      <td colSpan={columns} className={styles.cell}>
        <Skeleton />
      </td>
    </tr>
  ))
}

/** A list whose order people set: by dragging its handle, with the mouse or by keyboard, or with Alt and an arrow key on a row. */
import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './sortable-list.module.css'

interface SortableRow {
  readonly id: number
  readonly name: string
}

export interface SortableListProps<Row extends SortableRow> {
  readonly label: string
  readonly rows: readonly Row[]
  /** What a row shows; its name is what is read aloud. */
  children(row: Row, index: number): ReactNode
  /** Enter or a click on a row. */
  onAction?(row: Row): void
  /** One comes to stand before another, or with null at the end. Resolves when the rows are in their new order. */
  onMove(id: number, beforeId: number | null): Promise<void>
  isMuted?(row: Row): boolean
}

/** To the row of what has the focus: a control within it keeps its keys to itself, from the row they reach the page, and arrows go on to the next. */
export function focusRow(): void {
  document.activeElement?.closest<HTMLElement>('[role=row]')?.focus()
}

export function SortableList<Row extends SortableRow>(props: SortableListProps<Row>) {
  const { label, rows, children, onAction, onMove, isMuted } = props
  const { t } = useTranslation('ui')
  const list = useRef<HTMLDivElement>(null)
  // The order as it was asked for, until the ledger answers: a row must not jump back in between.
  const [order, setOrder] = useState<readonly number[] | null>(null)
  const shown = order === null ? rows : inOrder(rows, order)
  const focusAfter = useKeptFocus(list, shown)

  async function move(id: number, beforeId: number | null) {
    const ids = shown.map((row) => row.id).filter((other) => other !== id)
    const at = beforeId === null ? ids.length : ids.indexOf(beforeId)
    const next = [...ids.slice(0, at), id, ...ids.slice(at)]
    if (next.every((other, index) => other === shown[index]?.id)) return
    setOrder(next)
    await onMove(id, beforeId)
    setOrder(null)
  }

  const { dragAndDropHooks } = useDragAndDrop<Row>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['move'],
    onReorder: ({ keys, target }) => {
      const [id] = [...keys].map(Number)
      const at = shown.findIndex((row) => row.id === Number(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      const before = shown.slice(at).find((row) => row.id !== id)
      if (id !== undefined) void move(id, before?.id ?? null)
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx(styles.indicator)} />,
  })

  function moveByKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0 || !event.altKey || !(event.target instanceof Element)) return
    const id = Number(event.target.closest('[role=row]')?.querySelector<HTMLElement>('[data-row-id]')?.dataset['rowId'])
    const at = shown.findIndex((row) => row.id === id)
    if (at < 0) return
    event.preventDefault()
    event.stopPropagation()
    if (shown[at + step] === undefined) return
    focusAfter(id)
    void move(id, shown[at + (step < 0 ? -1 : 2)]?.id ?? null)
  }

  return (
    <div ref={list} onKeyDownCapture={moveByKey}>
      <GridList
        aria-label={label}
        items={shown}
        dependencies={[children, isMuted, shown]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        className={cx(styles.list)}
      >
        {(row) => (
          <GridListItem
            id={row.id}
            textValue={row.name}
            {...(onAction && { onAction: () => onAction(row) })}
            className={cx(styles.row, onAction && styles.action, isMuted?.(row) === true && styles.muted)}
          >
            <Button slot="drag" aria-label={t('sortable.drag', { name: row.name })} className={cx(styles.handle)}>
              <GripVertical size={15} aria-hidden />
            </Button>
            <div className={styles.content} data-row-id={row.id}>
              {children(row, shown.indexOf(row))}
            </div>
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

function inOrder<Row extends SortableRow>(rows: readonly Row[], order: readonly number[]): readonly Row[] {
  const placed = order.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  return placed.length === rows.length ? placed : rows
}

/** A row that is moved in the document loses the focus on the way; it gets it back where it comes to stand. */
function useKeptFocus(list: { readonly current: HTMLElement | null }, shown: readonly SortableRow[]) {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const content = list.current?.querySelector(`[data-row-id="${wanted.current}"]`)
    content?.closest<HTMLElement>('[role=row]')?.focus()
    wanted.current = null
  }, [list, shown])
  return (id: number) => {
    wanted.current = id
  }
}

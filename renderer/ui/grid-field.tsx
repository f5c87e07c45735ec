import { type KeyboardEvent, useRef, useState } from 'react'
import { redoLast, undoLast } from '../lib/undo-actions.ts'
import { cx } from './class-names.ts'
import styles from './grid-field.module.css'

/** What was typed, as a number (null: nothing stands there) or as a sentence about what is wrong with it. */
export type FieldReading = { readonly value: number | null } | { readonly problem: string }

export interface GridFieldProps {
  readonly label: string
  readonly value: number | null
  read(text: string): FieldReading
  /** How a number stands there while nobody types. */
  show(value: number): string
  /** True when it is saved. */
  onSave(value: number | null): Promise<boolean>
  /** Takes the number for all fields that follow as well. */
  onFill?(value: number | null): Promise<boolean>
  onMove(right: number, down: number): void
  /** Told what is wrong with what stands there; null when nothing is any more. */
  onProblem(problem: string | null): void
}

/** One number of a grid: typed over, saved when it is left. Escape brings back what was there. */
export function GridField({ label, value, read, show, onSave, onFill, onMove, onProblem }: GridFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const saving = useRef<string | null>(null)
  const reading: FieldReading = draft === null ? { value } : read(draft)
  const isInvalid = 'problem' in reading

  function take(text: string | null) {
    const next = text === null ? null : read(text)
    setDraft(text)
    onProblem(next && 'problem' in next ? `${label}: ${next.problem}` : null)
  }

  async function save(): Promise<void> {
    // Whoever presses Enter also leaves the field.
    if (draft === null || 'problem' in reading || saving.current === draft) return
    saving.current = draft
    const isSaved = reading.value === value || (await onSave(reading.value))
    saving.current = null
    if (isSaved) setDraft((now) => (now === draft ? null : now))
  }

  function fill() {
    if ('problem' in reading) return
    void onFill?.(reading.value).then((isDone) => isDone && setDraft(null))
  }

  function pressed(event: KeyboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd, value: text } = event.currentTarget
    const isAtStart = selectionEnd === 0 || (selectionStart === 0 && selectionEnd === text.length)
    const isAtEnd = selectionStart === text.length || (selectionStart === 0 && selectionEnd === text.length)
    const steps: Record<string, readonly [number, number] | undefined> = {
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      Enter: [0, event.shiftKey ? -1 : 1],
      ...(isAtStart && { ArrowLeft: [-1, 0] as const }),
      ...(isAtEnd && { ArrowRight: [1, 0] as const }),
    }
    const isCommand = event.ctrlKey || event.metaKey
    if (event.key === 'Escape' && draft !== null) take(null)
    // Where nothing is being typed there is no text to take back, but there are numbers.
    else if (isCommand && event.key.toLowerCase() === 'z' && draft === null)
      void (event.shiftKey ? redoLast() : undoLast())
    else if (event.key === 'Enter' && isCommand && onFill) fill()
    else if (steps[event.key] && !event.altKey && !isCommand) {
      const [right, down] = steps[event.key] ?? [0, 0]
      // Leaving the field saves it; on the last row Enter has nowhere to go.
      void save()
      onMove(right, down)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <input
      className={cx(styles.field, isInvalid && styles.invalid)}
      aria-label={label}
      aria-invalid={isInvalid}
      inputMode="decimal"
      autoComplete="off"
      placeholder="–"
      value={draft ?? (value === null ? '' : show(value))}
      onChange={(event) => take(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void save()}
      onKeyDown={pressed}
    />
  )
}

/** Focuses the field of a cell: `<td data-cell="row column">`. */
export function focusCell(grid: HTMLElement | null, row: number, column: number): void {
  const field = grid?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"] input`)
  field?.focus()
  field?.select()
}

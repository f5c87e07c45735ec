import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_CENTS } from '../../../shared/domain/money.ts'
import { parseAmount } from '../../lib/parse-amount.ts'
import { redoLast, undoLast } from '../../lib/undo-actions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { cx } from '../../ui/class-names.ts'
import styles from './planning.module.css'

export interface BudgetCellProps {
  readonly label: string
  readonly value: number | null
  /** True when it is saved. */
  onSave(cents: number | null): Promise<boolean>
  /** Takes the amount for all months that follow as well. */
  onFill(cents: number | null): Promise<boolean>
  onMove(right: number, down: number): void
  /** Told what is wrong with what stands there; null when nothing is any more. */
  onProblem(problem: string | null): void
}

type Problem = 'notANumber' | 'tooManyDecimals' | 'tooLarge' | 'belowMinimum' | 'aboveMaximum'

function read(text: string, language: 'de' | 'en'): { readonly cents: number | null } | { readonly problem: Problem } {
  const reading = parseAmount(text, language)
  if (reading.kind === 'empty') return { cents: null }
  if (reading.kind !== 'amount') return { problem: reading.kind }
  if (reading.hundredths < 0) return { problem: 'belowMinimum' }
  return reading.hundredths > MAX_CENTS ? { problem: 'aboveMaximum' } : { cents: reading.hundredths }
}

/** One amount of the grid: typed over, saved when it is left. Escape brings back what was there. */
export function BudgetCell({ label, value, onSave, onFill, onMove, onProblem }: BudgetCellProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const [draft, setDraft] = useState<string | null>(null)
  const reading = draft === null ? { cents: value } : read(draft, format.language)
  const sentenceOf = (found: Problem) =>
    `${label}: ${t(`amount.${found}`, { minimum: format.money(0), maximum: format.money(MAX_CENTS) })}`
  const isInvalid = 'problem' in reading

  function take(text: string | null) {
    const next = text === null ? null : read(text, format.language)
    setDraft(text)
    onProblem(next && 'problem' in next ? sentenceOf(next.problem) : null)
  }

  async function save(): Promise<void> {
    if (draft === null || 'problem' in reading) return
    if (reading.cents === value || (await onSave(reading.cents))) setDraft(null)
  }

  function fill() {
    if ('problem' in reading) return
    void onFill(reading.cents).then((isDone) => isDone && setDraft(null))
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
    // Where nothing is being typed there is no text to take back, but there are amounts.
    else if (isCommand && event.key.toLowerCase() === 'z' && draft === null)
      void (event.shiftKey ? redoLast() : undoLast())
    else if (event.key === 'Enter' && isCommand) fill()
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
      value={draft ?? settled(value, format)}
      onChange={(event) => take(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void save()}
      onKeyDown={pressed}
    />
  )
}

/** Whole amounts without cents: twelve months have to fit. */
function settled(cents: number | null, format: ReturnType<typeof useFormat>): string {
  return cents === null ? '' : format.number(cents / 100, cents % 100 === 0 ? 0 : 2)
}

/** The machinery of the money and the percent field: text while it is edited, an integer number of hundredths outside. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AmountReading, parseAmount } from '../lib/parse-amount.ts'
import { useFormat } from '../lib/use-format.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

type Inherited = Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'inputMode' | 'isNumeric'>

export interface HundredthsFieldProps extends Inherited {
  /** Hundredths, or null while the field is empty or cannot be read. */
  readonly value: number | null
  onChange(value: number | null): void
  /** Told when the text cannot be read, so that a form can hold back its submit button. */
  onValidityChange?(isValid: boolean): void
  readonly minimum?: number
  readonly maximum?: number
}

interface Props extends HundredthsFieldProps {
  show(hundredths: number): string
}

type Problem = Exclude<AmountReading['kind'], 'empty' | 'amount'> | 'belowMinimum' | 'aboveMaximum'

function problemOf(reading: AmountReading, minimum: number, maximum: number): Problem | null {
  if (reading.kind === 'empty') return null
  if (reading.kind !== 'amount') return reading.kind
  if (reading.hundredths < minimum) return 'belowMinimum'
  return reading.hundredths > maximum ? 'aboveMaximum' : null
}

export function HundredthsField(props: Props) {
  const { value, onChange, onValidityChange, minimum = 0, maximum = 99_999_999_999, show, ...rest } = props
  const { t } = useTranslation('ui')
  const { language } = useFormat()
  // The draft is null while the field shows the value it was given.
  const [draft, setDraft] = useState<string | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const problem = draft === null ? null : problemOf(parseAmount(draft, language), minimum, maximum)

  function change(text: string) {
    const reading = parseAmount(text, language)
    const nextProblem = problemOf(reading, minimum, maximum)
    setDraft(text)
    setIsEditing(true)
    onValidityChange?.(nextProblem === null)
    onChange(reading.kind === 'amount' && nextProblem === null ? reading.hundredths : null)
  }

  function leave() {
    setIsEditing(false)
    if (problem === null) setDraft(null)
  }

  const limits = { minimum: show(minimum), maximum: show(maximum) }
  const said = problem === 'belowMinimum' && minimum === 1 ? 'notAboveZero' : problem
  const ownError = said !== null && !isEditing ? t(`amount.${said}`, limits) : undefined
  const settled = value === null ? '' : show(value)
  return (
    <TextField
      autoComplete="off"
      {...rest}
      inputMode="decimal"
      isNumeric
      value={draft ?? settled}
      onChange={change}
      onKeyDown={(event) => {
        // Enter sends a form: what holds it back must be said at once.
        if (event.key === 'Enter') setIsEditing(false)
        rest.onKeyDown?.(event)
      }}
      onBlur={(event) => {
        leave()
        rest.onBlur?.(event)
      }}
      errorMessage={rest.errorMessage ?? ownError}
    />
  )
}

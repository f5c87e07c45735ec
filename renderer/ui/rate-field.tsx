import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'
import { parseRate, rateText } from '../lib/rate-text.ts'

export interface RateFieldProps extends Omit<
  TextFieldProps,
  'value' | 'defaultValue' | 'onChange' | 'type' | 'isNumeric'
> {
  /** Millionths; null while the field is empty or cannot be read. */
  readonly value: number | null
  onChange(rateMillionths: number | null): void
}

/** An exchange rate: text while it is edited, whole millionths outside. */
export function RateField({ value, onChange, errorMessage, ...rest }: RateFieldProps) {
  const { t } = useTranslation('costs')
  const { language } = useFormat()
  const [draft, setDraft] = useState<string | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const reading = draft === null ? null : parseRate(draft)
  const problem = reading === null || reading.kind === 'rate' || reading.kind === 'empty' ? null : reading.kind
  const own = problem !== null && !isEditing ? t(`errors.${problem}`) : undefined
  return (
    <TextField
      autoComplete="off"
      {...rest}
      inputMode="decimal"
      isNumeric
      value={draft ?? (value === null ? '' : rateText(value, language))}
      onChange={(text) => {
        const next = parseRate(text)
        setDraft(text)
        setIsEditing(true)
        onChange(next.kind === 'rate' ? next.rateMillionths : null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setIsEditing(false)
      }}
      onBlur={() => {
        setIsEditing(false)
        if (problem === null) setDraft(null)
      }}
      errorMessage={own ?? errorMessage}
    />
  )
}

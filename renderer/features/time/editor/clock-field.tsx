import { type ReactNode, useState } from 'react'
import { TextField } from '../../../ui/text-field.tsx'

export interface ClockFieldProps {
  readonly label: string
  /** What it stands at. */
  readonly settled: string
  /** What was typed and cannot be taken. */
  readonly open: string | undefined
  readonly errorMessage: string | undefined
  readonly description?: ReactNode
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  onType(text: string): void
}

/** A clock time or a length: text while it is edited, complained about once it is left or sent. */
export function ClockField(props: ClockFieldProps) {
  const { label, settled, open, errorMessage, description, onType, isDisabled = false, autoFocus = false } = props
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      value={typed ?? open ?? settled}
      onChange={(text) => {
        setTyped(text)
        onType(text)
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setTyped(null)
      }}
      maxLength={20}
      autoComplete="off"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...(description !== undefined && { description })}
      errorMessage={typed === null ? errorMessage : undefined}
    />
  )
}

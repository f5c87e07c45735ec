import { type FieldErrors, MAX_NAME_LENGTH } from '../../lib/use-field-errors.ts'
import { TextField } from '../../ui/text-field.tsx'

export interface NameFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly errors: FieldErrors<'name'>
  onChange(name: string): void
}

/** The name of what is entered, first in its form. */
export function NameField({ errors, ...field }: NameFieldProps) {
  return (
    <TextField
      {...field}
      maxLength={MAX_NAME_LENGTH}
      // The dialog opens to type into.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      isRequired
      {...errors.of('name')}
    />
  )
}

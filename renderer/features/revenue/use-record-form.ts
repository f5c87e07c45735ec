import { useState } from 'react'
import type { Command } from '../../lib/use-command.ts'
import { type FieldErrors, useFieldErrors } from '../../lib/use-field-errors.ts'
import { useUnreadable } from './use-form-basics.ts'

export interface RecordFormOptions<Draft, Field extends string, Input> {
  start(): Draft
  readonly fields: readonly Field[]
  problemsOf(draft: Draft): Partial<Record<Field, string>>
  /** Null while something is missing. */
  inputOf(draft: Draft): Input | null
  /** The one that saves: adds or changes. */
  readonly command: Pick<Command<never, unknown>, 'error' | 'clearError'>
  /** Resolves with null when the ledger refused. */
  send(input: Input): Promise<unknown>
  onClose(): void
}

export interface RecordForm<Draft, Field extends string> {
  readonly draft: Draft
  readonly errors: FieldErrors<Field>
  onChange(changes: Partial<Draft>): void
  onValidityChange(field: string, isValid: boolean): void
  save(): Promise<void>
}

/** What is entered, what is wrong with it, and saving it. Nothing is complained about before saving was tried. */
export function useRecordForm<Draft, Field extends string, Input>(
  options: RecordFormOptions<Draft, Field, Input>,
): RecordForm<Draft, Field> {
  const { start, fields, problemsOf, inputOf, command, send, onClose } = options
  const [draft, setDraft] = useState(start)
  const [isChecked, setIsChecked] = useState(false)
  const unreadable = useUnreadable()
  const problems = Object.entries(problemsOf(draft)).filter(([field]) => !unreadable.fields.includes(field))
  const shown = isChecked ? (Object.fromEntries(problems) as Partial<Record<Field, string>>) : {}
  const errors = useFieldErrors(fields, shown, command.error)

  return {
    draft,
    errors,
    onChange: (changes) => {
      command.clearError()
      setDraft((before) => ({ ...before, ...changes }))
    },
    onValidityChange: unreadable.onValidityChange,
    save: async () => {
      setIsChecked(true)
      const input = inputOf(draft)
      if (unreadable.fields.length > 0 || input === null) return
      if (await send(input)) onClose()
    },
  }
}

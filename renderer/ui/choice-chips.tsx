import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './choice-chips.module.css'
import { cx } from './class-names.ts'
import field from './field.module.css'

export interface ChoiceChip<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A dot or an icon before the text. */
  readonly mark?: ReactNode
}

export interface ChoiceChipsProps<Value extends string> {
  readonly label: string
  readonly description?: string
  readonly options: readonly ChoiceChip<Value>[]
  readonly selected: readonly Value[]
  /** Told all that are chosen, in the order of the options. */
  onChange(selected: Value[]): void
}

/** Any number of a few. Arrow keys move, the space bar chooses. */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { label, description, options, selected, onChange } = props
  const [labelId, helpId] = [useId(), useId()]
  return (
    <div className={styles.field}>
      <span id={labelId} className={field.label}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        {...(description !== undefined && { 'aria-describedby': helpId })}
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={(keys) => onChange(options.map(({ value }) => value).filter((value) => keys.has(value)))}
        className={cx(styles.chips)}
      >
        {options.map(({ value, label: text, mark }) => (
          <ToggleButton key={value} id={value} className={cx(styles.chip)}>
            {({ isSelected }) => (
              <>
                {isSelected ? <Check size={13} aria-hidden /> : mark}
                {text}
              </>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {description !== undefined && (
        <span id={helpId} className={field.description}>
          {description}
        </span>
      )}
    </div>
  )
}

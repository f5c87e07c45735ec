import type { LucideIcon } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './segmented.module.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: LucideIcon
  readonly count?: number
  readonly isDisabled?: boolean
}

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly SegmentedOption<Value>[]
  onChange(value: Value): void
  readonly isDisabled?: boolean
  readonly isFullWidth?: boolean
}

/** A choice between a few views, as one radio group: arrow keys move, the choice applies at once. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, options, onChange, isDisabled = false, isFullWidth = false } = props
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as Value)}
      isDisabled={isDisabled}
      className={cx(styles.group, isFullWidth && styles.full)}
    >
      {options.map(({ value: option, label: text, icon: Icon, count, isDisabled: isOptionDisabled = false }) => (
        <Radio key={option} value={option} isDisabled={isOptionDisabled} className={cx(styles.option)}>
          {Icon && <Icon size={14} aria-hidden />}
          {text}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </Radio>
      ))}
    </RadioGroup>
  )
}

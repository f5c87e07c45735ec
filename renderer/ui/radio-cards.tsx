import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './radio-cards.module.css'

export interface RadioCard<Value extends string> {
  readonly value: Value
  readonly title: string
  readonly description?: ReactNode
  readonly icon?: LucideIcon
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly cards: readonly RadioCard<Value>[]
  readonly value: Value | null
  onChange(value: Value): void
  readonly columns?: 1 | 2 | 3
  readonly isDisabled?: boolean
}

/** A choice of few where each needs a sentence of explanation. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, isLabelHidden = false, cards, value, onChange, columns = 2, isDisabled = false } = props
  return (
    <RadioGroup
      value={value}
      onChange={(next) => onChange(next as Value)}
      isDisabled={isDisabled}
      className={cx(styles.group)}
    >
      <Label className={cx(styles.label, isLabelHidden && styles.hidden)}>{label}</Label>
      <div className={cx(styles.cards, styles[`columns${columns}`])}>
        {cards.map(({ value: option, title, description, icon: Icon }) => (
          <Radio key={option} value={option} className={cx(styles.card)}>
            <span className={styles.mark} />
            <span className={styles.text}>
              <b>{title}</b>
              {description !== undefined && <span>{description}</span>}
            </span>
            {Icon && <Icon size={18} aria-hidden />}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { cx } from '../../ui/class-names.ts'
import overlay from '../../ui/overlay.module.css'
import styles from './switches.module.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** What it means, in one line. */
  readonly help?: string
  /** A quieter remark at the end of the line. */
  readonly remark?: string
}

export interface ChoiceListProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly Choice<Value>[]
  /** Told also when what is chosen already is chosen again: the sheet closes then too. */
  onChoose(value: Value): void
}

/** A choice with a line of explanation for each, in the sheet of a switch. */
export function ChoiceList<Value extends string>({ label, value, choices, onChoose }: ChoiceListProps<Value>) {
  return (
    <ListBox
      aria-label={label}
      className={cx(styles.choices)}
      // The list is what one comes for; arrows work at once.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = [...keys]
        const next = choices.find((choice) => choice.value === key)?.value ?? value
        if (next !== null) onChoose(next)
      }}
    >
      {choices.map((choice) => (
        <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className={cx(overlay.item)}>
          <span className={overlay.itemText}>
            {choice.label}
            {choice.help !== undefined && <small>{choice.help}</small>}
          </span>
          {choice.remark !== undefined && <span className={styles.remark}>{choice.remark}</span>}
          <span className={styles.mark}>
            {choice.value === value && <Check size={14} className={overlay.check} aria-hidden />}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

/** The open list of a select and of a combo box. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { cx } from './class-names.ts'
import overlay from './overlay.module.css'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly description?: string
  /** A dot or an icon before the text. */
  readonly mark?: ReactNode
  readonly isDisabled?: boolean
}

interface OptionListProps<Value extends string> {
  readonly options: readonly Option<Value>[]
  readonly emptyText: string
}

export function OptionList<Value extends string>({ options, emptyText }: OptionListProps<Value>) {
  return (
    <ListBox items={options} className={cx(overlay.list)} renderEmptyState={() => emptyText}>
      {(option) => (
        <ListBoxItem
          id={option.value}
          textValue={option.label}
          isDisabled={option.isDisabled === true}
          className={cx(overlay.item)}
        >
          {({ isSelected }) => (
            <>
              {option.mark}
              <span className={overlay.itemText}>
                {option.label}
                {option.description !== undefined && <small>{option.description}</small>}
              </span>
              {isSelected && <Check size={14} className={overlay.check} aria-hidden />}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}

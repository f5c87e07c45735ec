import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { cx } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'
import { type Option, OptionList } from './option-list.tsx'
import overlay from './overlay.module.css'

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  onChange(value: Value): void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly isRequired?: boolean
  readonly name?: string
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden = false, description, errorMessage, width, ...others } = props
  const { options, value, onChange, placeholder, isDisabled = false, isRequired = false, name } = others
  const { t } = useTranslation('ui')
  const selected = options.find((option) => option.value === value)
  return (
    <AriaSelect
      validationBehavior="aria"
      value={value}
      onChange={(next) => next !== null && onChange(String(next) as Value)}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      {...(name !== undefined && { name })}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Button className={cx(styles.box)}>
        {selected?.mark}
        {/* Its id is part of the button's name: without it nobody hears what is chosen. */}
        <SelectValue className={cx(styles.value)}>
          {() => selected?.label ?? placeholder ?? t('select.placeholder')}
        </SelectValue>
        <ChevronDown size={14} className={styles.affix} aria-hidden />
      </Button>
      <FieldHelp description={description} errorMessage={errorMessage} />
      <Popover className={cx(overlay.popover)} offset={4}>
        <OptionList options={options} emptyText={t('select.empty')} />
      </Popover>
    </AriaSelect>
  )
}

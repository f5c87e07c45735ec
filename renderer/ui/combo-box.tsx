import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ComboBox as AriaComboBox, Group, Input, Popover } from 'react-aria-components'
import { cx } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'
import { type Option, OptionList } from './option-list.tsx'
import overlay from './overlay.module.css'

export interface ComboBoxProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  onChange(value: Value | null): void
  /** Lets people take what they typed where no option is called so; told with the trimmed text on Enter or when the field is left. */
  onCreate?(text: string): void
  /** Told what is typed, null when typing ends: for options that are searched elsewhere, and shown as they are found. */
  onTyping?(text: string | null): void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  /** False: the list waits until something is typed, so that a field that takes the focus by itself covers nothing. */
  readonly opensOnFocus?: boolean
  readonly isRequired?: boolean
}

const maximumShown = 200

/** A select one can type into. Filters without regard to case and accents. */
export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const { label, isLabelHidden = false, description, errorMessage, width, ...others } = props
  const {
    options,
    value,
    onChange,
    onCreate,
    placeholder,
    isDisabled = false,
    isRequired = false,
    autoFocus = false,
    opensOnFocus = true,
  } = others
  const { t } = useTranslation('ui')
  const { typed, setTyped, chosen, settle } = useTyping(props)
  const isSearchedElsewhere = props.onTyping !== undefined
  const shown = useMemo(
    () => filterOptions(options, isSearchedElsewhere ? null : typed),
    [options, typed, isSearchedElsewhere],
  )

  return (
    <AriaComboBox
      validationBehavior="aria"
      items={shown}
      value={value}
      inputValue={typed ?? chosen?.label ?? ''}
      onInputChange={setTyped}
      onChange={(next) => {
        setTyped(null)
        onChange(next === null ? null : (String(next) as Value))
      }}
      onBlur={settle}
      menuTrigger={opensOnFocus ? 'focus' : 'input'}
      allowsCustomValue={onCreate !== undefined}
      allowsEmptyCollection
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Group className={cx(styles.box)}>
        {typed === null && chosen?.mark}
        <Input
          className={cx(styles.input)}
          {...(placeholder !== undefined && { placeholder })}
          onKeyDown={({ key, currentTarget }) => {
            // With an option under the cursor Enter chooses that one.
            if (key === 'Enter' && !currentTarget.hasAttribute('aria-activedescendant')) settle()
          }}
        />
        <Button className={cx(styles.inner)}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
      <Popover className={cx(overlay.popover)} offset={4}>
        <OptionList
          options={shown}
          emptyText={onCreate && typed ? t('select.create', { text: typed }) : t('select.empty')}
        />
      </Popover>
    </AriaComboBox>
  )
}

/** What is typed while it is typed, and what becomes of it. */
function useTyping<Value extends string>({ options, value, onChange, onCreate, onTyping }: ComboBoxProps<Value>) {
  const [typed, setTypedText] = useState<string | null>(null)
  const setTyped = (text: string | null) => {
    setTypedText(text)
    onTyping?.(text)
  }

  function settle() {
    const text = typed?.trim() ?? ''
    const match = options.find((option) => option.label.toLowerCase() === text.toLowerCase())
    if (onCreate && text !== '') {
      if (!match) onCreate(text)
      // Written out and left, it is chosen like one that is pressed.
      else if (value === null) onChange(match.value)
    }
    setTyped(null)
  }

  return { typed, setTyped, chosen: options.find((option) => option.value === value), settle }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function filterOptions<Value extends string>(options: readonly Option<Value>[], typed: string | null) {
  if (typed === null || typed.trim() === '') return options.slice(0, maximumShown)
  const wanted = fold(typed.trim())
  return options.filter((option) => fold(option.label).includes(wanted)).slice(0, maximumShown)
}

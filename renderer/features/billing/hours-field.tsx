import { HundredthsField, type HundredthsFieldProps } from '../../ui/hundredths-field.tsx'
import { useFormat } from '../../lib/use-format.ts'

export interface HoursFieldProps extends Omit<HundredthsFieldProps, 'value' | 'onChange' | 'minimum' | 'maximum'> {
  /** Whole seconds; null while empty or unreadable. */
  readonly seconds: number | null
  readonly maximumSeconds: number
  readonly minimumSeconds?: number
  onChange(seconds: number | null): void
}

/** Hours with two decimals, kept as seconds. */
export function HoursField({ seconds, maximumSeconds, minimumSeconds = 0, onChange, ...rest }: HoursFieldProps) {
  const format = useFormat()
  return (
    <HundredthsField
      {...rest}
      suffix="h"
      value={seconds === null ? null : Math.round(seconds / 36)}
      minimum={Math.ceil(minimumSeconds / 36)}
      maximum={Math.floor(maximumSeconds / 36)}
      onChange={(hundredths) => onChange(hundredths === null ? null : hundredths * 36)}
      show={(hundredths) => format.number(hundredths / 100, hundredths % 100 === 0 ? 0 : 2)}
    />
  )
}

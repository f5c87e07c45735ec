import { useFormat } from '../lib/use-format.ts'
import { HundredthsField, type HundredthsFieldProps } from './hundredths-field.tsx'

export type MoneyFieldProps = HundredthsFieldProps

/** Integer cents in and out. Takes "42,81", "42.81", "1.234,56 €"; negative only with a negative `minimum`. */
export function MoneyField(props: MoneyFieldProps) {
  const format = useFormat()
  return <HundredthsField suffix={format.currencySymbol} {...props} show={(cents) => format.number(cents / 100, 2)} />
}

import { MAX_CENTS } from '../../shared/domain/money.ts'
import { useFormat } from '../lib/use-format.ts'
import { HundredthsField, type HundredthsFieldProps } from './hundredths-field.tsx'

export type MoneyFieldProps = HundredthsFieldProps

/** Integer cents in and out. Takes "42,81", "42.81", "1.234,56 €"; negative only with a negative `minimum`. */
export function MoneyField(props: MoneyFieldProps) {
  const format = useFormat()
  const show = (cents: number) => format.number(cents / 100, 2)
  return <HundredthsField suffix={format.currencySymbol} maximum={MAX_CENTS} {...props} show={show} />
}

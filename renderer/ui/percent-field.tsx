import { useFormat } from '../lib/use-format.ts'
import { HundredthsField, type HundredthsFieldProps } from './hundredths-field.tsx'

export type PercentFieldProps = HundredthsFieldProps

/** Basis points in and out: 55 % is 5500. Up to two decimals. */
export function PercentField(props: PercentFieldProps) {
  const format = useFormat()
  const show = (points: number) => format.number(points / 100, points % 100 === 0 ? 0 : 2)
  return <HundredthsField suffix="%" maximum={10_000} {...props} show={show} />
}

import { useTranslation } from 'react-i18next'
import { MAX_CENTS } from '../../../shared/domain/money.ts'
import { parseAmount } from '../../lib/parse-amount.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type FieldReading, GridField, type GridFieldProps } from '../../ui/grid-field.tsx'

type Problem = 'notANumber' | 'tooManyDecimals' | 'tooLarge' | 'belowMinimum' | 'aboveMaximum'

function readCents(
  text: string,
  language: 'de' | 'en',
): { readonly value: number | null } | { readonly problem: Problem } {
  const reading = parseAmount(text, language)
  if (reading.kind === 'empty') return { value: null }
  if (reading.kind !== 'amount') return { problem: reading.kind }
  if (reading.hundredths < 0) return { problem: 'belowMinimum' }
  return reading.hundredths > MAX_CENTS ? { problem: 'aboveMaximum' } : { value: reading.hundredths }
}

/** One amount of the budget, in cents. */
export function BudgetCell(props: Omit<GridFieldProps, 'read' | 'show'>) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  function read(text: string): FieldReading {
    const reading = readCents(text, format.language)
    if ('value' in reading) return reading
    return {
      problem: t(`amount.${reading.problem}`, { minimum: format.money(0), maximum: format.money(MAX_CENTS) }),
    }
  }
  // Whole amounts without cents: twelve months have to fit.
  return <GridField {...props} read={read} show={(cents) => format.number(cents / 100, cents % 100 === 0 ? 0 : 2)} />
}

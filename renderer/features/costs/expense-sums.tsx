import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/costs.ts'
import { useFormat } from '../../lib/use-format.ts'
import { SumsBar } from '../../ui/sums-bar.tsx'
import { centsPerYear, isDue } from './expense-draft.ts'

/** Years that fit over the list. */
const YEARS_SHOWN = 3

/** What the listed expenses come to: those that repeat, per month and year, and what is booked per calendar year. */
export function ExpenseSums({ expenses, today }: { readonly expenses: readonly Expense[]; readonly today: string }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const due = expenses
    .filter((expense) => isDue(expense, today))
    .reduce((sum, one) => sum + (centsPerYear(one) ?? 0), 0)
  const years = new Map<number, number>()
  for (const { year, cents } of expenses.flatMap((expense) => expense.years)) {
    years.set(year, (years.get(year) ?? 0) + cents)
  }
  const present = Number(today.slice(0, 4))
  // The present year and those before it; what is booked ahead comes last.
  const order = (year: number) => (year > present ? year : -year)
  const shown = [...years].toSorted(([a], [b]) => order(a) - order(b)).slice(0, YEARS_SHOWN)
  const count = expenses.length
  return (
    <SumsBar
      lead={t('sums.count', { count, formatted: format.number(count) })}
      items={[
        ...shown.map(([year, cents]) => ({
          label: t(year > present ? 'sums.planned' : 'sums.booked', { year }),
          value: format.money(cents),
        })),
        ...(due > 0
          ? [
              { label: t('sums.perMonth'), value: format.money(Math.round(due / 12)) },
              { label: t('sums.perYear'), value: format.money(due) },
            ]
          : []),
      ]}
    />
  )
}

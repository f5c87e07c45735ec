import { Target } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { copyYear } from './budget-model.ts'
import { setBudget } from './set-budget.ts'
import { type BudgetState, useLastYear } from './use-budget.ts'

/** Nothing planned yet: a start from last year, where there is one. */
export function BudgetEmpty({ state }: { readonly state: BudgetState }) {
  const { t } = useTranslation('planning')
  const lastYear = useLastYear(state)
  const { year, view } = state
  const budget = copyYear(lastYear, year, view.campaignId, 'budget')
  const actual = copyYear(lastYear, year, view.campaignId, 'actual')
  const before = { year: year - 1 }
  return (
    <EmptyState
      isCompact
      icon={Target}
      title={t('empty.title', { year })}
      {...(budget.length > 0 && {
        primary: (
          <Button variant="primary" onPress={() => void setBudget(budget, t('done.copy'))}>
            {t('empty.copy', before)}
          </Button>
        ),
      })}
      {...(actual.length > 0 && {
        secondary: (
          <Button onPress={() => void setBudget(actual, t('done.copy'))}>{t('empty.copyActual', before)}</Button>
        ),
      })}
    >
      {t('empty.text')}
    </EmptyState>
  )
}

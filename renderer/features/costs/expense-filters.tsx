import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/costs.ts'
import type { SearchFilters } from '../../lib/use-search-filters.ts'
import { FilterSelect } from '../../ui/filter-selects.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from '../../ui/list-view.module.css'
import { TextFilter } from '../../ui/text-filter.tsx'
import { EXPENSE_KINDS, isRunning } from './expense-draft.ts'

const STATES = ['running', 'ended'] as const
const NAMES = ['kind', 'state', 'text'] as const

export function hasExpenseFilters(filters: SearchFilters): boolean {
  return NAMES.some((name) => filters.get(name) !== null)
}

export function resetExpenseFilters(filters: SearchFilters): void {
  filters.set(Object.fromEntries(NAMES.map((name) => [name, undefined])))
}

export function filterExpenses(expenses: readonly Expense[], filters: SearchFilters, today: string): Expense[] {
  const kind = filters.get('kind')
  const state = filters.get('state')
  const text = fold(filters.get('text') ?? '')
  return expenses.filter(
    (expense) =>
      (kind === null || expense.kind === kind) &&
      (state === null || (state === 'running') === isRunning(expense, today)) &&
      (text === '' || fold(`${expense.name} ${expense.note}`).includes(text)),
  )
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

export function ExpenseFilters({ filters }: { readonly filters: SearchFilters }) {
  const { t } = useTranslation('costs')
  return (
    <div className={styles.filters}>
      <FilterSelect
        filters={filters}
        name="kind"
        label={t('filter.kind')}
        anyLabel={t('filter.allKinds')}
        options={EXPENSE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <FilterSelect
        filters={filters}
        name="state"
        label={t('filter.state')}
        anyLabel={t('filter.all')}
        options={STATES.map((state) => ({ value: state, label: t(`filter.${state}`) }))}
      />
      <TextFilter filters={filters} label={t('filter.text')} placeholder={t('filter.textPlaceholder')} />
      {hasExpenseFilters(filters) && (
        <IconButton
          variant="quiet"
          icon={RotateCcw}
          label={t('filter.reset')}
          onPress={() => resetExpenseFilters(filters)}
        />
      )}
    </div>
  )
}

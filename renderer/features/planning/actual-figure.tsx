import { useTranslation } from 'react-i18next'
import type { BudgetKind } from '../../../shared/contract/planning.ts'
import { useFormat } from '../../lib/use-format.ts'
import { cx } from '../../ui/class-names.ts'
import { TextLink } from '../../ui/link-button.tsx'
import { actualAddress } from './actual-link.tsx'
import { BUDGET_KINDS, type Cell } from './budget-model.ts'
import styles from './planning.module.css'
import type { BudgetState } from './use-budget.ts'

export interface ActualFigureProps {
  readonly cell: Cell
  readonly state: BudgetState
  /** Empty: all kinds of cost. */
  readonly kinds: readonly BudgetKind[]
  readonly name: string
}

/** What was spent in a month, small under its budget, leading to its lines. */
export function ActualFigure({ cell, state, kinds, name }: ActualFigureProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const { month, actualCents, budgetCents } = cell
  const isOver = budgetCents !== null && actualCents > budgetCents
  if (actualCents === 0) return <span className={styles.actual}>&nbsp;</span>
  return (
    <span className={cx(styles.actual, isOver && styles.over)}>
      <TextLink
        isFigure
        href={actualAddress({ state, kinds: kinds.length === 0 ? BUDGET_KINDS : kinds }, month)}
        aria-label={t('grid.actualOf', {
          kind: name,
          month: format.month(month),
          amount: format.money(actualCents),
        })}
      >
        {format.number(Math.round(actualCents / 100))}
      </TextLink>
    </span>
  )
}

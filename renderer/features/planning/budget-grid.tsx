import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetChange } from '../../../shared/contract/planning.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { focusCell } from '../../ui/grid-field.tsx'
import { BudgetCell } from './budget-cell.tsx'
import { ActualFigure } from './actual-figure.tsx'
import { type BudgetRow, type Cell, fillRight, totalCells } from './budget-model.ts'
import styles from './planning.module.css'
import { RowMenu } from './row-menu.tsx'
import { setBudget } from './set-budget.ts'
import type { BudgetState } from './use-budget.ts'

export interface BudgetGridProps {
  readonly rows: readonly BudgetRow[]
  readonly state: BudgetState
  /** The campaign it is for; null: the whole. */
  readonly title: string | null
}

/** A year to type into: kinds of cost by months, what was spent under each field. */
export function BudgetGrid({ rows, state, title }: BudgetGridProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const name = title === null ? t('grid.title') : t('grid.titleOf', { name: title })
  const totals = totalCells(rows)
  return (
    <Card
      isFlush
      title={name}
      footer={
        <span className={problem === null ? styles.help : styles.problem} role="status">
          {problem ?? t('grid.help', { currency: format.currencySymbol })}
        </span>
      }
    >
      <div className={styles.scroller} role="group" aria-label={name} tabIndex={-1}>
        <table className={styles.grid} ref={grid} aria-label={name}>
          <GridHead cells={totals} currentMonth={state.currentMonth} />
          <tbody>
            {rows.map((row, index) => (
              <GridRow
                key={row.kind}
                row={row}
                state={state}
                onMove={(column, down) => focusCell(grid.current, index + down, column)}
                onProblem={setProblem}
              />
            ))}
          </tbody>
          <GridFoot cells={totals} state={state} />
        </table>
      </div>
    </Card>
  )
}

interface GridHeadProps {
  readonly cells: readonly Cell[]
  readonly currentMonth: string
}

function GridHead({ cells, currentMonth }: GridHeadProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.rowHead}>
          {t('grid.kind')}
        </th>
        {cells.map(({ month }) => (
          <th key={month} scope="col" className={cx(month === currentMonth && styles.current)}>
            <abbr title={format.month(month)}>{format.monthShort(month)}</abbr>
          </th>
        ))}
        <th scope="col" className={styles.sum}>
          {t('grid.sum')}
        </th>
      </tr>
    </thead>
  )
}

interface GridRowProps {
  readonly row: BudgetRow
  readonly state: BudgetState
  onMove(column: number, down: number): void
  onProblem(problem: string | null): void
}

function GridRow({ row, state, onMove, onProblem }: GridRowProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const kind = t(`kinds.${row.kind}`)
  const { campaignId } = state.view
  const index = BUDGET_ORDER[row.kind]

  function save(month: string, cents: number | null) {
    const change: BudgetChange = { month, campaignId, kind: row.kind, cents }
    return setBudget([change], t('done.cell', { kind, month: format.month(month) }), true)
  }

  return (
    <tr>
      <th scope="row" className={styles.rowHead}>
        <span className={styles.rowName}>
          {kind}
          <RowMenu row={row} state={state} />
        </span>
      </th>
      {row.cells.map((cell, column) => (
        <td
          key={cell.month}
          data-cell={`${index} ${column}`}
          className={cx(cell.month === state.currentMonth && styles.current)}
        >
          <BudgetCell
            // Another view has other fields: what was being typed does not wander.
            key={`${campaignId ?? 0} ${cell.month}`}
            label={t('grid.cell', { kind, month: format.month(cell.month) })}
            value={cell.budgetCents}
            onSave={(cents) => save(cell.month, cents)}
            onFill={(cents) => setBudget(fillRight(row, cell.month, cents, campaignId), t('done.fill', { kind }))}
            onMove={(right, down) => onMove(column + right, down)}
            onProblem={onProblem}
          />
          <ActualFigure cell={cell} state={state} kinds={[row.kind]} name={kind} />
        </td>
      ))}
      <SumCell figures={row.figures} />
    </tr>
  )
}

const BUDGET_ORDER = { labour: 0, ads: 1, tool: 2, service: 3, levy: 4, other: 5 } as const

function SumCell({ figures }: { readonly figures: { readonly budgetCents: number; readonly actualCents: number } }) {
  const format = useFormat()
  const isOver = figures.budgetCents > 0 && figures.actualCents > figures.budgetCents
  return (
    <td className={styles.sum}>
      <span className={styles.total}>{figures.budgetCents === 0 ? '–' : format.moneyRounded(figures.budgetCents)}</span>
      <span className={cx(styles.actual, isOver && styles.over)}>
        {figures.actualCents === 0 ? '–' : format.moneyRounded(figures.actualCents)}
      </span>
    </td>
  )
}

function GridFoot({ cells, state }: { readonly cells: readonly Cell[]; readonly state: BudgetState }) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const sum = (pick: (cell: Cell) => number) => cells.reduce((total, cell) => total + pick(cell), 0)
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.rowHead}>
          {t('grid.total')}
        </th>
        {cells.map((cell) => (
          <td key={cell.month} className={cx(cell.month === state.currentMonth && styles.current)}>
            <span className={styles.total}>
              {cell.budgetCents === null ? '–' : format.number(Math.round(cell.budgetCents / 100))}
            </span>
            <ActualFigure cell={cell} state={state} kinds={[]} name={t('grid.total')} />
          </td>
        ))}
        <SumCell
          figures={{ budgetCents: sum((cell) => cell.budgetCents ?? 0), actualCents: sum((cell) => cell.actualCents) }}
        />
      </tr>
    </tfoot>
  )
}

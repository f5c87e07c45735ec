import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { type BudgetRow, clearRow, copyYear, fillRight, lastEntered } from './budget-model.ts'
import { DistributeDialog } from './distribute-dialog.tsx'
import { setBudget } from './set-budget.ts'
import { type BudgetState, useLastYear } from './use-budget.ts'

export interface RowMenuProps {
  readonly row: BudgetRow
  readonly state: BudgetState
}

/** Fills a row at once; each is one step of undo. */
export function RowMenu({ row, state }: RowMenuProps) {
  const { t } = useTranslation('planning')
  const [isDistributing, setIsDistributing] = useState(false)
  const lastYear = useLastYear(state).filter(({ kind }) => kind === row.kind)
  const { year } = state
  const { campaignId } = state.view
  const kind = t(`kinds.${row.kind}`)
  const isEmpty = row.cells.every(({ budgetCents }) => budgetCents === null)

  function fill() {
    const last = lastEntered(row)
    if (last === null) showToast({ message: t('nothingToFill') })
    else void setBudget(fillRight(row, last.month, last.cents, campaignId), t('done.fill', { kind }))
  }

  function copy(what: 'budget' | 'actual') {
    const changes = copyYear(lastYear, year, campaignId, what)
    if (changes.length === 0) showToast({ message: t('nothingToCopy', { year: year - 1 }) })
    else void setBudget(changes, t('done.copy'))
  }

  return (
    <>
      <Menu
        label={t('grid.rowActions', { kind })}
        trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={t('grid.rowActions', { kind })} />}
        groups={[
          {
            entries: [
              { id: 'distribute', label: t('grid.distribute'), onAction: () => setIsDistributing(true) },
              {
                id: 'fill',
                label: t('grid.fillRight'),
                description: t('grid.fillRightHelp'),
                isDisabled: isEmpty,
                onAction: fill,
              },
            ],
          },
          {
            entries: [
              { id: 'copy', label: t('grid.copyRow'), onAction: () => copy('budget') },
              { id: 'actual', label: t('grid.copyActual'), onAction: () => copy('actual') },
            ],
          },
          {
            entries: [
              {
                id: 'clear',
                label: t('grid.clear'),
                isDisabled: isEmpty,
                onAction: () => void setBudget(clearRow(row, campaignId), t('done.clear', { kind })),
              },
            ],
          },
        ]}
      />
      {isDistributing && <DistributeDialog row={row} state={state} onClose={() => setIsDistributing(false)} />}
    </>
  )
}

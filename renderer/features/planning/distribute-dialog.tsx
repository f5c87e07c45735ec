import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { type BudgetRow, distribute } from './budget-model.ts'
import { setBudget } from './set-budget.ts'
import type { BudgetState } from './use-budget.ts'

export interface DistributeDialogProps {
  readonly row: BudgetRow
  readonly state: BudgetState
  onClose(): void
}

/** One amount for a year, in twelve equal parts that add up to it. */
export function DistributeDialog({ row, state, onClose }: DistributeDialogProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const { year } = state
  const [cents, setCents] = useState<number | null>(row.figures.budgetCents || null)
  const [isChecked, setIsChecked] = useState(false)
  const [isReadable, setIsReadable] = useState(true)
  const kind = t(`kinds.${row.kind}`)
  const month = cents === null ? '' : format.money(Math.round(cents / 12))

  async function apply() {
    setIsChecked(true)
    if (cents === null || !isReadable) return
    const changes = distribute({ campaignId: state.view.campaignId, kind: row.kind }, year, cents)
    if (await setBudget(changes, t('done.distribute', { kind }))) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('distribute.title', { kind })}
      error={null}
      isSaving={false}
      saveLabel={t('distribute.apply')}
      onSave={apply}
      onClose={onClose}
    >
      <MoneyField
        label={t('distribute.amount', { year })}
        value={cents}
        onChange={setCents}
        onValidityChange={setIsReadable}
        autoFocus
        {...(cents !== null && {
          description: t(cents % 12 === 0 ? 'distribute.preview' : 'distribute.previewOdd', { month }),
        })}
        {...(isChecked && isReadable && cents === null && { errorMessage: t('distribute.required') })}
      />
    </RecordDialog>
  )
}

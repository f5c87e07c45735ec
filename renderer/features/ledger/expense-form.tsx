import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/ledger.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { type ExpenseDraft, isComplete, newExpense, problemsOf } from './expense-draft.ts'
import { ExpenseFields } from './expense-fields.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { useFieldErrors } from '../../lib/use-field-errors.ts'

export interface ExpenseFormProps {
  /** Null: a new one. */
  readonly expense: Expense | null
  onClose(): void
}

const FIELDS = ['name', 'cents', 'startsOn', 'endsOn'] as const

export function ExpenseForm(props: ExpenseFormProps) {
  const status = useQuery(api.app.status.queryOptions())
  const today = status.data?.today
  return today === undefined ? null : <OpenForm {...props} today={today} />
}

function OpenForm({ expense, onClose, today }: ExpenseFormProps & { readonly today: Day }) {
  const { t } = useTranslation('ledger')
  const [draft, setDraft] = useState<ExpenseDraft>(expense ?? newExpense(today))
  const [isChecked, setIsChecked] = useState(false)
  const [isReadable, setIsReadable] = useState(true)
  const add = useCommand(client.ledger.addExpense, { done: t('expense.added'), errors: 'caller' })
  const update = useCommand(client.ledger.updateExpense, { done: t('expense.updated'), errors: 'caller' })
  const remove = useCommand(client.ledger.removeExpense, { done: t('expense.removed') })
  const command = expense ? update : add
  // A field that cannot be read says so itself.
  const { cents: centsProblem, ...problems } = problemsOf(draft)
  const shown = isReadable && centsProblem !== undefined ? { ...problems, cents: centsProblem } : problems
  const errors = useFieldErrors(FIELDS, isChecked ? shown : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (!isReadable || !isComplete(draft)) return
    const input = { ...draft, name: draft.name.trim() }
    const receipt = expense ? await update.run({ id: expense.id, expense: input }) : await add.run({ expense: input })
    if (receipt) onClose()
  }

  async function removeIt(id: number) {
    if (await remove.run({ id })) onClose()
  }

  return (
    <RecordDialog
      title={t(expense ? 'expense.edit' : 'expense.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={expense ? { isRunning: remove.isRunning, run: () => removeIt(expense.id) } : undefined}
      onClose={onClose}
    >
      <ExpenseFields
        draft={draft}
        errors={errors}
        onChange={(changes) => {
          command.clearError()
          setDraft((before) => ({ ...before, ...changes }))
        }}
        onValidityChange={setIsReadable}
        isNew={expense === null}
      />
    </RecordDialog>
  )
}

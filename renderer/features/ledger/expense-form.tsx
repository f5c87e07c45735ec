import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/ledger.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type ExpenseDraft, isComplete, newExpense, problemsOf } from './expense-draft.ts'
import { ExpenseFields } from './expense-fields.tsx'
import { useFieldErrors } from './use-field-errors.ts'

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
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t(expense ? 'expense.edit' : 'expense.add')}
      onSubmit={() => void save()}
      footer={
        <>
          {expense && (
            <span data-start>
              <Button variant="danger" onPress={() => void removeIt(expense.id)} isPending={remove.isRunning}>
                {t('expense.remove')}
              </Button>
            </span>
          )}
          <Button onPress={onClose}>{t('expense.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={command.isRunning}>
            {t('expense.save')}
          </Button>
        </>
      }
    >
      {errors.general && <ErrorPanel error={errors.general} />}
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
    </Dialog>
  )
}
